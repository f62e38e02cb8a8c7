// netvisor-mac headers: the headers of a request, to send with it.

import { holds } from "../text/guard.js";
import { Trouble, say } from "./console.js";
import { keysFrom } from "./keys.js";
import { optionsOf } from "./options.js";
import { loaded } from "./package.js";

/** @import { MacRequest } from "../api/types/mac.d.ts" */

/** @param {string[]} words @returns {Promise<number>} */
export async function headers(words) {
  const mac = await loaded();
  const fields = mac.fields.filter(({ name, secret }) => !secret && name !== "url" && name !== "mac")
    .map(({ id, title, name }) => ({ id, title, name: /** @type {keyof MacRequest} */ (name) }));
  const { values, json, charset, rest } = optionsOf(words, fields.map(({ id }) => id));
  if (rest.length !== 1) throw new Trouble(`headers takes one address, with its query, not ${rest.length}.`);
  const url = mac.encodeUrl(rest[0], charset);
  /** @type {MacRequest} */
  const request = mac.newRequest(url);
  for (const { id, name } of fields) if (values[id] !== undefined) request[name] = values[id];
  const missing = fields.filter(({ name }) => !request[name]).map(({ id }) => `--${id}`);
  if (missing.length > 0) throw new Trouble(`A request needs ${missing.join(", ")}, too.`);
  const keys = await keysFrom({});
  const wrong = fields.find(({ name }) => holds(request[name] ?? "", "mac"));
  if (wrong || holds(url, "mac")) throw new Trouble(`A key stands in ${wrong ? wrong.title : "the address"}, which is sent for everyone to read: nothing is printed.`);
  const made = { url, headers: mac.headers(request, keys, { charset }) };
  if (url !== rest[0] && !json) process.stderr.write(`The address that is signed, and to be sent: ${url}\n`);
  say(json, made, ({ headers }) => headers.map(({ name, value }) => `${name}: ${value}\n`).join(""));
  return 0;
}

// netvisor-mac headers: the headers of a request, to send with it.

import { holds } from "../text/guard.ts";
import { Trouble, say } from "./console.ts";
import { keysFrom } from "./keys.ts";
import { optionsOf } from "./options.ts";
import { loaded } from "./package.ts";

import type { MacRequest } from "../api/types/mac.d.ts";

export async function headers(words: string[]): Promise<number> {
  const mac = await loaded();
  const fields = mac.fields.filter(({ name, secret }) => !secret && name !== "url" && name !== "mac")
    .map(({ id, title, name }) => ({ id, title, name: name as keyof MacRequest }));
  const { values, json, charset, rest } = optionsOf(words, fields.map(({ id }) => id));
  const [address] = rest;
  if (rest.length !== 1) throw new Trouble(`headers takes one address, with its query, not ${String(rest.length)}.`);
  const url = mac.encodeUrl(address, charset);
  const request: MacRequest = mac.newRequest(url);
  for (const { id, name } of fields) request[name] = values[id] ?? request[name];
  const missing = fields.filter(({ name }) => !request[name]).map(({ id }) => `--${id}`);
  if (missing.length > 0) throw new Trouble(`A request needs ${missing.join(", ")}, too.`);
  const keys = await keysFrom({});
  const wrong = fields.find(({ name }) => holds(request[name] ?? "", "mac"));
  if (wrong || holds(url, "mac")) throw new Trouble(`A key stands in ${wrong ? wrong.title : "the address"}, which is sent for everyone to read: nothing is printed.`);
  const made = { url, headers: mac.headers(request, keys, charset && { charset }) };
  if (url !== address && !json) process.stderr.write(`The address that is signed, and to be sent: ${url}\n`);
  say(json, made, ({ headers }) => headers.map(({ name, value }) => `${name}: ${value}\n`).join(""));
  return 0;
}

// netvisor-mac check: the verdict on every request in files or in what is piped in.

import { readFileSync } from "node:fs";
import { remember } from "../text/guard.js";
import { Trouble, progress, say } from "./console.js";
import { keysFrom } from "./keys.js";
import { optionsOf } from "./options.js";
import { loaded } from "./package.js";
import { inWords } from "./words.js";

/**
 * @import { Charset, Keys, Mistake, NetvisorMac, Note, MacRequest } from "../api/types/mac.d.ts"
 * @typedef {{ file: string, request: MacRequest, keys: Partial<Keys>, notes: Note[] }} Read
 * @typedef {object} Checked
 * @property {string} file
 * @property {MacRequest} request
 * @property {"right" | "wrong" | "error" | "unchecked"} verdict unchecked: it has no MAC
 * @property {string} [want] the right MAC
 * @property {string} [error] why the right MAC cannot be computed
 * @property {Pick<Mistake, "id" | "title" | "fix" | "detail">[][]} causes each, taken whole, makes the MAC that was sent
 * @property {number} tried MACs computed
 * @property {boolean} exhausted all of the depth was tried
 * @property {Pick<Mistake, "id" | "title" | "fix" | "detail">[]} notices
 * @property {Pick<Note, "id" | "text" | "line" | "doubt">[]} notes
 */

const depths = ["1", "2", "3"];

/** @param {string[]} words @returns {Promise<number>} */
export async function check(words) {
  const { values, json, charset, rest } = optionsOf(words, ["depth"]);
  const { depth = "3" } = values;
  if (!depths.includes(depth)) throw new Trouble(`--depth is 1, 2 or 3, not "${depth}".`);
  if (rest.length === 0 && process.stdin.isTTY) throw new Trouble("check takes the name of a file, or what is piped in.");
  const mac = await loaded();
  const { requests, keys } = readAll(mac, rest.length ? rest : ["-"]);
  if (requests.length === 0) throw new Trouble(`No request to Netvisor was found in ${rest.join(", ") || "what was piped in"}.`);
  const checked = await checkAll(mac, requests, keys, { charset, depth: /** @type {1 | 2 | 3} */ (Number(depth)) });
  say(json, { requests: checked }, ({ requests }) => requests.map(inWords).join("\n"));
  return statusOf(checked);
}

/** @param {NetvisorMac} mac @param {string[]} files */
function readAll(mac, files) {
  /** @type {Read[]} */
  const requests = [];
  /** @type {Partial<Keys>} */
  const keys = {};
  for (const file of files) {
    const pasted = mac.parse(readFileSync(file === "-" ? 0 : file));
    for (const each of [pasted, ...pasted.requests]) {
      remember(each.keys?.customer, each.keys?.partner);
    }
    Object.assign(keys, pasted.keys);
    pasted.requests.forEach((found, i) => {
      if (!found.request.url && !found.request.mac) return;
      requests.push({ file: file === "-" ? "standard input" : file, request: found.request, keys: found.keys, notes: pasted.notes.filter(({ request }) => request === i || request === -1) });
    });
  }
  return { requests, keys };
}

/**
 * @param {NetvisorMac} mac
 * @param {Read[]} requests
 * @param {Partial<Keys>} shared
 * @param {{ charset?: Charset, depth: 1 | 2 | 3 }} options
 */
async function checkAll(mac, requests, shared, options) {
  /** @type {Keys | undefined} */
  let asked;
  /** @type {string[]} */
  let first = [];
  /** @type {Checked[]} */
  const checked = [];
  for (const { file, request, keys, notes } of requests) {
    const own = { ...shared, ...keys };
    const about = { file, request, notes: notes.map(({ id, text, line, doubt }) => ({ id, text, line, doubt })) };
    if (!request.mac) {
      checked.push({ ...about, verdict: "unchecked", causes: [], tried: 0, exhausted: false, notices: [] });
      continue;
    }
    const whole = own.customer && own.partner ? { customer: own.customer, partner: own.partner } : asked ??= await keysFrom(own);
    const result = await judged(mac, request, whole, { ...options, first });
    first = result.causes[0]?.map(({ id }) => id) ?? first; // what one program did wrong, it did in its other requests, too
    checked.push({ ...about, ...result });
  }
  return checked;
}

/** @param {NetvisorMac} mac @param {MacRequest} request @param {Keys} keys @param {{ charset?: Charset, depth: 1 | 2 | 3, first: string[] }} options */
async function judged(mac, request, keys, options) {
  const bar = progress();
  const report = await mac.search(request, keys, { ...options, onProgress: bar.show });
  bar.clear();
  const { ok, want, error, causes, tried, exhausted, notices } = report;
  const verdict = error ? /** @type {const} */ ("error") : ok ? /** @type {const} */ ("right") : /** @type {const} */ ("wrong");
  return { verdict, want: want || undefined, error: error?.message, causes: causes.map((cause) => cause.map(essence)), tried, exhausted, notices: notices.map(essence) };
}

/** @param {Mistake} mistake */
const essence = ({ id, title, fix, detail }) => ({ id, title, fix, detail });

/** @param {Checked[]} checked */
function statusOf(checked) {
  if (checked.some(({ verdict }) => verdict === "wrong" || verdict === "error")) return 1;
  return checked.some(({ verdict }) => verdict === "right") ? 0 : 2;
}

// From a range of a file to rows: read, then checked.

import { bytesOf, entriesOf } from "./ranges.js";

/** @import { Field, Found, Keys, MacRequest, NetvisorMac } from "../mac.d.ts" */
/** @import { Form, Range } from "./ranges.js" */

/** @typedef {"right" | "wrong" | "error" | "unsigned" | "keyless"} RowVerdict */
/**
 * @typedef {object} Row
 * @property {MacRequest} request
 * @property {number} at milliseconds since 1970, NaN if unknown
 * @property {string} answer
 * @property {RowVerdict} verdict
 * @property {Partial<Keys>} [keys] that stand in the file
 */
/** @typedef {Record<string, Keys>} Keyring keys by customer id and partner id; "" is for all others */

/** @param {MacRequest} request */
export const ringName = ({ customerId = "", partnerId = "" }) => `${customerId}\n${partnerId}`;

export class Reading {
  /** @type {Map<string, keyof MacRequest>} */
  #names = new Map();
  /** What an answer is, by its text: most are the same. @type {Map<string, string>} */
  #answers = new Map();

  /** @param {NetvisorMac} mac */
  constructor(mac) {
    this.mac = mac;
    for (const { header, name } of mac.fields) if (header) this.#names.set(header.toLowerCase(), /** @type {keyof MacRequest} */ (name));
  }

  /**
   * Tells the rows of a range, checked, some at a time. If it returns something, that counts in their stead: all rows, or
   * null if requests are torn at the range's ends.
   * @param {Range} range
   * @param {Form} form
   * @param {Keyring} ring
   * @param {(rows: Row[]) => void} tell
   * @returns {Promise<Row[] | null | undefined>}
   */
  async read(range, form, ring, tell) {
    if (range.from === range.to) return [];
    if (form !== "har") return this.readTorn(range, form, ring);
    for await (const entries of entriesOf(range)) {
      if (!entries) return this.#readWhole(range, ring);
      tell(this.#rows(entries, ring));
    }
  }

  /** @param {Range} range @param {Keyring} ring */
  async #readWhole(range, ring) {
    const entries = (await entriesOf(range, Infinity).next()).value;
    return entries ? this.#rows(entries, ring) : null;
  }

  /** @param {any[]} entries @param {Keyring} ring */
  #rows(entries, ring) {
    return this.#checked(entries.flatMap((entry) => this.#entry(entry)), ring);
  }

  /** The rows of what need not be whole, by the reader of pastes. @param {Range} range @param {Form} form @param {Keyring} ring */
  async readTorn(range, form, ring) {
    const bytes = await bytesOf(range);
    return this.#checked(this.#found(form === "har" && range.from > 0 ? `{"log":{"entries":[${new TextDecoder().decode(bytes)}` : bytes), ring);
  }

  /** @param {Row[]} rows @param {Keyring} ring */
  #checked(rows, ring) {
    this.verify(rows, ring);
    return rows;
  }

  /** Sets the verdict of rows. @param {Row[]} rows @param {Keyring} ring */
  verify(rows, ring) {
    /** @type {Row[]} */
    const able = [];
    /** @type {Keys[]} */
    const keys = [];
    for (const row of rows) {
      const found = keysOf(row, ring);
      row.verdict = !row.request.mac ? "unsigned" : found ? "wrong" : "keyless";
      if (!row.request.mac || !found) continue;
      able.push(row);
      keys.push(found);
    }
    this.mac.verify(able.map(({ request }) => request), keys).forEach((verdict, i) => { able[i].verdict = verdict; });
  }

  /** The ids of the mistakes that made each wrong MAC, by what is found at once. @param {Row[]} rows @param {Keyring} ring */
  causes(rows, ring) {
    return rows.map((row) => {
      const keys = keysOf(row, ring);
      const [cause = []] = keys ? this.mac.diagnose(row.request, keys, { onProgress: () => false }).causes : [];
      return cause.map(({ id, title, detail }) => ({ id, title, detail }));
    });
  }

  /** @param {any} entry @returns {Row[]} */
  #entry(entry) {
    const headers = entry?.request?.headers, url = entry?.request?.url;
    if (typeof url !== "string" || !Array.isArray(headers)) return [];
    /** @type {MacRequest} */
    const request = { url };
    let netvisors = /^https?:\/\/[^/]*netvisor/i.test(url), odd = false;
    for (const { name, value } of headers) {
      const field = this.#names.get(String(name).toLowerCase());
      if (field) request[field] = String(value);
      else if (/netvisor|sender|customer.?id/i.test(name) && !/UseHTTPResponseStatusCodes$/i.test(name)) odd = true;
      netvisors ||= Boolean(field);
    }
    const content = entry.response?.content;
    if (odd || content?.encoding) return this.#found(JSON.stringify({ log: { entries: [entry] } })); // misspelt names, base64
    if (!netvisors) return [];
    return [{ request, at: Date.parse(entry.startedDateTime), answer: this.#answer(entry.response?.status, content?.text), verdict: "unsigned" }];
  }

  /** @param {string | Uint8Array} text @returns {Row[]} */
  #found(text) {
    return this.mac.parse(text).requests.map((found) => this.#row(found));
  }

  /** @param {Found} found @returns {Row} */
  #row({ request, keys, answer }) {
    const at = Date.parse(`${request.timestamp?.replace(" ", "T")}Z`);
    const said = answer ? answer.code || answer.status || (answer.httpStatus ? `HTTP ${answer.httpStatus}` : "") : "";
    return { request, at: Number.isNaN(at) ? Number(request.timestampUnix) * 1000 : at, answer: said, verdict: "unsigned", ...(keys.customer && keys.partner ? { keys } : {}) };
  }

  /** @param {number | undefined} status @param {string | undefined} text */
  #answer(status, text = "") {
    const [said = ""] = /<Status>[^]*<\/Status>/.exec(text) ?? [];
    if (!said) return status ? `HTTP ${status}` : "";
    let known = this.#answers.get(said);
    if (known === undefined) {
      const { code, status } = this.mac.answer(said);
      known = code || status;
      this.#answers.set(said, known);
      if (this.#answers.size > 1000) this.#answers.clear();
    }
    return known;
  }
}

/** @param {Row} row @param {Keyring} ring @returns {Keys | undefined} */
export function keysOf({ request, keys }, ring) {
  if (keys?.customer && keys.partner) return /** @type {Keys} */ (keys);
  return [ring[ringName(request)], ring[""]].find((found) => found?.customer && found.partner);
}

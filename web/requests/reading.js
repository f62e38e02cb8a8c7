// From a range of a file to rows: read, then checked.

import { batchesOf, batchOf } from "./batch.js";
import { bytesOf, partsOf } from "./ranges.js";
import { ringName } from "./row.js";

/** @import { Found, Keys, MacRequest, NetvisorMac } from "../api/types/mac.d.ts" */
/** @import { Batch } from "./batch.js" */
/** @import { Form, Range } from "./ranges.js" */
/** @import { Keyring, Row, RowVerdict } from "./row.js" */

export class Reading {
  /** The cause that was found last. @type {string[]} */
  #last = [];

  /** @param {NetvisorMac} mac */
  constructor(mac) {
    this.mac = mac;
  }

  /**
   * Tells the rows of a range, checked, some at a time. If it returns something, that counts in their stead: all rows, or
   * null if requests are torn at the range's ends.
   * @param {Range} range
   * @param {Form} form
   * @param {Keyring} ring
   * @param {(batches: Batch[]) => void} tell
   * @returns {Promise<Batch[] | null | undefined>}
   */
  async read(range, form, ring, tell) {
    if (range.from === range.to) return [];
    if (form !== "har") return this.readTorn(range, form, ring);
    for await (const part of partsOf(range)) {
      const batches = this.#entries(part, ring);
      if (!batches) return this.#entries(await bytesOf(range, form), ring); // a part was cut within an entry
      tell(batches);
    }
  }

  /** @param {Uint8Array} file @param {Keyring} ring */
  #entries(file, ring) {
    const found = this.mac.entries(file, ring);
    if (!found) return null;
    return found.verdicts ? [batchOf(found, found.started.map(Date.parse))] : [];
  }

  /** The rows of what need not be whole, by the reader of pastes. @param {Range} range @param {Form} form @param {Keyring} ring */
  async readTorn(range, form, ring) {
    const { requests, notes } = this.mac.parse(await bytesOf(range, form));
    const unsure = new Set(notes.filter(({ doubt }) => doubt).map(({ request }) => request));
    const rows = requests.map((found, i) => rowOf(found, unsure.has(i) || unsure.has(-1)));
    this.verify(rows, ring);
    return batchesOf(rows);
  }

  /** Sets the verdict of rows. @param {Row[]} rows @param {Keyring} ring */
  verify(rows, ring) {
    /** @type {Row[]} */
    const able = [];
    /** @type {Keys[]} */
    const keys = [];
    for (const row of rows) {
      const found = keysOf(row, ring);
      if (row.unsure) {
        row.verdict = "unsure";
        continue;
      }
      row.verdict = !row.request.mac ? "unsigned" : found ? "wrong" : "keyless";
      if (!row.request.mac || !found) continue;
      able.push(row);
      keys.push(found);
    }
    this.mac.verify(able.map(({ request }) => request), keys).forEach((verdict, i) => { able[i].verdict = verdict; });
  }

  /**
   * The mistakes that made each wrong MAC, by what is found at once: the cause of the row before is tried first.
   * @param {Row[]} rows
   * @param {Keyring} ring
   * @param {MacRequest[][]} others that stand near each
   */
  causes(rows, ring, others) {
    return rows.map((row, i) => {
      const keys = keysOf(row, ring);
      const [cause = []] = keys ? this.mac.diagnose(row.request, keys, { onProgress: () => false, first: this.#last, others: others[i] }).causes : [];
      if (cause.length) this.#last = cause.map(({ id }) => id);
      return cause.map(({ id, title, detail }) => ({ id, title, detail }));
    });
  }
}

/** @param {Found} found @param {boolean} unsure whether the text does not say all of it for certain @returns {Row} */
function rowOf({ request, keys, answer }, unsure) {
  const at = Date.parse(`${request.timestamp?.replace(" ", "T")}Z`), unix = new Date(Number(request.timestampUnix) * 1000).getTime(); // NaN for what no calendar has
  const said = answer ? answer.code || answer.status || (answer.httpStatus ? `HTTP ${answer.httpStatus}` : "") : "";
  return { request, at: Number.isNaN(at) ? unix : at, answer: said, verdict: "unsigned", ...(unsure ? { unsure } : {}), ...(keys.customer && keys.partner ? { keys } : {}) };
}

/** @param {Row} row @param {Keyring} ring @returns {Keys | undefined} */
export function keysOf({ request, keys }, ring) {
  if (keys?.customer && keys.partner) return /** @type {Keys} */ (keys);
  return [ring[ringName(request)], ring[""]].find((found) => found?.customer && found.partner);
}

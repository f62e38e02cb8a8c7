// Rows on their way from a worker to the page, and as the page keeps them: in one piece of memory for many rows, since a
// hundred thousand objects would hold up the page whenever it tidies its own.

import { ringName } from "./row.js";

/** @import { Entries } from "../api/types/mac.d.ts" */
/** @import { Row, RowVerdict } from "./row.js" */

/**
 * @typedef {object} Batch
 * @property {Uint8Array<ArrayBuffer>} rows a line of JSON for each
 * @property {Uint32Array<ArrayBuffer>} ends of the lines
 * @property {string} verdicts a letter for each
 * @property {Float64Array<ArrayBuffer>} moments milliseconds since 1970, NaN if unknown
 * @property {string[]} ids partner id and transaction id, "" without the latter
 * @property {Record<string, number>} rings how many have no keys of their own, by ringName
 */

/** How many rows of text a batch has at most. */
const most = 500;

/** By their letters. @type {Record<string, RowVerdict>} */
export const verdicts = { "+": "right", "-": "wrong", "!": "error", "?": "unsigned", k: "keyless", "~": "unsure" };
const letters = Object.fromEntries(Object.entries(verdicts).map(([letter, verdict]) => [verdict, letter]));

/** @param {Row[]} rows @returns {Batch[]} */
export function batchesOf(rows) {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => packed(rows.slice(i * most, (i + 1) * most)));
}

/** @param {Row[]} rows */
function packed(rows) {
  /** @type {Record<string, number>} */
  const rings = {};
  for (const { keys, request } of rows) if (!keys) rings[ringName(request)] = (rings[ringName(request)] ?? 0) + 1;
  return batchOf({
    rows: new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join("")),
    verdicts: rows.map(({ verdict }) => letters[verdict]).join(""),
    ids: rows.map(({ request: { partnerId = "", transactionId } }) => (transactionId ? `${partnerId}\n${transactionId}` : "")),
    rings,
  }, rows.map(({ at }) => at));
}

/** @param {Omit<Entries, "started">} found @param {number[]} moments @returns {Batch} */
export function batchOf({ rows, verdicts, ids, rings }, moments) {
  const ends = new Uint32Array(verdicts.length);
  let at = 0;
  ends.forEach((_, i) => { at = ends[i] = rows.indexOf(10, at) + 1; });
  return { rows, ends, verdicts, moments: Float64Array.from(moments), ids, rings };
}

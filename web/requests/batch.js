// Rows on their way from a worker to the page, and as the page keeps them: one text for many rows, since a hundred
// thousand objects would hold up the page whenever it tidies its memory.

import { ringName } from "./reading.js";

/** @import { Row, RowVerdict } from "./reading.js" */

/** @typedef {{ name: string, customer: string, partner: string, count: number }} Pair requests without keys of their own, by their ids */
/**
 * @typedef {object} Batch
 * @property {string} text a line of JSON for each row
 * @property {RowVerdict[]} verdicts
 * @property {Float64Array} moments milliseconds since 1970, NaN if unknown
 * @property {string[]} ids partner id and transaction id, "" without the latter
 * @property {Pair[]} pairs
 */

/** How many rows a batch has at most. */
const most = 100;

/** @param {Row[]} rows @returns {Batch[]} */
export function batchesOf(rows) {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => batchOf(rows.slice(i * most, (i + 1) * most)));
}

/** @param {Row[]} rows @returns {Batch} */
function batchOf(rows) {
  return {
    text: rows.map((row) => JSON.stringify(row)).join("\n"),
    verdicts: rows.map(({ verdict }) => verdict),
    moments: Float64Array.from(rows, ({ at }) => at),
    ids: rows.map(({ request: { partnerId = "", transactionId } }) => (transactionId ? `${partnerId}\n${transactionId}` : "")),
    pairs: pairsOf(rows),
  };
}

/** @param {Row[]} rows */
function pairsOf(rows) {
  /** @type {Map<string, Pair>} */
  const pairs = new Map();
  for (const { request, keys } of rows) {
    if (keys) continue;
    const name = ringName(request), pair = pairs.get(name);
    if (pair) pair.count++;
    else pairs.set(name, { name, customer: request.customerId ?? "", partner: request.partnerId ?? "", count: 1 });
  }
  return [...pairs.values()];
}

// Rows on their way from a worker to the page, and as the page keeps them: in one piece of memory for many rows, since a
// hundred thousand objects would hold up the page whenever it tidies its own.

import { namedOf } from "./places.ts";
import { ringName } from "./row.ts";
import type { Entries } from "../api/types/mac.d.ts";
import type { Named } from "./places.ts";
import type { Row, RowVerdict } from "./row.ts";

export interface Batch {
  /** a line of JSON for each */
  rows: Uint8Array<ArrayBuffer>;
  /** of the lines */
  ends: Uint32Array<ArrayBuffer>;
  /** a letter for each */
  verdicts: string;
  /** milliseconds since 1970, NaN if unknown */
  moments: Float64Array<ArrayBuffer>;
  /** partner id and transaction id, "" without the latter */
  ids: string[];
  /** how many have no keys of their own, by ringName */
  rings: Record<string, number>;
  named: Named;
}

/** How many rows of text a batch has at most. */
const most = 500;

/** By their letters. */
export const verdicts: Record<string, RowVerdict> = { "+": "right", "-": "wrong", "!": "error", "?": "unsigned", k: "keyless", "~": "unsure" };
const letters = Object.fromEntries(Object.entries(verdicts).map(([letter, verdict]) => [verdict, letter]));

export function batchesOf(rows: Row[]): Batch[] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => packed(rows.slice(i * most, (i + 1) * most)));
}

function packed(rows: Row[]) {
  const rings: Record<string, number> = {};
  for (const { keys, request } of rows) if (!keys) rings[ringName(request)] = (rings[ringName(request)] ?? 0) + 1;
  return batchOf({
    rows: new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join("")),
    verdicts: rows.map(({ verdict }) => letters[verdict]).join(""),
    ids: rows.map(({ request: { partnerId = "", transactionId } }) => (transactionId ? `${partnerId}\n${transactionId}` : "")),
    rings,
  }, rows.map(({ at }) => at));
}

export function batchOf({ rows, verdicts, ids, rings }: Omit<Entries, "started">, moments: number[]): Batch {
  const ends = new Uint32Array(verdicts.length);
  let at = 0;
  ends.forEach((_, i) => { at = ends[i] = rows.indexOf(10, at) + 1; });
  return { rows, ends, verdicts, moments: Float64Array.from(moments), ids, rings, named: namedOf(rowsIn(rows)) };
}

const decoder = new TextDecoder();

const rowsIn = (rows: Uint8Array<ArrayBuffer>) => decoder.decode(rows).split("\n").slice(0, -1).map((line) => JSON.parse(line) as Row);

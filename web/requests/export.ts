// The table as CSV, in the order in which it is shown.

import { framed, remember } from "../text/guard.ts";
import { line } from "./csv.ts";
import { breath, columns } from "./rows.ts";
import { t } from "./words.ts";
import type { Column, Rows } from "./rows.ts";

/** How many rows are written before the page may do something else. */
const slice = 1000;

/** A cause with all values of the request. */
function cellOf(rows: Rows, index: number, column: Column) {
  const mistakes = column === "cause" && rows.causes.mistakesOf(index);
  return mistakes ? rows.headlines.whole(mistakes) : rows.cell(index, column);
}

/** @param order indexes of rows; null for all */
export async function csvOf(rows: Rows, order: Uint32Array | number[] | null) {
  const indexes = order ?? Uint32Array.from(rows.verdicts.keys());
  for (let i = 0; i < indexes.length; i++) { // the keys of all rows are masked in each
    if (i % slice === slice - 1) await breath();
    const { keys } = rows.row(indexes[i]);
    remember(keys?.customer, keys?.partner);
  }
  const head = line([...columns.map((column) => t(`column.${column}`)), "TransactionId"]);
  const parts = [framed`\ufeff${head}`]; // the mark tells Excel that the text is UTF-8
  for (let i = 0; i < indexes.length; i++) {
    if (i % slice === slice - 1) await breath();
    parts.push(line([...columns.map((column) => cellOf(rows, indexes[i], column)), rows.row(indexes[i]).request.transactionId ?? ""]));
  }
  return parts;
}

// The table as CSV, in the order in which it is shown.

import { byteOrderMark, line } from "./csv.js";
import { breath, columns } from "./rows.js";
import { t } from "./words.js";

/** @import { Rows } from "./rows.js" */

/** How many rows are written before the page may do something else. */
const slice = 1000;

/** @param {Rows} rows @param {Uint32Array | number[] | null} order indexes of rows; null for all */
export async function csvOf(rows, order) {
  const parts = [byteOrderMark + line([...columns.map((column) => t(`column.${column}`)), "TransactionId"])];
  const length = order ? order.length : rows.length;
  for (let i = 0; i < length; i++) {
    if (i % slice === slice - 1) await breath();
    const index = order ? order[i] : i;
    parts.push(line([...columns.map((column) => rows.cell(index, column)), rows.row(index).request.transactionId ?? ""]));
  }
  return new Blob(parts);
}

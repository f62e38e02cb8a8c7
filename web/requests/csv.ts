// Rows as CSV (RFC 4180), safe to be opened in a spreadsheet.

import { guarded, guardedJoin, quotedCell } from "../text/guard.ts";

/** A cell without a key. */
export const cell = (text: string) => quotedCell(guarded(text));

export const line = (cells: readonly string[]) => guardedJoin([guardedJoin(cells.map(cell), ","), guarded("")], "\r\n");

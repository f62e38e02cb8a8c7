// Rows as CSV (RFC 4180), safe to be opened in a spreadsheet.

import { guarded, guardedJoin, quotedCell } from "../text/guard.js";

/** A cell without a key. @param {string} text */
export const cell = (text) => quotedCell(guarded(text));

/** @param {readonly string[]} cells */
export const line = (cells) => guardedJoin([guardedJoin(cells.map(cell), ","), guarded("")], "\r\n");

// Rows as CSV (RFC 4180), safe to be opened in a spreadsheet.

/**
 * A cell; what a spreadsheet would take for a formula gets an apostrophe before it.
 * @param {string} text
 */
export function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {readonly string[]} cells */
export const line = (cells) => cells.map(cell).join(",") + "\r\n";

/** At the beginning of a file it tells Excel that the text is UTF-8. */
export const byteOrderMark = "\ufeff";

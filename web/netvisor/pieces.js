// The string to sign as labelled pieces, with what cannot be seen made visible.

import { element } from "../dom/elements.js";
import { mask } from "../text/guard.js";
import { codePoint } from "../text/unseen.js";
import { fieldName, t } from "../words/page-words.js";

/** @import { FieldName } from "../api/types/mac.d.ts" */
/** @typedef {{ field: FieldName, value: string, secret: boolean }} Piece */

/**
 * @param {Piece[]} pieces
 * @param {string} separator
 */
export function piecesOf(pieces, separator) {
  return pieces.map((piece, i) => {
    const joint = i < pieces.length - 1 ? [element("span", { class: "joint" }, ...visible(separator))] : [];
    return pieceOf(piece, joint);
  });
}

/** @param {Piece} piece @param {Node[]} joint what stands between this piece and the next */
function pieceOf({ field, value, secret }, joint) {
  const text = secret ? [value && mask] : visible(value);
  const empty = value === "" ? [element("span", { class: "nothing" }, t("result.empty"))] : text;
  return element("span", { class: secret ? "piece secret" : "piece", "data-field": field, tabindex: "0" },
    element("span", { class: "name" }, fieldName(field)),
    element("span", { class: "text", translate: value === "" ? "yes" : "no" }, ...empty, ...joint));
}

/** @type {Record<string, string>} */
const signs = { " ": "·", "\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽" };

/**
 * Text with its invisible characters as signs: those above, others by their code point.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function visible(text) {
  return text.split(/([\s\p{C}\p{Z}\p{Mn}])/u).filter(Boolean).map((part) =>
    /^[\s\p{C}\p{Z}\p{Mn}]$/u.test(part)
      ? element("span", { class: "unseen" }, signs[part] ?? codePoint(part))
      : part);
}

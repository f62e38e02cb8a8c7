// The string to sign as labelled pieces, with what cannot be seen made visible.

import { element } from "../dom/elements.ts";
import { mask } from "../text/guard.ts";
import { codePoint } from "../text/unseen.ts";
import { fieldName, t } from "../words/page-words.ts";
import type { FieldName } from "../api/types/mac.d.ts";
export type Piece = { field: FieldName, value: string, secret: boolean };

export function piecesOf(pieces: Piece[], separator: string) {
  return pieces.map((piece, i) => {
    const joint = i < pieces.length - 1 ? [element("span", { class: "joint" }, ...visible(separator))] : [];
    return pieceOf(piece, joint);
  });
}

/** @param joint what stands between this piece and the next */
function pieceOf({ field, value, secret }: Piece, joint: Node[]) {
  const text = secret ? [value && mask] : visible(value);
  const empty = value === "" ? [element("span", { class: "nothing" }, t("result.empty"))] : text;
  return element("span", { class: secret ? "piece secret" : "piece", "data-field": field, tabindex: "0" },
    element("span", { class: "name" }, fieldName(field)),
    element("span", { class: "text", translate: value === "" ? "yes" : "no" }, ...empty, ...joint));
}

const signs: Record<string, string> = { " ": "·", "\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽" };

/** Text with its invisible characters as signs: those above, others by their code point. */
export function visible(text: string): (Node | string)[] {
  return text.split(/([\s\p{C}\p{Z}\p{Mn}])/u).filter(Boolean).map((part) =>
    /^[\s\p{C}\p{Z}\p{Mn}]$/u.test(part)
      ? element("span", { class: "unseen" }, signs[part] ?? codePoint(part))
      : part);
}

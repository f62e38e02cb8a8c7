// The string to sign as labelled pieces, with what cannot be seen made visible.

import { element } from "../dom/elements.ts";
import { mask } from "../text/guard.ts";
import { codePoint } from "../text/unseen.ts";
import { fieldName, t } from "../words/page-words.ts";
import type { FieldName } from "../api/types/mac.d.ts";
export type Piece = { field: FieldName, value: string, secret: boolean };

/** @param heading the id of what names them */
export function piecesOf(pieces: Piece[], separator: string, heading: string) {
  const list = element("div", { class: "pieces", role: "listbox", "aria-labelledby": heading }, ...pieces.map((piece, i) => {
    const joint = i < pieces.length - 1 ? [element("span", { class: "joint" }, ...visible(separator))] : [];
    return pieceOf(piece, joint, i === 0);
  }));
  list.addEventListener("keydown", go);
  return list;
}

/** @param joint what stands between this piece and the next @param first one that Tab reaches: arrows go on from there */
function pieceOf({ field, value, secret }: Piece, joint: Node[], first: boolean) {
  const text = secret ? [value && mask] : visible(value);
  const empty = value === "" ? [element("span", { class: "nothing" }, t("result.empty"))] : text;
  return element("span", { class: secret ? "piece secret" : "piece", "data-field": field, role: "option", tabindex: first ? "0" : "-1" },
    element("span", { class: "name" }, fieldName(field)), " ",
    element("span", { class: "text", translate: value === "" ? "yes" : "no" }, ...empty, ...joint));
}

/** Goes to another piece, which is the one that Tab comes back to. */
function go(event: KeyboardEvent) {
  const from = event.target as HTMLElement, pieces = [...from.parentElement?.children ?? []] as HTMLElement[];
  const way = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -pieces.length, End: pieces.length }[event.key];
  if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const to = pieces[Math.max(0, Math.min(pieces.length - 1, pieces.indexOf(from) + way))];
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

const signs: Record<string, string> = { " ": "·", "\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽" };

/** Text with its invisible characters as signs: those above, others by their code point. */
export function visible(text: string): (Node | string)[] {
  return text.split(/([\s\p{C}\p{Z}\p{Mn}])/u).filter(Boolean).map((part) =>
    /^[\s\p{C}\p{Z}\p{Mn}]$/u.test(part)
      ? element("span", { class: "unseen" }, signs[part] ?? codePoint(part))
      : part);
}

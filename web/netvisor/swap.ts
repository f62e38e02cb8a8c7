// The way out of the hint that an id and a key have changed places: a button that exchanges the two.

import { button } from "../dom/buttons.ts";
import { control } from "./controls.ts";
import { remember } from "../text/guard.ts";
import { fieldName, t } from "../words/page-words.ts";
import type { FieldName, Mistake } from "../api/types/mac.d.ts";

/** What keeps the values as they were. */
let before = () => {};

/** @param keep is called before two values are exchanged */
export const beforeSwap = (keep: () => void) => { before = keep; };

export function swapsOf({ id, fields = [] }: Pick<Mistake, "id" | "fields">): HTMLButtonElement[] {
  if (id !== "id-looks-like-key") return [];
  const pairs = fields.map(pairOf).filter(([one, key], i, all) => !control(key).disabled && control(one).value !== control(key).value && all.findIndex((pair) => pair[0] === one) === i);
  return pairs.map(([one, key]) => button({ class: "quiet" }, t("action.swap", { field: fieldName(key) }), () => swap(one, key)));
}

/** An id with its key; another value with the key whose field has none that looks like one. */
function pairOf(name: FieldName): [FieldName, FieldName] {
  const [whose] = /^(customer|partner)/.exec(name) ?? [];
  const key = whose ?? (/[0-9a-f]{24}/i.test(control("customerKey").value) ? "partner" : "customer");
  return [whose ? `${whose}Id` : name, `${key}Key`] as [FieldName, FieldName];
}

function swap(one: FieldName, key: FieldName) {
  before();
  const [a, b] = [control(one), control(key)];
  remember(a.value, b.value);
  [a.value, b.value] = [b.value, a.value];
  a.dispatchEvent(new Event("input", { bubbles: true }));
  a.dispatchEvent(new Event("focusout", { bubbles: true }));
  b.focus();
}

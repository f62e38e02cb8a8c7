// The way out of the hint that an id and a key have changed places: a button that exchanges the two.

import { element } from "../dom/elements.js";
import { control } from "./form.js";
import { remember } from "../text/guard.js";
import { fieldName, t } from "../words/page-words.js";

/** @import { FieldName, Mistake } from "../api/types/mac.d.ts" */

/** What keeps the values as they were. */
let before = () => {};

/** @param {() => void} keep is called before two values are exchanged */
export const beforeSwap = (keep) => { before = keep; };

/** @param {Mistake} notice @returns {HTMLButtonElement[]} */
export function swapsOf({ id, fields = [] }) {
  if (id !== "id-looks-like-key") return [];
  const pairs = fields.map(pairOf).filter(([one, key], i, all) => !control(key).disabled && control(one).value !== control(key).value && all.findIndex((pair) => pair[0] === one) === i);
  return pairs.map(([one, key]) => {
    const button = element("button", { type: "button", class: "quiet" }, t("action.swap", { field: fieldName(key) }));
    button.addEventListener("click", () => swap(one, key));
    return button;
  });
}

/** An id with its key; another value with the key whose field has none that looks like one. @param {FieldName} name @returns {[FieldName, FieldName]} */
function pairOf(name) {
  const [whose] = /^(customer|partner)/.exec(name) ?? [];
  const key = whose ?? (/[0-9a-f]{24}/i.test(control("customerKey").value) ? "partner" : "customer");
  return /** @type {[FieldName, FieldName]} */ ([whose ? `${whose}Id` : name, `${key}Key`]);
}

/** @param {FieldName} one @param {FieldName} key */
function swap(one, key) {
  before();
  const [a, b] = [control(one), control(key)];
  remember(a.value, b.value);
  [a.value, b.value] = [b.value, a.value];
  a.dispatchEvent(new Event("input", { bubbles: true }));
  a.dispatchEvent(new Event("focusout", { bubbles: true }));
  b.focus();
}

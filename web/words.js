// The page's words, by key, and those for what Go says.

import { speaker, wordsOf } from "./language.js";
import en from "./locales/en.json";

/** @typedef {keyof typeof en} Key */

/** The text of a key, with {name} replaced. */
export const t = speaker("page", en);

/** What a field is called. @param {import("./mac.d.ts").FieldName} name */
export function fieldName(name) {
  return t(/** @type {Key} */ (`field.${name}`));
}

/** Go speaks English itself. @type {Record<string, string>} */
const none = {};

/** The catalogue of Go's texts, for translation.js. */
export const go = () => wordsOf("go") ?? none;

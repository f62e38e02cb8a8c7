// The page's words, by key.

import en from "./locales/en.json";
import { phrase } from "./phrase.js";

/** @typedef {keyof typeof en} Key */

/** @type {Record<string, string>} */
const words = en;

/**
 * The text of a key, with {name} replaced.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return phrase(words, key, values);
}

/** What a field is called. @param {import("./mac.d.ts").FieldName} name */
export function fieldName(name) {
  return t(/** @type {Key} */ (`field.${name}`));
}

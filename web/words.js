// The page's words, by key.

import en from "./locales/en.json";

/** @typedef {keyof typeof en} Key */

/** @type {Record<string, string>} */
const words = en;

/**
 * The text of a key, with {name} replaced.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}

/** What a field is called. @param {import("./mac.d.ts").FieldName} name */
export function fieldName(name) {
  return t(/** @type {Key} */ (`field.${name}`));
}

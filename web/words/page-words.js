// The page's words, by key, and those for what Go says.

import { speaker, wordsOf } from "./language.js";
import en from "../locales/en.json";
import { said } from "./translation.js";

/** @typedef {keyof typeof en} Key */

/** The text of a key, with {name} replaced. */
export const t = speaker("page", en);

/** What a field is called. @param {import("../api/types/mac.d.ts").FieldName} name */
export function fieldName(name) {
  return t(/** @type {Key} */ (`field.${name}`));
}

/** What an error says of a download, and the key of it. @type {[RegExp, "status" | "other" | "worker" | "network"][]} */
const lost = [[/the server answered (\d+)/, "status"], [/is not WebAssembly|^The module is another|is not what the build made/, "other"],
  [/^The script of the worker/, "worker"], [/^The module could not be loaded/, "network"]];

/** Why something did not arrive, or could not be computed, in the language. @param {string} message of an error */
export function reasonOf(message) {
  for (const [pattern, why] of lost) {
    const found = pattern.exec(message);
    if (found) return t(`result.failed.${why}`, { status: found[1] });
  }
  return said(go(), message);
}

/** Go speaks English itself. @type {Record<string, string>} */
const none = {};

/** The catalogue of Go's texts, for translation.js. */
export const go = () => wordsOf("go") ?? none;

// The words of the page about Multivers, by key, and those for what Go says of it.

import { speaker, wordsOf } from "../words/language.js";
import en from "../locales/multivers.en.json";

/** @typedef {keyof typeof en} Key */

/** The text of a key, with {name} replaced. */
export const t = speaker("multivers", en);

export { number as count } from "../words/language.js";

/** Go speaks English itself. @type {Record<string, string>} */
const none = {};

/** The catalogue of Go's texts about Multivers, for translation.js. */
export const go = () => wordsOf("go-multivers") ?? none;

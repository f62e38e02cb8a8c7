// The words of the page about Multivers, by key, and those for what Go says of it.

import { speaker, wordsOf } from "../words/language.ts";
import en from "../locales/multivers.en.json";

export type Key = keyof typeof en;

/** The text of a key, with {name} replaced. */
export const t = speaker("multivers", en);

export { number as count } from "../words/language.ts";

/** Go speaks English itself. */
const none: Record<string, string> = {};

/** The catalogue of Go's texts about Multivers, for translation.ts. */
export const go = () => wordsOf("go-multivers") ?? none;

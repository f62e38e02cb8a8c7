// The words of the page about Multivers, by key, and what Go says of it.

import { speaker } from "../words/language.ts";
import { sayer } from "../words/said.ts";
import en from "../locales/multivers.en.json";

export type Key = keyof typeof en;

/** The text of a key, with {name} replaced. */
export const t = speaker("multivers", en);

export { number as count } from "../words/language.ts";

/** What tells Go's texts about Multivers. */
export const { row } = sayer("go-multivers");

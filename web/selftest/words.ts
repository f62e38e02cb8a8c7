// The words of the self-test, by key.

import { speaker } from "../words/language.ts";
import en from "../locales/selftest.en.json";

export type Key = keyof typeof en;

/** The text of a key, with {name} replaced. */
export const t = speaker("selftest", en);

// The words of the self-test, by key.

import { speaker } from "../words/language.js";
import en from "../locales/selftest.en.json";

/** @typedef {keyof typeof en} Key */

/** The text of a key, with {name} replaced. */
export const t = speaker("selftest", en);

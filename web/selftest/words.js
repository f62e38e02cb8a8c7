// The words of the self-test, by key.

import en from "../locales/selftest.en.json";
import { phrase } from "../phrase.js";

/** @typedef {keyof typeof en} Key */

/** @param {Key} key @param {Record<string, string | number>} [values] */
export const t = (key, values = {}) => phrase(en, key, values);

// The words of the table of requests, by key.

import en from "../locales/requests.en.json";
import { phrase } from "../phrase.js";

/** @typedef {keyof typeof en} Key */

/** @param {Key} key @param {Record<string, string | number>} [values] */
export const t = (key, values = {}) => phrase(en, key, values);

const numbers = new Intl.NumberFormat("en");

/** @param {number} n */
export const count = (n) => numbers.format(n);

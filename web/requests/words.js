// The words of the table of requests, by key, in the language that the page tells.

import en from "../locales/requests.en.json" with { type: "json" };
import { phrase } from "../words/phrase.js";
import { translated } from "../words/translation.js";

/** @typedef {keyof typeof en} Key */
/** @typedef {Record<string, string>} Words */

/** @type {Words} */
let words = {};
/** @type {Words} */
let go = {};
/** Made once for each language: to make one takes longer than to draw the table. */
let formats = formatsOf("en");

/** @param {string} locale */
function formatsOf(locale) {
  return {
    locale,
    numbers: new Intl.NumberFormat(locale),
    percents: new Intl.NumberFormat(locale, { style: "percent" }),
    moments: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }),
  };
}

/**
 * The language from now on.
 * @param {(catalogue: string) => Words | undefined} wordsOf
 * @param {string} kind for Intl
 */
export function speak(wordsOf, kind) {
  words = wordsOf("requests") ?? {};
  go = wordsOf("go") ?? {};
  if (kind !== formats.locale) formats = formatsOf(kind);
}

/** @param {Key} key @param {Record<string, string | number>} [values] */
export const t = (key, values = {}) => phrase(words[key] ?? en[key], values);

/** @param {number} n */
export const count = (n) => formats.numbers.format(n);

/** @param {number} share of 1 */
export const percent = (share) => formats.percents.format(share);

/** A moment in UTC. @param {number} at */
export const moment = (at) => formats.moments.format(at);

/** @template {{ id: string, title: string, detail?: string }} T @param {T} mistake @returns {T} */
export const inWords = (mistake) => translated(go, "mistake", { ...mistake, fix: "" });

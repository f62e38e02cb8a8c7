// The language that the page speaks, and all that is told in it. Nothing is stored.

import { catalogues, languages } from "./catalogues.js";
import { phrase } from "./phrase.js";

/** @import { Catalogues } from "./catalogues.js" */

let current = "en";
/** @type {Catalogues} */
let words = {};
/** How each place of the page is told, to tell it anew. @type {Map<string, () => unknown>} */
const told = new Map();
let turn = 0;

/** The id of the language. */
export const language = () => current;

/** A catalogue of the language; undefined in English. @param {string} name @returns {Record<string, string> | undefined} */
export const wordsOf = (name) => words[name];

/**
 * The function that gives a catalogue's texts, with {name} replaced, in the language.
 * @template {Record<string, string>} English
 * @param {string} name of the catalogue
 * @param {English} english
 * @returns {(key: keyof English & string, values?: Record<string, string | number>) => string}
 */
export const speaker = (name, english) => (key, values = {}) => phrase(words[name]?.[key] ?? english[key], values);

/**
 * Shows something in the language, and again whenever the language changes.
 * @param {string} place what is shown there before is forgotten
 * @param {() => unknown} how
 */
export function tell(place, how) {
  told.set(place, how);
  return how();
}

/** Tells a place anew, when something else has changed its words. @param {string} place */
export const retell = (place) => told.get(place)?.();

/** @param {string | null | undefined} tag such as fi-FI */
const idOf = (tag) => languages.find((id) => id === tag?.toLowerCase().split("-")[0]);

/**
 * The language that the address wishes, else the frame's host, else the browser.
 * @param {string | null} [host]
 */
export function wantedLanguage(host) {
  const tags = [new URLSearchParams(location.search).get("lang"), host, ...navigator.languages];
  return tags.map(idOf).find(Boolean) ?? "en";
}

/** Begins to fetch the words of the language that will be wanted. @param {string} [host] */
export const fetchWords = (host) => { catalogues(wantedLanguage(host)).catch(() => {}); }; // speak() tells it

/**
 * Changes the language once its words are there; it fails, and all stays, if they do not arrive. What was
 * overtaken by another wish is dropped.
 * @param {string} id
 */
export async function speak(id) {
  const mine = ++turn;
  const arrived = await catalogues(id);
  if (mine !== turn || id === current) return;
  current = id;
  words = arrived;
  document.documentElement.lang = id;
  for (const how of told.values()) how();
}

/** The kind of the language that the browser has, such as en-US, for Intl. */
export const locale = () => navigator.languages.find((tag) => idOf(tag) === current) ?? kinds[current] ?? current;

/** Where the browser has no kind of its own: that of Finland, and no month before the day. @type {Record<string, string>} */
const kinds = { en: "en-GB", sv: "sv-FI" };

/** @param {number} n @param {Intl.NumberFormatOptions} [how] */
export const number = (n, how) => new Intl.NumberFormat(locale(), how).format(n);

/** A moment to the second. @param {Date | number} at @param {string} [timeZone] the computer's own if absent */
export const moment = (at, timeZone) => new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "medium", timeZone }).format(at);

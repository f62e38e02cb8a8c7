// The language that the page speaks, and all that is told in it. Nothing is stored.

import { catalogues, languages } from "./catalogues.ts";
import { phrase } from "./phrase.ts";
import type { Catalogues } from "../site/served.ts";

let current = "en";
let words: Catalogues = {};
/** How each place of the page is told, to tell it anew. */
const told: Map<string, () => unknown> = new Map();
let turn = 0;

/** The id of the language. */
export const language = () => current;

export type Spoken = { id: string, words: Catalogues };

/** The language and its words, for a script that has this module of its own. */
export const spoken = (): Spoken => ({ id: current, words });

/** Speaks as another script does. */
export function adopt(as: Spoken) {
  current = as.id;
  ({ words } = as);
}

/** A catalogue of the language; undefined in English. */
export const wordsOf = (name: string): Record<string, string> | undefined => words[name];

/**
 * The function that gives a catalogue's texts, with {name} replaced, in the language.
 * @param name of the catalogue
 */
export const speaker = <English extends Record<string, string>>(name: string, english: English): (key: keyof English & string, values?: Partial<Record<string, string | number>>) => string => (key, values = {}) => phrase(words[name]?.[key] ?? english[key], values);

/**
 * Shows something in the language, and again whenever the language changes.
 * @param place what is shown there before is forgotten
 */
export function tell(place: string, how: () => unknown) {
  told.set(place, how);
  return how();
}

/** Tells a place anew, when something else has changed its words. */
export const retell = (place: string) => told.get(place)?.();

/** @param tag such as fi-FI */
const idOf = (tag: string | null | undefined) => languages.find((id) => id === tag?.toLowerCase().split("-")[0]);

/** The language that the address wishes, else the frame's host, else the browser. */
export function wantedLanguage(host?: string | null) {
  const tags = [new URLSearchParams(location.search).get("lang"), host, ...navigator.languages];
  return tags.map(idOf).find(Boolean) ?? "en";
}

/** Begins to fetch the words of the language that will be wanted. */
export const fetchWords = (host?: string) => { catalogues(wantedLanguage(host)).catch(() => {}); }; // speak() tells it

/** Changes the language once its words are there; it fails, and all stays, if they do not arrive. What was overtaken by another wish is dropped. */
export async function speak(id: string) {
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

/** Where the browser has no kind of its own: that of Finland, and no month before the day. */
const kinds: Partial<Record<string, string>> = { en: "en-GB", sv: "sv-FI" };

export const number = (n: number, how?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale(), how).format(n);

const units = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000], ["second", 1000], ["millisecond", 1]] as const;

/** A length of time, without what is zero: "2 days 3 hr". @param milliseconds more than none */
export function duration(milliseconds: number) {
  let left = milliseconds;
  return units.flatMap(([unit, length]) => {
    const n = Math.floor(left / length);
    left -= n * length;
    return n ? [number(n, { style: "unit", unit, unitDisplay: "short" })] : [];
  }).join(" ");
}

/** A moment to the second. @param timeZone the computer's own if absent */
export const moment = (at: Date | number, timeZone?: string) => new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "medium", timeZone }).format(at);

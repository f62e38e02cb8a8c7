// The words of the table of requests, by key, in the language that the page tells.

import en from "../locales/requests.en.json" with { type: "json" };
import { phrase } from "../words/phrase.ts";
import { translated } from "../words/translation.ts";

export type Key = keyof typeof en;
type Words = Record<string, string>;

let words: Words = {};
let go: Words = {};
/** Made once for each language: to make one takes longer than to draw the table. */
let formats = formatsOf("en");

function formatsOf(locale: string) {
  return {
    locale,
    numbers: new Intl.NumberFormat(locale),
    percents: new Intl.NumberFormat(locale, { style: "percent" }),
    moments: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }),
  };
}

/** The language from now on. @param kind for Intl */
export function speak(wordsOf: (catalogue: string) => Words | undefined, kind: string) {
  words = wordsOf("requests") ?? {};
  go = wordsOf("go") ?? {};
  if (kind !== formats.locale) formats = formatsOf(kind);
}

export const t = (key: Key, values: Record<string, string | number> = {}) => phrase(words[key] ?? en[key], values);

export const count = (n: number) => formats.numbers.format(n);

/** @param share of 1 */
export const percent = (share: number) => formats.percents.format(share);

/** A moment in UTC. */
export const moment = (at: number) => formats.moments.format(at);

export const inWords = <T extends { id: string, title: string, detail?: string }>(mistake: T): T => translated(go, "mistake", { ...mistake, fix: "" });

// The words of the table of requests, by key, in the language that the page tells.

import en from "../locales/requests.en.json" with { type: "json" };
import { phrase } from "../words/phrase.ts";

export type Key = keyof typeof en;
type Words = Record<string, string>;

let words: Words = {};
/** Made once for each language: to make one takes longer than to draw the table. */
let formats = formatsOf("en");

function formatsOf(locale: string) {
  return {
    locale,
    numbers: new Intl.NumberFormat(locale),
    percents: new Intl.NumberFormat(locale, { style: "percent" }),
    moments: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }),
    hours: new Intl.DateTimeFormat(locale, { timeStyle: "medium", timeZone: "UTC" }),
    seconds: new Intl.NumberFormat(locale, { style: "unit", unit: "second", unitDisplay: "long" }),
    minutes: new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" }),
  };
}

/** The language from now on. @param kind for Intl */
export function speak(wordsOf: (catalogue: string) => Words | undefined, kind: string) {
  words = wordsOf("requests") ?? {};
  if (kind !== formats.locale) formats = formatsOf(kind);
}

export const t = (key: Key, values: Record<string, string | number> = {}) => phrase(words[key] ?? en[key], values);

export const count = (n: number) => formats.numbers.format(n);

/** @param share of 1 */
export const percent = (share: number) => formats.percents.format(share);

/** A moment in UTC. */
export const moment = (at: number) => formats.moments.format(at);

/** An hour, with its day where there are several; in UTC. */
export const hour = (at: number, days: boolean) => (days ? formats.moments : formats.hours).format(at);

/** A length of time as one says it: "12 seconds", "3 minutes". */
export const span = (milliseconds: number) => (milliseconds < 90_000
  ? formats.seconds.format(Math.max(1, Math.ceil(milliseconds / 1000)))
  : formats.minutes.format(Math.round(milliseconds / 60_000)));

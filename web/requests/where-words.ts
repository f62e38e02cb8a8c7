// Where and when a cause happens, in words: its parts one after the other, of which values can be filtered by.

import { seen } from "../text/unseen.ts";
import { count, hour, t } from "./words.ts";
import type { Value, When, Where } from "./where.ts";

/** name is a value to filter by; what is said of it follows */
export interface Part { key: string, text: string, name?: string, filter?: Record<string, number> }

/** So many values of a place are named, the most frequent. */
const most = 3;
const day = 86_400_000;
/** What comes now and then is away for so many times its mean distance in one case of 150: that is not told as an end. */
const chance = 5;

/** @param all how many requests there are @param when undefined while it may change */
export function partsOf(n: number, all: number, { places }: Where, when: When | undefined, span: { first: number, last: number }): Part[] {
  return [
    { key: "count", name: t("where.count", { count: count(n), all: count(all) }), text: "", filter: {} },
    ...places.flatMap(placeParts),
    ...(when ? timeParts(when, n, Math.floor(span.first / day) !== Math.floor(span.last / day)) : []),
  ];
}

function placeParts({ place, all, values }: Where["places"][number]): Part[] {
  if (values.length === all && all > 2) return [{ key: place, text: t(`where.${place}.all`) }];
  const text = t(`where.${place}`, { some: count(values.length), all: count(all) });
  if (values.length === all) return [{ key: place, text }];
  return [{ key: place, text: `${text}:` }, ...values.slice(0, most).map((value) => valuePart(place, value)), ...(values.length > most ? [{ key: `${place} more`, text: "…" }] : [])];
}

const valuePart = (place: string, { number, name, count: n, of }: Value): Part => (
  { key: `${place} ${number}`, name: seen(name) || "–", text: t("where.value", { count: count(n), all: count(of) }), filter: { [place]: number } });

function timeParts({ first, last, before, between, after }: When, n: number, days: boolean): Part[] {
  if (first === last) return [{ key: "at", text: t("where.at", { time: hour(first, days) }) }];
  const long = chance * (between + n) / n;
  if (before < long && after < long) return [{ key: "always", text: t("where.always") }];
  return [
    ...(before >= long ? [{ key: "since", text: t("where.since", { time: hour(first, days) }) }, { key: "before", text: t("where.before", { count: count(before) }) }] : []),
    ...(after >= long ? [{ key: "until", text: t("where.until", { time: hour(last, days) }) }, { key: "after", text: t("where.after", { count: count(after) }) }] : []),
  ];
}

// Where and when a cause happens among all requests, as numbers; where-words.ts has the words.

import { places } from "./places.ts";
import type { Cause } from "./causes.ts";
import type { Rows } from "./rows.ts";

type Shown = typeof places[number];

/** A value of a place: how many requests have it with the cause, and at all. */
export interface Value { number: number, name: string, count: number, of: number }
export interface Where {
  /** Only those of which there is more than one value; the most frequent values first. */
  places: { place: Shown, all: number, values: Value[] }[];
  /** The numbers of the keys that its requests have, if some request is right with each of them. */
  right: number[];
}
/** How many requests without it there were before the first that has it, between the first and the last, and after the last. */
export interface When { first: number, last: number, before: number, between: number, after: number }

export function whereOf({ where }: Cause, { places: values, rightBy }: Rows): Where {
  return {
    places: places.filter((place) => values.counts(place).length > 1).map((place) => {
      const counts = values.counts(place);
      return { place, all: counts.length, values: [...where[place]].map(([number, count]) => ({ number, name: values.name(place, number), count, of: counts[number] })).sort((a, b) => b.count - a.count) };
    }),
    right: [...where.keys.keys()].every((keys) => values.name("keys", keys) && rightBy[keys]) ? [...where.keys.keys()] : [],
  };
}

/**
 * When each of some causes happened, all counted in one turn; undefined where some of its requests have no moment.
 * What may have the same mistake, or is not known, is not counted as without it.
 */
export function whenOf(causes: Cause[], { verdicts, moments, causes: found }: Rows): (When | undefined)[] {
  const told = causes.map(({ count, timed, first, last }) => (timed === count ? { first, last, before: 0, between: 0, after: 0 } : undefined));
  const apart = causes.map((cause) => new Set(found.all().filter((other) => !other.shares(cause))));
  verdicts.forEach((verdict, index) => {
    const cause = found.of(index), at = moments[index];
    if (verdict !== "right" && !(verdict === "wrong" && cause)) return;
    told.forEach((when, i) => {
      if (!when || (cause && !apart[i].has(cause))) return;
      if (at < when.first) when.before++;
      else if (at > when.last) when.after++;
      else if (at >= when.first) when.between++;
    });
  });
  return told;
}

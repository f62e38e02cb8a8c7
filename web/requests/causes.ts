// The causes that were found, each with how often, where and when: counted one by one.

import { places } from "./places.ts";
import type { Mistake } from "../api/types/mac.d.ts";
import type { Place, Places } from "./places.ts";

type Args = Record<string, string>;

/** What stands for a value that is another in each request. */
export const other = "…";

/** Distances that zones have are causes of their own. */
const quarter = 15 * 60_000;

/** What a mistake is counted by, whatever the language. */
function keyOf({ id, found }: Mistake) {
  const { field = "", fields = "", distance = "" } = found?.args ?? {};
  return [id, found?.id, field, fields, distance && Number(distance) % quarter === 0 ? distance : ""].filter(Boolean).join(" ");
}

/** What a cause is counted and filtered by; one that was not found has no mistakes. */
export const groupOf = (mistakes: Mistake[]) => mistakes.map(keyOf).join(" + ") || "unknown";

/** Mistakes that together were made in one request or many. */
export class Cause {
  group: string;
  /** Of the first request, with the values that all have alike. */
  mistakes: Mistake[];
  /** Those of the first request, with its own values. */
  example: readonly Mistake[];
  keys: string[];
  count = 0;
  /** How many of them have a moment; the first of these and the last. */
  timed = 0;
  first = Infinity;
  last = -Infinity;
  /** How many requests have each value of a place, by its number. */
  where = Object.fromEntries([...places, "keys" as const].map((place) => [place, new Map()])) as Record<Place, Map<number, number>>;

  constructor(group: string, mistakes: Mistake[]) {
    this.group = group;
    this.mistakes = [...mistakes];
    this.example = mistakes;
    this.keys = mistakes.map(keyOf);
  }

  /** @param args of each mistake @param at milliseconds since 1970, NaN if unknown */
  add(args: (Args | undefined)[], index: number, at: number, values: Places) {
    this.count++;
    if (!Number.isNaN(at)) {
      this.timed++;
      this.first = Math.min(this.first, at);
      this.last = Math.max(this.last, at);
    }
    args.forEach((own, i) => { this.#meet(i, own); });
    for (const place of [...places, "keys" as const]) {
      const number = values.of(place, index), counts = this.where[place];
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }

  /** Keeps of a mistake's values what they have in common. */
  #meet(i: number, own: Args = {}) {
    const { found } = this.mistakes[i];
    if (!found || Object.entries(found.args).every(([name, value]) => value === other || value === own[name])) return;
    const args = Object.fromEntries(Object.entries(found.args).map(([name, value]) => [name, value === own[name] ? value : other]));
    this.mistakes[i] = { ...this.mistakes[i], found: { ...found, args } };
  }

  /** Whether a request of this cause may have another's mistake. */
  shares({ keys }: Cause) {
    return !this.keys.length || this.keys.some((key) => keys.includes(key));
  }
}

export class Causes {
  #all = new Map<string, Cause>();
  /** Of each row: the cause, undefined until it was looked for, and the values of its mistakes. */
  #of: (Cause | undefined)[] = [];
  #args: (Args | undefined)[][] = [];

  found(index: number, mistakes: Mistake[], at: number, values: Places) {
    const group = groupOf(mistakes), cause = this.#all.get(group) ?? new Cause(group, mistakes);
    this.#all.set(group, cause);
    this.#of[index] = cause;
    this.#args[index] = mistakes.map(({ found }) => found?.args);
    cause.add(this.#args[index], index, at, values);
  }

  /** Forgets all, which other keys have made wrong. */
  forget() {
    this.#all.clear();
    this.#of = [];
    this.#args = [];
  }

  of(index: number) {
    return this.#of[index];
  }

  /** The mistakes of one row, with its own values. */
  mistakesOf(index: number) {
    return this.#of[index]?.mistakes.map((mistake, i) => {
      const args = this.#args[index][i];
      return mistake.found && args ? { ...mistake, found: { ...mistake.found, args } } : mistake;
    });
  }

  /** The most frequent first. */
  all() {
    return [...this.#all.values()].sort((a, b) => b.count - a.count);
  }
}

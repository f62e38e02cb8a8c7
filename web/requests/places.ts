// What requests have in common: the resource, company, sender and customer of each, kept as numbers, so that a hundred
// thousand rows are counted and filtered without their texts.

import { ringName } from "./row.ts";
import type { Row } from "./row.ts";

/** keys are told by the ids that they belong to */
export type Place = "resource" | "company" | "sender" | "customer" | "keys";
/** Those that are shown. */
export const places = ["resource", "company", "sender", "customer"] as const satisfies readonly Place[];
const all: readonly Place[] = [...places, "keys"];

/** Of some rows: names, and of each row the number of its name. */
export type Named = Record<Place, { names: string[], of: number[] }>;
type Told = Pick<Row, "request" | "keys">;

const nameOf: Record<Place, (row: Told) => string> = {
  resource: ({ request: { url = "" } }) => resourceOf(url),
  company: ({ request }) => request.organisationId ?? "",
  sender: ({ request }) => request.sender ?? "",
  customer: ({ request }) => request.customerId ?? "",
  keys: ({ request, keys }) => (keys?.customer && keys.partner ? "" : ringName(request)), // those of a row may be others in the next
};

export const resourceOf = (url: string) => /[^/]*\.nv/.exec(url)?.[0] ?? url.split("?")[0];

export function namedOf(rows: Told[]): Named {
  return Object.fromEntries(all.map((place) => {
    const values = new Values();
    for (const row of rows) values.push(nameOf[place](row));
    return [place, { names: values.names, of: values.of }];
  })) as Named;
}

/** Values of rows, one after the other. */
class Values {
  names: string[] = [];
  /** How many rows have each. */
  counts: number[] = [];
  of: number[] = [];
  #numbers = new Map<string, number>();

  number(name: string) {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    this.counts.push(0);
    return this.names.push(name) - 1;
  }

  push(name: string) {
    this.take(this.number(name));
  }

  take(number: number) {
    this.of.push(number);
    this.counts[number]++;
  }
}

export class Places {
  #values = Object.fromEntries(all.map((place) => [place, new Values()])) as Record<Place, Values>;

  add(named: Named) {
    for (const place of all) {
      const { names, of } = named[place], values = this.#values[place], numbers = names.map((name) => values.number(name));
      for (const number of of) values.take(numbers[number]);
    }
  }

  /** The number of a row's value. */
  of(place: Place, index: number) {
    return this.#values[place].of[index];
  }

  name(place: Place, number: number) {
    return this.#values[place].names[number];
  }

  /** How many rows have each value, by its number. */
  counts(place: Place): readonly number[] {
    return this.#values[place].counts;
  }
}

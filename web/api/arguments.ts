// What a caller of the API passes, checked. A refusal names the function and
// the argument, and shows no value: it could be a key.

import { MacError } from "./compile.ts";
import type { Field, FieldName } from "./types/mac.d.ts";

/** @param place the function and the argument: "sum: keys" */
function refusal(place: string, value: unknown, wanted: string, field?: FieldName) {
  const found = value === undefined ? "it is missing" : `not ${value === null ? "null" : typeof value}`;
  return new MacError(`${place} must be ${wanted}, ${found}`, { field });
}

export function objectAt(place: string, value: unknown): object {
  if (typeof value === "object" && value !== null) return value;
  throw refusal(place, value, "an object");
}

export function textAt(place: string, value: unknown, field?: FieldName) {
  if (typeof value === "string") return value;
  throw refusal(place, value, "a string", field);
}

/** Milliseconds since 1970, or undefined if there is no Date. */
export function momentAt(place: string, value: unknown) {
  if (value === undefined) return undefined;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.getTime();
  throw refusal(place, value, "a valid Date");
}

/** What an object holds under a name; what its getter throws may hold a key. */
function read(place: string, object: object, property: string) {
  try {
    return (object as Record<string, unknown>)[property];
  } catch {
    throw new MacError(`${place}.${property} cannot be read: its getter fails`);
  }
}

/** An option, or undefined. */
export function optionOf(name: string, options: unknown, property: string) {
  return options === undefined ? undefined : read(`${name}: options`, objectAt(`${name}: options`, options), property);
}

/**
 * The values of all fields in one string, each after its length: to hand over thirteen strings would take longer than
 * the MAC.
 * @param name of the function that was called
 */
export function valuesOf(name: string, fields: readonly Field[], request: unknown, keys: unknown) {
  const values = objectAt(`${name}: request`, request);
  const secrets = objectAt(`${name}: keys`, keys);
  let all = "";
  for (const { name: field, secret } of fields) {
    const value = secret
      ? read(`${name}: keys`, secrets, field.slice(0, -"Key".length))
      : read(`${name}: request`, values, field);
    all += packed(value === undefined ? "" : textAt(`${name}: ${field}`, value, field));
  }
  return all;
}

const packed = (text: string) => `${text.length}:${text}`;

/** The keys of many, each behind its name; those of which one is missing are left out. */
export function ringAt(place: string, ring: unknown) {
  let all = "";
  for (const [name, keys] of Object.entries(objectAt(place, ring))) {
    const [customer, partner] = ["customer", "partner"].map((which) => read(place, objectAt(place, keys), which));
    if (customer && partner) all += packed(name) + packed(textAt(place, customer)) + packed(textAt(place, partner));
  }
  return all;
}

export function wholeAt(place: string, value: unknown) {
  if (Number.isInteger(value)) return value as number;
  throw refusal(place, value, "a whole number");
}

/** False if it is absent. */
export function flagAt(place: string, value: unknown) {
  if (value === undefined || typeof value === "boolean") return value === true;
  throw refusal(place, value, "true or false");
}

/** An object's names and texts in one string, each after its length. */
export function textsAt(place: string, values: unknown) {
  const object = objectAt(place, values);
  return Object.keys(object)
    .flatMap((name) => [name, textAt(`${place}.${name}`, read(place, object, name))])
    .map((text) => `${text.length}:${text}`).join("");
}

export function listAt(place: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw refusal(place, value, "a list");
}

/** A list of ids in one string, with spaces between. */
export function idsAt(place: string, value: unknown) {
  if (value === undefined) return "";
  if (Array.isArray(value) && value.every((id) => typeof id === "string")) return value.join(" ");
  throw refusal(place, value, "a list of strings");
}

/** A function, or undefined if there is none. */
export function functionAt(place: string, value: unknown): ((...args: unknown[]) => unknown) | undefined {
  if (value === undefined || typeof value === "function") return value as (...args: unknown[]) => unknown;
  throw refusal(place, value, "a function");
}

// What a caller of the API passes, checked. A refusal names the function and
// the argument, and shows no value: it could be a key.

import { MacError } from "./compile.js";

/** @import { Field, FieldName } from "./types/mac.d.ts" */

/**
 * @param {string} place the function and the argument: "sum: keys"
 * @param {unknown} value
 * @param {string} wanted
 * @param {FieldName} [field]
 */
function refusal(place, value, wanted, field) {
  const found = value === undefined ? "it is missing" : `not ${value === null ? "null" : typeof value}`;
  return new MacError(`${place} must be ${wanted}, ${found}`, field);
}

/** @param {string} place @param {unknown} value @returns {object} */
export function objectAt(place, value) {
  if (typeof value === "object" && value !== null) return value;
  throw refusal(place, value, "an object");
}

/** @param {string} place @param {unknown} value @param {FieldName} [field] */
export function textAt(place, value, field) {
  if (typeof value === "string") return value;
  throw refusal(place, value, "a string", field);
}

/** Milliseconds since 1970, or undefined if there is no Date. @param {string} place @param {unknown} value */
export function momentAt(place, value) {
  if (value === undefined) return undefined;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.getTime();
  throw refusal(place, value, "a valid Date");
}

/**
 * What an object holds under a name; what its getter throws may hold a key.
 * @param {string} place @param {object} object @param {string} property
 */
function read(place, object, property) {
  try {
    return /** @type {Record<string, unknown>} */ (object)[property];
  } catch {
    throw new MacError(`${place}.${property} cannot be read: its getter fails`);
  }
}

/** An option, or undefined. @param {string} name @param {unknown} options @param {string} property */
export function optionOf(name, options, property) {
  return options === undefined ? undefined : read(`${name}: options`, objectAt(`${name}: options`, options), property);
}

/**
 * The values of all fields in one string, each after its length: to hand over
 * thirteen strings would take longer than the MAC.
 * @param {string} name of the function that was called
 * @param {readonly Field[]} fields
 * @param {unknown} request
 * @param {unknown} keys
 */
export function valuesOf(name, fields, request, keys) {
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

/** @param {string} text */
const packed = (text) => `${text.length}:${text}`;

/** The keys of many, each behind its name; those of which one is missing are left out. @param {string} place @param {unknown} ring */
export function ringAt(place, ring) {
  let all = "";
  for (const [name, keys] of Object.entries(objectAt(place, ring))) {
    const [customer, partner] = ["customer", "partner"].map((which) => read(place, objectAt(place, keys), which));
    if (customer && partner) all += packed(name) + packed(textAt(place, customer)) + packed(textAt(place, partner));
  }
  return all;
}

/** @param {string} place @param {unknown} value */
export function wholeAt(place, value) {
  if (Number.isInteger(value)) return /** @type {number} */ (value);
  throw refusal(place, value, "a whole number");
}

/** False if it is absent. @param {string} place @param {unknown} value */
export function flagAt(place, value) {
  if (value === undefined || typeof value === "boolean") return value === true;
  throw refusal(place, value, "true or false");
}

/** An object's names and texts in one string, each after its length. @param {string} place @param {unknown} values */
export function textsAt(place, values) {
  const object = objectAt(place, values);
  return Object.keys(object)
    .flatMap((name) => [name, textAt(`${place}.${name}`, read(place, object, name))])
    .map((text) => `${text.length}:${text}`).join("");
}

/** @param {string} place @param {unknown} value @returns {readonly unknown[]} */
export function listAt(place, value) {
  if (Array.isArray(value)) return value;
  throw refusal(place, value, "a list");
}

/** A list of ids in one string, with spaces between. @param {string} place @param {unknown} value */
export function idsAt(place, value) {
  if (value === undefined) return "";
  if (Array.isArray(value) && value.every((id) => typeof id === "string")) return value.join(" ");
  throw refusal(place, value, "a list of strings");
}

/**
 * A function, or undefined if there is none.
 * @param {string} place
 * @param {unknown} value
 * @returns {((...args: any[]) => unknown) | undefined}
 */
export function functionAt(place, value) {
  if (value === undefined || typeof value === "function") return /** @type {any} */ (value);
  throw refusal(place, value, "a function");
}

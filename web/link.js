// A request in a link, behind the #, so that no server sees it; never a key.

import { requestNames } from "./request.js";

/** @import { FieldName, Keys, MacRequest } from "./mac.d.ts" */
/** @import { Mode } from "./mode.js" */

/** A shorter text is found in values by chance. */
const shortestKey = 4;

/**
 * Whether a text has a key in it, as when it was typed into a wrong field.
 * @param {string} text
 * @param {Keys} keys
 */
export function holdsKey(text, keys) {
  return [keys.customer, keys.partner].some((key) => key.length >= shortestKey && text.includes(key));
}

/**
 * The fragment of a link, and the fields that are not in it because they hold a key.
 * @param {Mode} mode
 * @param {MacRequest} request
 * @param {Keys} keys
 * @returns {{ fragment: string, left: FieldName[] }}
 */
export function fragmentOf(mode, request, keys) {
  const filled = requestNames.filter((name) => request[name]);
  const left = filled.filter((name) => holdsKey(request[name] ?? "", keys));
  const values = filled.filter((name) => !left.includes(name)).map((name) => [name, request[name] ?? ""]);
  return { fragment: `#${mode}?${new URLSearchParams(values)}`, left };
}

/**
 * The request of a link, or null.
 * @param {string} fragment
 * @returns {MacRequest | null}
 */
export function requestIn(fragment) {
  const [, query] = /^#(?:create|check)\?(.*)$/s.exec(fragment) ?? [];
  if (query === undefined) return null;
  const values = new URLSearchParams(query);
  return Object.fromEntries(requestNames.flatMap((name) => (values.has(name) ? [[name, values.get(name) ?? ""]] : [])));
}

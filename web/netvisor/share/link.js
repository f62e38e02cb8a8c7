// A request in a link, behind the #, so that no server sees it; never a key.

import { framed, guarded, guardedQuery, holds } from "../../text/guard.js";
import { requestNames } from "../request.js";

/** @import { Charset, FieldName, MacRequest } from "../../api/types/mac.d.ts" */
/** @import { Mode } from "../mode.js" */

/** @typedef {{ request: MacRequest, charset: Charset | "" }} Linked all that decides a MAC but the keys */

/** @type {readonly string[]} */
const charsets = ["ISO-8859-1", "ISO-8859-15", "UTF-8"];

/** The charset that a text from elsewhere names, or "" for the algorithm's own. @param {unknown} text @returns {Charset | ""} */
export const charsetOf = (text) => (typeof text === "string" && charsets.includes(text) ? /** @type {Charset} */ (text) : "");

/** The fields that hold a key, or what has its form. @param {MacRequest} request @returns {FieldName[]} */
export const heldBack = (request) => requestNames.filter((name) => holds(request[name] ?? "", name));

/**
 * The fragment of a link, and the fields that are not in it because they hold a key.
 * @param {Mode} mode
 * @param {Linked} input
 * @returns {{ fragment: Guarded, left: FieldName[] }}
 */
export function fragmentOf(mode, { request, charset }) {
  /** @type {[string, string][]} */
  const values = [...requestNames.map((name) => /** @type {[string, string]} */ ([name, request[name] ?? ""])), ["charset", charset]];
  return { fragment: framed`#${guarded(mode)}?${guardedQuery(values.filter(([, value]) => value))}`, left: heldBack(request) };
}

/**
 * What a link holds, or null.
 * @param {string} fragment
 * @returns {Linked | null}
 */
export function requestIn(fragment) {
  const [, query] = /^#(?:create|check)\?(.*)$/s.exec(fragment) ?? [];
  if (query === undefined) return null;
  const values = new URLSearchParams(query);
  const request = Object.fromEntries(requestNames.flatMap((name) => (values.has(name) ? [[name, values.get(name) ?? ""]] : [])));
  return { request, charset: charsetOf(values.get("charset")) };
}

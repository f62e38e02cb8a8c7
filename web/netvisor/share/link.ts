// A request in a link, behind the #, so that no server sees it; never a key.

import { framed, guarded, guardedQuery, holds } from "../../text/guard.ts";
import { requestNames } from "../request.ts";
import type { Charset, FieldName, MacRequest } from "../../api/types/mac.d.ts";
import type { Mode } from "../mode.ts";

/** all that decides a MAC but the keys */
type Linked = { request: MacRequest, charset: Charset | "" };

const charsets: readonly string[] = ["ISO-8859-1", "ISO-8859-15", "UTF-8"];

/** The charset that a text from elsewhere names, or "" for the algorithm's own. */
export const charsetOf = (text: unknown): Charset | "" => (typeof text === "string" && charsets.includes(text) ? (text as Charset) : "");

/** The fields that hold a key, or what has its form. */
export const heldBack = (request: MacRequest): FieldName[] => requestNames.filter((name) => holds(request[name] ?? "", name));

/** The fragment of a link, and the fields that are not in it because they hold a key. */
export function fragmentOf(mode: Mode, { request, charset }: Linked): { fragment: Guarded, left: FieldName[] } {
  const values: [string, string][] = [...requestNames.map((name) => [name, request[name] ?? ""] as [string, string]), ["charset", charset]];
  return { fragment: framed`#${guarded(mode)}?${guardedQuery(values.filter(([, value]) => value))}`, left: heldBack(request) };
}

/** A link to the page that carries a request, and the fields that it does not carry. In a frame that is the whole page, which the frame links to. */
export function linkTo(mode: Mode, form: Linked) {
  const { fragment, left } = fragmentOf(mode, form), whole = document.querySelector<HTMLAnchorElement>("a#full") ?? location;
  return { link: framed`${guarded(whole.href.replace(/#.*$/s, ""))}${fragment}`, left };
}

/** What a link holds, or null. */
export function requestIn(fragment: string): Linked | null {
  const query = /^#(?:create|check)\?(.*)$/s.exec(fragment)?.[1];
  if (query === undefined) return null;
  const values = new URLSearchParams(query);
  const request = Object.fromEntries(requestNames.flatMap((name) => (values.has(name) ? [[name, values.get(name) ?? ""]] : [])));
  return { request, charset: charsetOf(values.get("charset")) };
}

// A text about a MAC that no known mistake explains, for whoever can teach the page another: no value of the request is in it,
// and no key, but what kinds of characters they have. It is in English, which its readers have in common.

import { version, macSHA256 } from "version";
import { framed, guarded, guardedJoin } from "../../text/guard.ts";
import type { Report } from "../../api/types/mac.d.ts";
import type { Input } from "../workings.ts";

export function unexplained({ request: { algorithm = "", ...request }, keys, charset }: Input, { stages, notices }: Report): Guarded {
  const values = Object.entries({ ...request, customerKey: keys.customer, partnerKey: keys.partner } as Record<string, string>);
  return guardedJoin([
    "A MAC that no known mistake explains", "",
    `Version ${version}, module ${macSHA256.slice(0, 16)}`,
    `Algorithm: ${guarded(algorithm).slice(0, 40) || "absent"}; charset: ${charset || "the algorithm's own"}`,
    `Searched: ${stages.map(({ id, tried }) => `${id} ${tried}`).join(", ")}`,
    ...values.map(([name, value]) => `${name}: ${shapeOf(value)}`),
    `Hints: ${notices.map(({ id }) => id).join(", ") || "none"}`, "",
    "Please add: the language and library of the program; what it signs, in which order; how it sends the request.",
  ].map((line) => framed`${guarded(line, "module")}`), "\n");
}

function shapeOf(value: string) {
  const kinds = { "small hex digits": /^[\da-f]+$/, "digits": /^\d+$/, "ASCII": /^[\x20-\x7e]*$/, "Latin-1": /^[\x20-\x7e\xa0-\xff]*$/ };
  const kind = Object.entries(kinds).find(([, pattern]) => pattern.test(value))?.[0] ?? "other characters, too";
  return value ? `${Array.from(value).length} characters, ${kind}` : "empty";
}

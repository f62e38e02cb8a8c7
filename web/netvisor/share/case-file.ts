// The case file: a request, its report and what can be said of the keys, for
// somebody else who has the keys. It is JSON, and holds no key.

import { version, macSHA256 } from "version";
import { guardedJSON } from "../../text/guard.ts";
import { charsetOf } from "./link.ts";
import { requestOf } from "../request.ts";
import type { Charset, MacRequest, Note } from "../../api/types/mac.d.ts";
import type { Case, Finding, Named } from "./case.ts";
import type { Described, DescribedKeys } from "./described.ts";

export function caseFile({ request, charset }: { request: MacRequest, charset: Charset | "" }, keys: DescribedKeys, { report, doubts = [] }: { report?: Finding, doubts?: Note[] } | undefined = {}, now: Date): Guarded {
  /** of the page's version and the module's SHA-256 */
  const made: Case & { page: string, module: string } = {
    netvisorCase: 1, made: now.toISOString(), page: version, module: macSHA256, request, charset,
    report: report ? { ok: report.ok, causes: report.causes.map((cause) => cause.map(named)), notices: report.notices.map(named), doubts: doubts.map(({ id, text }) => ({ id, title: text })), tried: report.tried, exhausted: report.exhausted } : null,
    keys,
  };
  return guardedJSON(made);
}

function named({ id, title, detail, found }: Named): Named {
  return { id, title, ...(detail ? { detail } : {}), ...(found ? { found } : {}) };
}

/** In characters: a whole report has fewer. */
const largest = 1_000_000;
/** Of a text, a list, and of what is shown of a case in a row. */
const longest = 10_000, most = 50, shown = 200;

/** Why a text is no case file, by the key of the sentence. */
export class CaseError extends Error {
  key: "case.broken" | "case.newer";
  values: Record<string, string>;

  constructor(key: "case.broken" | "case.newer", values: Record<string, string> = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** Reads a case file; what is not one is refused with a CaseError. */
export function readCase(text: string): Case {
  const { netvisorCase, made, request, charset, report, keys } = rowOf(parsed(text));
  if (netvisorCase !== 1) throw new CaseError("case.newer", { version: typeof netvisorCase === "number" ? String(netvisorCase) : "?" });
  const values = rowOf(request), found = rowOf(report), described = rowOf(keys);
  return {
    netvisorCase: 1, made: short(made),
    request: requestOf((name) => textOf(values[name])), charset: charsetOf(charset),
    report: report ? { ok: found.ok === true, causes: rows(found.causes).map((cause) => rows(cause).map(nameOf)), notices: rows(found.notices).map(nameOf), doubts: rows(found.doubts).map(nameOf), tried: numberOf(found.tried), exhausted: found.exhausted === true } : null,
    keys: { salt: short(described.salt), customer: keyOf(described.customer), partner: keyOf(described.partner) },
  };
}

function parsed(text: string): unknown {
  try {
    if (text.length < largest) return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {} // it may be too deep, too
  throw new CaseError("case.broken");
}

const rowOf = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});

const textOf = (value: unknown) => (typeof value === "string" ? value.slice(0, longest) : "");

/** What is shown of a text from elsewhere. */
const short = (value: unknown) => textOf(value).slice(0, shown);

const numberOf = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : 0);

const rows = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);

function nameOf(mistake: unknown): Named {
  const { id, title, detail, found } = rowOf(mistake), sentence = rowOf(found);
  const args = Object.fromEntries(Object.entries(rowOf(sentence.args)).slice(0, most).map(([name, value]) => [name, short(value)]));
  return named({ id: short(id), title: short(title), detail: short(detail), ...(sentence.id ? { found: { id: short(sentence.id), args } } : {}) });
}

function keyOf(key: unknown): Described | null {
  if (!key) return null;
  const { length, alphabet, fingerprint } = rowOf(key);
  return { length: numberOf(length), alphabet: alphabet === "lower" || alphabet === "upper" || alphabet === "hex" ? alphabet : "other", fingerprint: short(fingerprint) };
}

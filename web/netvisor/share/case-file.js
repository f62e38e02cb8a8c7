// The case file: a request, its report and what can be said of the keys, for
// somebody else who has the keys. It is JSON, and holds no key.

import { version, macSHA256 } from "version";
import { guardedJSON } from "../../text/guard.js";
import { describe } from "./keys.js";
import { charsetOf } from "./link.js";
import { requestOf } from "../request.js";
import { newSalt } from "../../text/salt.js";

/** @import { Charset, Keys, MacRequest, Mistake, Note, Report } from "../../api/types/mac.d.ts" */
/** @import { Described } from "./keys.js" */

/** @typedef {{ id: string, title: string, detail?: string }} Named */
/**
 * @typedef {object} Case
 * @property {1} netvisorCase the version of this form
 * @property {string} made when, in UTC
 * @property {MacRequest} request
 * @property {Charset | ""} charset
 * @property {{ ok: boolean, causes: Named[][], notices: Named[], doubts: Named[], tried: number, exhausted: boolean } | null} report null if nothing was checked
 * @property {{ salt: string, customer: Described | null, partner: Described | null }} keys
 */

/**
 * @param {{ request: MacRequest, keys: Keys, charset: Charset | "" }} input
 * @param {{ report?: Report, doubts?: Note[] } | undefined} result
 * @param {Date} now
 * @returns {Promise<Guarded>}
 */
export async function caseFile({ request, keys, charset }, { report, doubts = [] } = {}, now) {
  const salt = newSalt();
  /** @type {Case & { page: string, module: string }} of the page's version and the module's SHA-256 */
  const made = {
    netvisorCase: 1, made: now.toISOString(), page: version, module: macSHA256, request, charset,
    report: report ? { ok: report.ok, causes: report.causes.map((cause) => cause.map(named)), notices: report.notices.map(named), doubts: doubts.map(({ id, text }) => ({ id, title: text })), tried: report.tried, exhausted: report.exhausted } : null,
    keys: { salt, customer: await describe(keys.customer, salt), partner: await describe(keys.partner, salt) },
  };
  return guardedJSON(made);
}

/** @param {Mistake} mistake @returns {Named} */
function named({ id, title, detail }) {
  return detail ? { id, title, detail } : { id, title };
}

/** @param {string} text */
export function isCase(text) {
  return /^\ufeff?\s*\{\s*"netvisorCase"/.test(text);
}

/** In characters: a whole report has fewer. */
const largest = 1_000_000;
/** Of a text, a list, and of what is shown of a case in a row. */
const longest = 10_000, most = 50, shown = 200;

/** Why a text is no case file, by the key of the sentence. */
export class CaseError extends Error {
  /** @param {"case.broken" | "case.newer"} key @param {Record<string, string>} [values] */
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/**
 * Reads a case file; what is not one is refused with a CaseError.
 * @param {string} text
 * @returns {Case}
 */
export function readCase(text) {
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

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    if (text.length < largest) return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {} // it may be too deep, too
  throw new CaseError("case.broken");
}

/** @param {unknown} value @returns {Record<string, unknown>} */
const rowOf = (value) => (typeof value === "object" && value !== null ? /** @type {Record<string, unknown>} */ (value) : {});

/** @param {unknown} value */
const textOf = (value) => (typeof value === "string" ? value.slice(0, longest) : "");

/** What is shown of a text from elsewhere. @param {unknown} value */
const short = (value) => textOf(value).slice(0, shown);

/** @param {unknown} value */
const numberOf = (value) => (typeof value === "number" && Number.isFinite(value) ? value : 0);

/** @param {unknown} value @returns {unknown[]} */
const rows = (value) => (Array.isArray(value) ? value.slice(0, most) : []);

/** @param {unknown} mistake @returns {Named} */
function nameOf(mistake) {
  const { id, title, detail } = rowOf(mistake);
  return named({ id: short(id), title: short(title), fix: "", detail: short(detail) });
}

/** @param {unknown} key @returns {Described | null} */
function keyOf(key) {
  if (!key) return null;
  const { length, alphabet, fingerprint } = rowOf(key);
  return { length: numberOf(length), alphabet: alphabet === "lower" || alphabet === "upper" || alphabet === "hex" ? alphabet : "other", fingerprint: short(fingerprint) };
}

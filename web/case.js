// The case file: a request, its report and what can be said of the keys, for
// somebody else who has the keys. It is JSON, and holds no key.

import { version, wasmSHA256 } from "version";
import { describe, mask, newSalt } from "./keys.js";
import { requestOf } from "./request.js";

/** @import { Charset, Keys, MacRequest, Mistake, Report } from "./mac.d.ts" */
/** @import { Described } from "./keys.js" */

/** @typedef {{ id: string, title: string, detail?: string }} Named */
/**
 * @typedef {object} Case
 * @property {1} netvisorCase the version of this form
 * @property {string} made when, in UTC
 * @property {string} page its version
 * @property {string} module its SHA-256
 * @property {MacRequest} request
 * @property {Charset | ""} charset
 * @property {{ ok: boolean, causes: Named[][], notices: Named[], tried: number, exhausted: boolean } | null} report null if nothing was checked
 * @property {{ salt: string, customer: Described | null, partner: Described | null }} keys
 */

/**
 * @param {{ request: MacRequest, keys: Keys, charset: Charset | "" }} input
 * @param {Report | undefined} report
 * @param {Date} now
 * @returns {Promise<string>}
 */
export async function caseFile({ request, keys, charset }, report, now) {
  const salt = newSalt();
  /** @type {Case} */
  const made = {
    netvisorCase: 1, made: now.toISOString(), page: version, module: wasmSHA256, request, charset,
    report: report ? { ok: report.ok, causes: report.causes.map((cause) => cause.map(named)), notices: report.notices.map(named), tried: report.tried, exhausted: report.exhausted } : null,
    keys: { salt, customer: await describe(keys.customer, salt), partner: await describe(keys.partner, salt) },
  };
  return JSON.stringify(made, (_, value) => (typeof value === "string" ? masked(value, keys) : value), 1) + "\n";
}

/** @param {Mistake} mistake @returns {Named} */
function named({ id, title, detail }) {
  return detail ? { id, title, detail } : { id, title };
}

/** A key that was typed into another field does not leave, either. @param {string} text @param {Keys} keys */
export function masked(text, { customer, partner }) {
  return text.replaceAll(customer || "\0", mask).replaceAll(partner || "\0", mask);
}

/** @param {string} text */
export function isCase(text) {
  return /^\ufeff?\s*\{\s*"netvisorCase"/.test(text);
}

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
  /** @type {any} */
  let read;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new CaseError("case.broken");
  }
  if (read.netvisorCase !== 1) throw new CaseError("case.newer", { version: String(read.netvisorCase) });
  return {
    netvisorCase: 1, made: textOf(read.made), page: textOf(read.page), module: textOf(read.module),
    request: requestOf((name) => textOf(read.request?.[name])), charset: /** @type {Charset | ""} */ (textOf(read.charset)),
    report: read.report ? { ok: read.report.ok === true, causes: rows(read.report.causes).map((cause) => rows(cause).map(nameOf)), notices: rows(read.report.notices).map(nameOf), tried: Number(read.report.tried) || 0, exhausted: read.report.exhausted === true } : null,
    keys: { salt: textOf(read.keys?.salt), customer: described(read.keys?.customer), partner: described(read.keys?.partner) },
  };
}

/** @param {unknown} value */
const textOf = (value) => (typeof value === "string" ? value : "");

/** @param {unknown} value @returns {any[]} */
const rows = (value) => (Array.isArray(value) ? value : []);

/** @param {any} mistake @returns {Named} */
function nameOf(mistake) {
  return named({ id: textOf(mistake?.id), title: textOf(mistake?.title), fix: "", detail: textOf(mistake?.detail) });
}

/** @param {any} key @returns {Described | null} */
function described(key) {
  return key ? { length: Number(key.length) || 0, alphabet: ["lower", "upper", "hex"].includes(key.alphabet) ? key.alphabet : "other", fingerprint: textOf(key.fingerprint) } : null;
}

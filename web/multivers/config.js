// What the worker knows of one web.config: the file, what was found in it, its mended form, and the form for a local test.

import { Difference } from "./difference.js";

/** @import { ConfigText, Edit, Finding, MacError, Multivers } from "../api/types/multivers.d.ts" */
/** @import { Span } from "./pieces.js" */

/** @typedef {ReturnType<Config["check"]>} Checked */
/** @typedef {ReturnType<Config["mend"]>} Mended */
/** @typedef {{ token: string, refreshToken: string }} Secrets */

/** Shorter texts are too common to be masked wherever they stand. */
const tellable = 8;

export class Config {
  /** @type {Uint8Array | undefined} */
  mended;
  /** @type {Difference | undefined} */
  difference;
  /** @type {Finding[]} */
  findings = [];
  /** @type {Secrets} */
  entered = { token: "", refreshToken: "" };
  shown = false;

  /** @param {Multivers} multivers @param {Uint8Array} bytes */
  constructor(multivers, bytes) {
    this.multivers = multivers;
    this.bytes = bytes;
    this.told = multivers.text(bytes);
    this.sum = multivers.sum(bytes);
  }

  /** What is wrong in the file. @param {Secrets} secrets @param {boolean} shown */
  check(secrets, shown) {
    this.entered = secrets;
    this.shown = shown;
    this.findings = this.multivers.check(this.bytes, { token: secrets.token }).filter(ofFile);
    const { findings } = this;
    const rows = this.#show(this.told, []);
    return {
      findings, rows, size: this.bytes.length, lines: this.difference?.end ?? 0, sum: this.sum,
      hasToken: this.token() !== "", hasModule: findings.some(({ id }) => id === "module-ok"),
    };
  }

  /** The mended file, of the one that was checked. */
  mend() {
    const { multivers, findings } = this;
    const { config, edits, refused } = this.#fix(this.entered.token);
    this.mended = edits.length ? config : undefined;
    const left = this.mended ? multivers.check(config, {}).filter(ofFile) : findings;
    const rows = this.#show(this.mended ? multivers.text(config) : this.told, edits);
    return {
      refused, rows, changes: this.difference?.changes ?? 0, more: this.difference?.more ?? 0,
      sum: this.mended ? multivers.sum(config) : "", warnings: left.filter(({ severity }) => severity === "warning").length,
      module: left.some(({ id }) => id === "module-ok"), key: !left.some(({ id }) => id === "key-missing" || id === "key-removed"),
    };
  }

  /** @param {ConfigText} after @param {Edit[]} edits */
  #show(after, edits) {
    const before = masking(this.told, this.entered);
    this.difference = new Difference(before, edits.length ? masking(after, this.entered) : before, edits, this.findings);
    this.difference.shown = this.shown;
    return this.difference.rows();
  }

  /** @param {string} token @returns {{ config: Uint8Array, edits: Edit[], refused?: Finding }} */
  #fix(token) {
    try {
      return this.multivers.fix(this.bytes, token ? { token } : {});
    } catch (error) {
      return { config: this.bytes, edits: [], refused: reasonOf(error) };
    }
  }

  /** The file without the module, made of the file as it will be on the server; or why it is refused. */
  test() {
    const before = this.mended ?? this.bytes;
    try {
      const { config } = this.multivers.localTest(before);
      return { config, before, sums: { test: this.multivers.sum(config), before: this.multivers.sum(before) } };
    } catch (error) {
      return { refused: reasonOf(error) };
    }
  }

  /** The secret token in the file that counts, "" if there is none that can be used. */
  token() {
    const { text, secrets } = this.told;
    const tokens = secrets.filter(({ start }) => /Zenvoices\.SecretToken["'][^<>]*$/i.test(text.slice(Math.max(0, start - 300), start)))
      .map(({ start, end }) => text.slice(start, end));
    const good = tokens.filter((token) => this.multivers.strength(token).every(({ severity }) => severity !== "error"));
    return good.at(-1) ?? "";
  }

  /** Everything in the file that is secret. */
  secrets() {
    return this.told.secrets.map(({ start, end }) => this.told.text.slice(start, end)).filter((secret) => secret.length >= tellable);
  }
}

/** @param {unknown} error @returns {Finding} */
function reasonOf(error) {
  const { finding, message } = /** @type {MacError} */ (error);
  return finding ?? { id: "", severity: "error", title: message, fix: "" };
}

/** A finding about a token that is no place in the file is told where the token is entered. @param {Finding} finding */
const ofFile = ({ id, line }) => line !== undefined || !id.startsWith("token-");

/**
 * A text with all its secrets: those that its form tells, and where they or the entered ones stand elsewhere.
 * @param {ConfigText} told
 * @param {Secrets} entered
 * @returns {ConfigText}
 */
function masking({ text, secrets }, entered) {
  const known = new Set([entered.token, entered.refreshToken, ...secrets.slice(0, 20).map(({ start, end }) => text.slice(start, end))]);
  /** @type {Span[]} */
  const all = [...secrets];
  for (const secret of known) {
    if (secret.length < tellable) continue;
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) all.push({ start: at, end: at + secret.length });
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, secrets: joined(all) };
}

/** Spans in order, without overlaps. @param {Span[]} spans */
function joined(spans) {
  /** @type {Span[]} */
  const result = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

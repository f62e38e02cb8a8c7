// What the worker knows of one web.config: the file, what was found in it, its mended form, and the form for a local test.

import { Difference } from "./difference.ts";
import type { ConfigText, Edit, Finding, MacError, Multivers } from "../api/types/multivers.d.ts";
import type { Span } from "./pieces.ts";

export type Checked = ReturnType<Config["check"]>;
export type Mended = ReturnType<Config["mend"]>;
export type Secrets = { token: string, refreshToken: string };

/** Shorter texts are too common to be masked wherever they stand. */
const tellable = 8;

export class Config {
  multivers: Multivers;
  bytes: Uint8Array;
  told: ConfigText;
  sum: string;
  mended: Uint8Array | undefined;
  difference: Difference | undefined;
  findings: Finding[] = [];
  entered: Secrets = { token: "", refreshToken: "" };
  shown = false;

  constructor(multivers: Multivers, bytes: Uint8Array) {
    this.multivers = multivers;
    this.bytes = bytes;
    this.told = multivers.text(bytes);
    this.sum = multivers.sum(bytes);
  }

  /** What is wrong in the file. */
  check(secrets: Secrets, shown: boolean) {
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

  #show(after: ConfigText, edits: Edit[]) {
    const before = masking(this.told, this.entered);
    this.difference = new Difference(before, edits.length ? masking(after, this.entered) : before, edits, this.findings);
    this.difference.shown = this.shown;
    return this.difference.rows();
  }

  #fix(token: string): { config: Uint8Array, edits: Edit[], refused?: Finding } {
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

function reasonOf(error: unknown): Finding {
  const { finding, message } = error as MacError;
  return finding ?? { id: "", severity: "error", title: message, fix: "", said: { title: { id: "" }, fix: { id: "" } } };
}

/** A finding about a token that is no place in the file is told where the token is entered. */
const ofFile = ({ id, line }: Finding) => line !== undefined || !id.startsWith("token-");

/** A text with all its secrets: those that its form tells, and where they or the entered ones stand elsewhere. */
function masking({ text, secrets }: ConfigText, entered: Secrets): ConfigText {
  const known = new Set([entered.token, entered.refreshToken, ...secrets.slice(0, 20).map(({ start, end }) => text.slice(start, end))]);
  const all: Span[] = [...secrets];
  for (const secret of known) {
    if (secret.length < tellable) continue;
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) all.push({ start: at, end: at + secret.length });
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, secrets: joined(all) };
}

/** Spans in order, without overlaps. */
function joined(spans: Span[]) {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

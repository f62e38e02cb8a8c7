// The JavaScript API for Exact Multivers on-premise: what multivers.js exports.

/** Loads the module. Without a source it downloads multivers.wasm from beside multivers.js; in Node pass readFileSync("multivers.wasm"). */
export function load(source?: string | URL | BufferSource | WebAssembly.Module): Promise<Multivers>;

import type { Said } from "./mac.js";

/** Every error of this module: a sentence, and why a web.config is not changed. */
export class MacError extends Error {
  readonly finding?: Finding;
  /** What the sentence says after the name of the function, where a value is wrong. */
  readonly said?: Said;
}

/**
 * Exact Multivers on-premise. A web.config is given as the bytes of the file, or as text, which is taken as UTF-8.
 * Places are offsets in UTF-16, as in JavaScript's strings, of the text that `text` gives for the same file.
 */
export interface Multivers {
  /** A random secret token of letters and digits: 40 of them, or as many as are asked for, from 32 to 128. */
  newToken(length?: number): string;
  /** How good a secret token is; the token is in none of the findings. */
  strength(token: string): Finding[];
  /** The two lines of web.config. */
  lines(token: string): { key: string; module: string };
  /** What is wrong in a web.config and in what else is known, errors first. An empty file is left out if an option is given. */
  check(config: string | Uint8Array, options?: ConfigOptions): Finding[];
  /**
   * The mended file. Every byte stays that need not change; a second fix makes no edit. The token becomes the
   * file's; without one a good one in the file stays. What cannot be mended is refused with a MacError that has
   * the finding.
   */
  fix(config: string | Uint8Array, options?: { token?: string }): Changed;
  /** The file without the module, for a test on the server; to put it back, keep the file as it was. Refused as by fix. */
  localTest(config: string | Uint8Array): Changed;
  /** What a file says, whatever its encoding, and where it holds secrets. A byte-order mark is left out. */
  text(config: string | Uint8Array): ConfigText;
  /** The SHA-256 of the bytes, in lower-case hex. */
  sum(config: string | Uint8Array): string;
  /** What a pasted error, in English or Dutch, means, the likeliest first. Line and column are those of the web.config that it names. */
  explain(text: string): Finding[];
  /**
   * The installation record as Markdown, in "nl" or "en". The values are by the ids of the fields of recordSections.
   * Secrets are not written unless the value of "with-secrets" is "true": a fingerprint under the value of "salt"
   * stands for each that is long and random, and where one stands in another value it is masked.
   */
  record(values: Record<string, string>, language: string): string;
  /** Everything that check and strength can find, by its id. */
  readonly findings: readonly Finding[];
  /** Everything that explain knows. */
  readonly explanations: readonly Finding[];
  readonly recordSections: readonly RecordSection[];
}

/** What is known besides the file. */
export interface ConfigOptions {
  /** The secret token, as it was entered in Zenvoices. */
  token?: string;
  /** The API address, as it was entered in Zenvoices. */
  url?: string;
  refreshToken?: string;
  /** As 10.8.1. */
  multiversVersion?: string;
  /** As 2.2.1.1. */
  webApiVersion?: string;
  /** What appcmd list sites, appcmd list apppools, netsh http show sslcert or Get-WebBinding printed, in any order. */
  output?: string;
  /** Of the file: IIS reads only one that is named web.config. */
  name?: string;
  /** Of the site in IIS, by which the output is read; without it the site with https at the API's port counts. */
  site?: string;
  /** No refresh token has been made yet. */
  noRefreshToken?: boolean;
  /** A reverse proxy stands before IIS. */
  proxy?: boolean;
  /** Other applications use the API. */
  otherApplications?: boolean;
}

/** It holds no secret. */
export interface Finding {
  id: string;
  severity: "error" | "warning" | "info" | "ok";
  title: string;
  fix: string;
  /** From 1. */
  line?: number;
  /** From 1, in characters: one beyond U+FFFF counts as one. */
  column?: number;
  /** What makes this one special. */
  detail?: string;
  /** These texts for another language; the detail is one or several, one after the other. */
  said: { title: Said; fix: Said; detail?: Said[] };
}

export interface Changed {
  /** The bytes of the file, in its own encoding. */
  config: Uint8Array;
  /** In order; they do not overlap. */
  edits: Edit[];
}

/** The text from start to end, in UTF-16 and before any edit, becomes another. It may hold the token. */
export interface Edit {
  start: number;
  end: number;
  text: string;
  /** The title of the finding that it mends. */
  why: string;
  /** The same for another language. */
  said: Said;
  /** The id of that finding. */
  id: string;
}

/** Where secrets are, from start to end: tokens, passwords, machine keys. Mask them where the text is shown. */
export interface ConfigText {
  text: string;
  secrets: { start: number; end: number }[];
}

/** A part of the installation record, with its titles in English and Dutch. */
export interface RecordSection {
  id: string;
  en: string;
  nl: string;
  fields: { id: string; en: string; nl: string; secret: boolean }[];
}

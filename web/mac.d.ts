// The JavaScript API of netvisormac: what mac.js exports. Values are strings
// exactly as they are sent; nothing is trimmed, decoded or normalised.

/** Loads the module. Without a source it downloads mac.wasm from beside mac.js; in Node pass readFileSync("mac.wasm"). */
export function load(source?: string | URL | BufferSource | WebAssembly.Module): Promise<NetvisorMac>;

/** Every error of this module: a sentence, and the field it is about, or why a web.config is not changed. */
export class MacError extends Error {
  readonly field?: FieldName;
  readonly finding?: Finding;
}

export type FieldName =
  | "url" | "sender" | "customerId" | "partnerId" | "timestampUnix" | "timestamp" | "transactionId"
  | "language" | "organisationId" | "mac" | "algorithm" | "customerKey" | "partnerKey";

/** How the string to sign becomes bytes. ISO-8859-1 is HMACSHA256's own, ISO-8859-15 that of SHA256. */
export type Charset = "ISO-8859-1" | "ISO-8859-15" | "UTF-8";

export interface NetvisorMac {
  /** A fresh transaction id, both timestamps of now in UTC, FI, HMACSHA256. */
  newRequest(url: string, now?: Date): MacRequest;
  /** The address as it can be sent: what may not stand in one is escaped. */
  encodeUrl(url: string, charset?: Charset): string;
  /** The MAC: 64 lower-case hex digits. */
  sum(request: MacRequest, keys: Keys, options?: CharsetOption): string;
  /** All eleven headers in the documentation's order, with the MAC that the values give. */
  headers(request: MacRequest, keys: Keys, options?: CharsetOption): Header[];
  /** The string to sign, value by value; keys have no value. */
  message(request: MacRequest, options?: CharsetOption): Part[];
  /** Whether each of many requests carries its right MAC, with the same keys or with keys for each; fast where the same keys stand together. */
  verify(requests: readonly MacRequest[], keys: Keys | readonly Keys[]): Verdict[];
  /** Whether the request carries its right MAC and, if not, which mistakes make the MAC that it carries. */
  diagnose(request: MacRequest, keys: Keys, options?: DiagnoseOptions): Report;
  /** As diagnose, while events go on: for searches of some seconds. onProgress can stop it at any time. */
  search(request: MacRequest, keys: Keys, options?: DiagnoseOptions): Promise<Report>;
  /** The MAC that a mistake makes of a request, and how. An error if it changes nothing of this one. */
  mistaken(id: string, request: MacRequest, keys: Keys): { mac: string; signed: Making };
  /** 16 hex digits by which two people tell whether they have the same key. */
  fingerprint(key: string, salt: string): string;
  /** Explains what Netvisor answered: XML, with HTTP around it or not, or the bare text of an error. */
  answer(text: string): Answer;
  /**
   * The requests to Netvisor in a HAR file, verified: as parse and verify do it, many times as fast. The keys stand under
   * customer id and partner id, a line for each, and under "" for all others. Null for what is no whole HAR file.
   */
  entries(file: Uint8Array, keys: Readonly<Record<string, Keys>>): Entries | null;
  /** The requests, keys and answers in any text that people have, or in the bytes of a file. It never fails: what it did not find, the notes say. */
  parse(text: string | Uint8Array): Pasted;
  /**
   * Code that signs and sends the request; it reads the keys from the environment. Where mistakes are
   * named by their ids, a comment stands at the line that avoids each.
   */
  snippet(language: string, request: MacRequest, mistakes?: readonly string[]): string;
  readonly snippetLanguages: readonly SnippetLanguage[];
  readonly fields: readonly Field[];
  readonly checks: readonly Mistake[];
  readonly mistakes: readonly Mistake[];
  readonly multivers: Multivers;
}

/** The requests of a file, one after the other. */
export interface Entries {
  /** JSON in UTF-8, a line for each: request, answer in short, and keys if the file has them. */
  rows: Uint8Array<ArrayBuffer>;
  /** A letter for each: + right, - wrong, ! cannot be computed, ? has no MAC, k its keys are not known. */
  verdicts: string;
  /** When each was sent, as the file has it: ISO 8601. */
  started: string[];
  /** Partner id and transaction id of each, a line for each; empty without the latter. */
  ids: string[];
  /** How many have no keys of their own, by customer id and partner id. */
  rings: Record<string, number>;
}

export interface CharsetOption { charset?: Charset }

export interface DiagnoseOptions extends CharsetOption {
  /** When the server got the request. */
  receivedAt?: Date;
  /** How many mistakes may have met; 1 if absent. */
  depth?: 1 | 2 | 3;
  /** Called now and then with how many combinations were seen, of about how many; false stops the search. */
  onProgress?: (tried: number, total: number) => void | boolean;
  /** This search does only its part of the work: number shard, from 0 on, of shards. */
  shard?: number;
  shards?: number;
}

/** As sent; what is missing is "". An absent algorithm means MD5 to the server, which is retired. */
export interface MacRequest {
  url?: string;
  sender?: string;
  customerId?: string;
  partnerId?: string;
  timestamp?: string;
  timestampUnix?: string;
  language?: string;
  organisationId?: string;
  transactionId?: string;
  algorithm?: string;
  mac?: string;
}

/** "error": the right MAC cannot be computed, as of an unknown algorithm or a character that the charset lacks. */
export type Verdict = "right" | "wrong" | "error";

export interface Keys { customer: string; partner: string }
export interface Header { name: string; value: string }
export interface Part { field: FieldName; value: string }

/** A row of the table of fields. */
export interface Field {
  name: FieldName;
  /** The name in kebab case, as the ids of mistakes have it. */
  id: string;
  title: string;
  /** The header that carries it; "" for the address and the keys. */
  header: string;
  secret: boolean;
}

export interface Mistake {
  id: string;
  title: string;
  fix: string;
  /** What was found in this request. */
  detail?: string;
  fields?: FieldName[];
  /** Of the table of mistakes; absent for checks. */
  group?: string;
}

/** How a MAC was made. Keys have no value. */
export interface Making {
  parts: Part[];
  separator: string;
  /** After the last value. */
  end: string;
  charset: string;
  hash: string;
  /** Of the HMAC; empty without one. */
  key: FieldName[];
  writing: string;
}

/** file is a name to save a snippet by. */
export interface SnippetLanguage { id: string; title: string; file: string }

export interface Answer {
  status: "OK" | "FAILED" | "";
  /** Such as AUTHENTICATION_FAILED. */
  code: string;
  /** Without keys. */
  message: string;
  /** Absent if the text does not say. */
  httpStatus?: number;
  /** What it means, what it rules out (detail) and what to do; null if the text is no answer. */
  explanation: Mistake | null;
  /** The identifiers of what was added. */
  inserted: string[];
  /** The string to sign that the server shows; keys have no value. */
  echo?: Part[];
}

export interface Pasted {
  /** The form that the first request has, such as "curl" or "har". */
  kind: string;
  requests: Found[];
  /** What was unquoted, decoded, left out, or is remarkable. */
  notes: Note[];
  /** What was read, if it is not the text that was given: bytes were given, or there was a byte-order mark. */
  text?: string;
  /** Of a text that has keys and no request: such a text adds keys, and clears nothing. */
  keys?: Partial<Keys>;
  /** With keys: what else the settings say (request), such as the customer's id, and where it and the keys stand. */
  settings?: Found;
}

export interface Found {
  request: MacRequest;
  keys: Partial<Keys>;
  answer?: Answer;
  /** Where each value stands in the text, in its original writing; lines count from 1. */
  sources: Partial<Record<FieldName, { start: number; end: number; line: number }>>;
  /** Where it is not certain which address was sent: all that the text can mean, that of the request first. */
  addresses?: string[];
}

/** It holds no value. */
export interface Note {
  id: string;
  text: string;
  field?: FieldName;
  line?: number;
  /** The index of its request, or -1. */
  request: number;
  /** What it tells of can change the MAC, and is not certain: no verdict is right without a word of it. */
  doubt?: true;
  /** Ids of the table of mistakes: a program looks as if it made one of them. */
  mistakes?: string[];
}

export interface Report {
  ok: boolean;
  /** The right MAC; "" if there is an error. */
  want: string;
  error?: { message: string; field?: FieldName };
  /** Each, taken whole, makes the MAC that was sent; the likeliest first. */
  causes: Mistake[][];
  /** Of the first cause: the smaller the likelier, to compare shards. */
  rank: number;
  /** How the MAC that was sent was made, if there is a cause. */
  signed?: Making;
  /** How the right MAC is made. */
  right: Making;
  /** How many MACs were computed. */
  tried: number;
  /** All combinations up to depth were tried. */
  exhausted: boolean;
  /** What is odd about the values: hints, not proofs. */
  notices: Mistake[];
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

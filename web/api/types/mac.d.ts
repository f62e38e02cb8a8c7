// The JavaScript API of netvisormac: what mac.js exports. Values are strings
// exactly as they are sent; nothing is trimmed, decoded or normalised.

/** Loads the module. Without a source it downloads mac.wasm from beside mac.js; in Node pass readFileSync("mac.wasm"). */
export function load(source?: string | URL | BufferSource | WebAssembly.Module): Promise<NetvisorMac>;

/** Every error of this module: a sentence, and the field it is about. */
export class MacError extends Error {
  readonly field?: FieldName;
  /** What the sentence says after the names of function and field, where a value is wrong. */
  readonly said?: Said;
}

/**
 * A text of an answer for another language than English: the id of a sentence, and what stands in its gaps. The English
 * of the whole stands in the answer beside it. No value is a key.
 */
export interface Said {
  id: string;
  args?: Record<string, Arg>;
}

/**
 * What stands in a gap: a text or a number as it is, what a field is called, with its article or without, a length of
 * time, another sentence, or several of these.
 */
export type Arg = string | number | { field: FieldName } | { theField: FieldName } | { milliseconds: number } | Said | Arg[];

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
  mistaken(id: string, request: MacRequest, keys: Keys, others?: readonly MacRequest[]): { mac: string; signed: Making };
  /** 16 hex digits by which two people tell whether they have the same key. */
  fingerprint(key: string, salt: string): string;
  /** The SHA-256 of bytes, or of a text in UTF-8, in lower-case hex: for pages that came without https, where browsers sum nothing. */
  sha256(bytes: Uint8Array | string): string;
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
   * Code that signs and sends the request; it reads the keys from the environment. Where the address adds or changes
   * something (accounting.nv, customer.nv?method=add), it sends the file request.xml by POST, else it asks by GET. Where
   * mistakes are named by their ids, a comment stands at the line that avoids each.
   */
  snippet(language: string, request: MacRequest, mistakes?: readonly string[]): string;
  /** The most used first. */
  readonly snippetLanguages: readonly SnippetLanguage[];
  readonly fields: readonly Field[];
  readonly checks: readonly Mistake[];
  readonly mistakes: readonly Mistake[];
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
  /** How far to search: 1 for the stages alone and keys, 2 for pairs and slips, too, 3 for all; 1 if absent. */
  depth?: 1 | 2 | 3;
  /** Called now and then with how many combinations were seen, of about how many, and with the stages so far; false stops the search. */
  onProgress?: (tried: number, total: number, stages: Stage[]) => void | boolean;
  /** Requests of the same log or table, from which values may have been taken by mistake; those beyond the first twenty are left out. */
  others?: readonly MacRequest[];
  /** Ids of mistakes that are tried together before all else, such as the cause of the request before. */
  first?: readonly string[];
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
  /** These texts for another language; the detail is one or several, one after the other. */
  said: { title: Said; fix: Said; detail?: Said[] };
  /**
   * What was found in one sentence for a program or another language, where the title leaves something open: the id of a sentence, which is the
   * mistake's without the name of a field at its end, and a dot with the form where it has several ("url-trailing-slash.signed");
   * and its values by name. No value is a key; "field" is the name of a field, "fields" are several with commas between,
   * "distance" is in milliseconds.
   */
  found?: { id: string; args: Record<string, string> };
  fields?: FieldName[];
  /** Of the table of mistakes; absent for checks. */
  group?: string;
  /** Where it is mended: in the program that signs, in its settings (the keys), or nowhere but in the log or copy that was read; absent for checks. */
  where?: "program" | "settings" | "log";
}

/** A value that a MAC was made of: that of a field, or with "" the method, which some sign. */
export interface MadePart { field: FieldName | ""; value: string }

/** How a MAC was made. Keys have no value. */
export interface Making {
  parts: MadePart[];
  separator: string;
  /** After the last value. */
  end: string;
  charset: string;
  hash: string;
  /** Of the HMAC; empty without one. */
  key: FieldName[];
  writing: string;
  /** The names that are words in English. */
  said: { charset?: Said; writing?: Said };
}

/** file is a name to save a snippet by; said is the title, where it has words. */
export interface SnippetLanguage { id: string; title: string; file: string; said?: Said }

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
  said: Said;
  field?: FieldName;
  line?: number;
  /** The index of its request, or -1. */
  request: number;
  /** What it tells of can change the MAC, and is not certain: no verdict is right without a word of it. */
  doubt?: true;
  /** Ids of the table of mistakes: a program looks as if it made one of them. */
  mistakes?: string[];
}

/**
 * A part of a search. alone: each mistake by itself. keys: digits of a key lost or added at its ends, look-alikes, one key's
 * digits in the other, other values as the HMAC's key. pairs, threes: any mistakes together. slips: two of one key. clock:
 * read twice. subsets: values missing. fours: of mistakes that clients had. orders: every order of the values.
 */
export type StageId = "alone" | "keys" | "pairs" | "slips" | "clock" | "subsets" | "threes" | "fours" | "orders";

/** One that is done found nothing. */
export interface Stage {
  id: StageId;
  /** How many combinations it has, about; known before it begins. */
  count: number;
  /** Combinations gone through. */
  seen: number;
  /** MACs computed; counted when the stage ends, or the search. */
  tried: number;
  done: boolean;
}

export interface Report {
  ok: boolean;
  /** The right MAC; "" if there is an error. */
  want: string;
  error?: { message: string; field?: FieldName; said?: Said };
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
  /** All stages of depth were gone through. */
  exhausted: boolean;
  /** Those of depth, in order. */
  stages: Stage[];
  /** What is odd about the values: hints, not proofs. */
  notices: Mistake[];
}

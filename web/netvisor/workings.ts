// What the page shows, computed from what was typed. Runs in the worker.

import type { Charset, FieldName, Keys, MacError, MacRequest, Header, Mistake, NetvisorMac, Said } from "../api/types/mac.d.ts";
import type { Piece } from "./pieces.ts";

/** how an address is escaped before it is signed */
export type AddressForm = "raw" | "ISO-8859-1" | "UTF-8";

export interface Input {
  request: MacRequest;
  keys: Keys;
  /** "" for the algorithm's own */
  charset: Charset | "";
  addressForm: AddressForm;
  /** what else the address can be, where it was read from a text that does not say it for certain */
  addresses?: string[];
}

/** why there is none, in English and for another language */
export type Refusal = { error: string, said?: Said };

export type Address = { form: AddressForm, text: string, signed: boolean } & Refusal;

export interface Workings {
  /** one, where all forms are the same */
  addresses: Address[];
  /** of the string to sign */
  pieces: Piece[];
  charset: string;
  /** values without which a MAC would mean nothing */
  missing: FieldName[];
  /** "" if there is none */
  mac: string;
  headers: Header[];
  error: { message: string, field?: FieldName, said?: Said } | null;
  notices: Mistake[];
}

const needed: FieldName[] = ["url", "customerKey", "partnerKey"];

export function workings(mac: NetvisorMac, { request, keys, charset, addressForm }: Input): Workings {
  const options = charset ? { charset } : {};
  const addresses = addressesOf(mac, request.url ?? "", addressForm);
  const signed = addresses.find((address) => address.signed) ?? addresses[0];
  const sent = { ...request, url: signed.text };
  const pieces = mac.message(sent, options).map(({ field, value }) => pieceOf(field, value, keys));
  const missing = needed.filter((field) => !(field === "url" ? sent.url : pieceOf(field, "", keys).value));
  const { error, notices } = mac.diagnose({ ...sent, mac: "" }, keys, options);
  const headers = missing.length || error || signed.error ? [] : mac.headers(sent, keys, options);
  return {
    addresses,
    pieces,
    charset: charset || (request.algorithm === "SHA256" ? "ISO-8859-15" : "ISO-8859-1"),
    missing,
    mac: headers.find((header) => header.name.endsWith("-MAC"))?.value ?? "",
    headers,
    error: signed.error ? { message: signed.error, field: "url", said: signed.said } : error ? { ...error, message: reason(error) } : null,
    notices,
  };
}

/** A key counts as a piece with a value, but the value stays where it is. */
function pieceOf(field: FieldName, value: string, keys: Keys): Piece {
  if (field === "customerKey") return { field, value: keys.customer && "present", secret: true };
  if (field === "partnerKey") return { field, value: keys.partner && "present", secret: true };
  return { field, value, secret: false };
}

function addressesOf(mac: NetvisorMac, url: string, chosen: AddressForm): Address[] {
  const all: Address[] = [
    { form: "raw", text: url, error: "", signed: chosen === "raw" },
    escaped(mac, url, "ISO-8859-1", chosen),
    escaped(mac, url, "UTF-8", chosen),
  ];
  const differ = all.some((address) => address.text !== url || address.error);
  return differ ? all : [{ ...all[0], signed: true }];
}

function escaped(mac: NetvisorMac, url: string, form: "ISO-8859-1" | "UTF-8", chosen: AddressForm): Address {
  try {
    return { form, text: mac.encodeUrl(url, form), error: "", signed: chosen === form };
  } catch (error) {
    return { form, text: url, ...refusal(error as MacError), signed: chosen === form };
  }
}

const refusal = (error: MacError): Refusal => ({ error: reason(error), said: error.said });

/** What an error says, without the names of function and field before it. */
export function reason({ message, field }: { message: string, field?: FieldName }) {
  const name = `${field}: `;
  return message.includes(name) ? message.slice(message.indexOf(name) + name.length) : message;
}

/** The code of a request, or why there is none. */
export function snippet(mac: NetvisorMac, language: string, request: MacRequest, mistakes: string[]): Refusal & { text: string } {
  try {
    return { text: mac.snippet(language, request, mistakes), error: "" };
  } catch (error) {
    return { text: "", ...refusal(error as MacError) };
  }
}

import type { Report, Stage } from "../api/types/mac.d.ts";

/** a report, what it takes to search, and the other addresses with which the MAC is right */
export type Checked = Report & { missing: FieldName[], otherwise: string[] };

/** the work of one worker of several */
export type Part = { shard: number, shards: number };

/** The checks and the verdict. What is likeliest is looked for at once; the rest of the search takes seconds and is for several workers. */
export function check(mac: NetvisorMac, { request, keys, charset, addresses = [] }: Input): Checked {
  const given = { url: request.url, mac: request.mac, customerKey: keys.customer, partnerKey: keys.partner };
  const missing = neededToCheck.filter((field) => !given[field]);
  const options = charset ? { charset } : {};
  const report = mac.diagnose(request, keys, { ...options, depth: 1, onProgress: () => false });
  return { ...report, missing, otherwise: missing.length ? [] : addresses.filter((url) => isRight(mac, { ...request, url }, keys, options)) };
}

function isRight(mac: NetvisorMac, request: MacRequest, keys: Keys, options: { charset?: Charset }) {
  try {
    return mac.sum(request, keys, options) === request.mac;
  } catch {
    return false;
  }
}

const neededToCheck: ("url" | "mac" | "customerKey" | "partnerKey")[] = ["url", "mac", "customerKey", "partnerKey"];

/** One worker's part of the whole search, up to three mistakes together. */
export function search(mac: NetvisorMac, { request, keys, charset }: Input, part: Part, onProgress: (tried: number, total: number, stages: Stage[]) => boolean): Promise<Report> {
  return mac.search(request, keys, { ...(charset ? { charset } : {}), ...part, depth: 3, onProgress });
}

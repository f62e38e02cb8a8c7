// What the page shows, computed from what was typed. Runs in the worker.

/** @import { Charset, FieldName, Keys, MacError, MacRequest, Header, Mistake, NetvisorMac } from "../api/types/mac.d.ts" */
/** @import { Piece } from "./pieces.js" */

/** @typedef {"raw" | "ISO-8859-1" | "UTF-8"} AddressForm how an address is escaped before it is signed */

/**
 * @typedef {object} Input
 * @property {MacRequest} request
 * @property {Keys} keys
 * @property {Charset | ""} charset "" for the algorithm's own
 * @property {AddressForm} addressForm
 * @property {string[]} [addresses] what else the address can be, where it was read from a text that does not say it for certain
 */

/** @typedef {{ form: AddressForm, text: string, error: string, signed: boolean }} Address */

/**
 * @typedef {object} Workings
 * @property {Address[]} addresses one, where all forms are the same
 * @property {Piece[]} pieces of the string to sign
 * @property {string} charset
 * @property {FieldName[]} missing values without which a MAC would mean nothing
 * @property {string} mac "" if there is none
 * @property {Header[]} headers
 * @property {{ message: string, field?: FieldName } | null} error
 * @property {Mistake[]} notices
 */

/** @type {FieldName[]} */
const needed = ["url", "customerKey", "partnerKey"];

/**
 * @param {NetvisorMac} mac
 * @param {Input} input
 * @returns {Workings}
 */
export function workings(mac, { request, keys, charset, addressForm }) {
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
    error: signed.error ? { message: signed.error, field: "url" } : error ? { message: reason(error), field: error.field } : null,
    notices,
  };
}

/**
 * A key counts as a piece with a value, but the value stays where it is.
 * @param {FieldName} field
 * @param {string} value
 * @param {Keys} keys
 * @returns {Piece}
 */
function pieceOf(field, value, keys) {
  if (field === "customerKey") return { field, value: keys.customer && "present", secret: true };
  if (field === "partnerKey") return { field, value: keys.partner && "present", secret: true };
  return { field, value, secret: false };
}

/**
 * @param {NetvisorMac} mac
 * @param {string} url
 * @param {AddressForm} chosen
 * @returns {Address[]}
 */
function addressesOf(mac, url, chosen) {
  /** @type {Address[]} */
  const all = [
    { form: "raw", text: url, error: "", signed: chosen === "raw" },
    escaped(mac, url, "ISO-8859-1", chosen),
    escaped(mac, url, "UTF-8", chosen),
  ];
  const differ = all.some((address) => address.text !== url || address.error);
  return differ ? all : [{ ...all[0], signed: true }];
}

/**
 * @param {NetvisorMac} mac
 * @param {string} url
 * @param {"ISO-8859-1" | "UTF-8"} form
 * @param {AddressForm} chosen
 * @returns {Address}
 */
function escaped(mac, url, form, chosen) {
  try {
    return { form, text: mac.encodeUrl(url, form), error: "", signed: chosen === form };
  } catch (error) {
    return { form, text: url, error: reason(/** @type {MacError} */ (error)), signed: chosen === form };
  }
}

/**
 * What an error says, without the names of function and field before it.
 * @param {{ message: string, field?: FieldName }} error
 */
function reason({ message, field }) {
  const name = `${field}: `;
  return message.includes(name) ? message.slice(message.indexOf(name) + name.length) : message;
}

/**
 * The code of a request, or why there is none.
 * @param {NetvisorMac} mac
 * @param {string} language
 * @param {MacRequest} request
 * @param {string[]} mistakes
 */
export function snippet(mac, language, request, mistakes) {
  try {
    return { text: mac.snippet(language, request, mistakes), error: "" };
  } catch (error) {
    return { text: "", error: reason(/** @type {MacError} */ (error)) };
  }
}

/** @import { Making, Report } from "../api/types/mac.d.ts" */

/** @typedef {Report & { missing: FieldName[], otherwise: string[] }} Checked a report, what it takes to search, and the other addresses with which the MAC is right */

/** @typedef {{ shard: number, shards: number }} Part the work of one worker of several */

/**
 * The checks and the verdict. What is likeliest is looked for at once; the rest
 * of the search takes seconds and is for several workers.
 * @param {NetvisorMac} mac
 * @param {Input} input
 * @returns {Checked}
 */
export function check(mac, { request, keys, charset, addresses = [] }) {
  const given = { url: request.url, mac: request.mac, customerKey: keys.customer, partnerKey: keys.partner };
  const missing = neededToCheck.filter((field) => !given[field]);
  const options = charset ? { charset } : {};
  const report = mac.diagnose(request, keys, { ...options, depth: 1, onProgress: () => false });
  return { ...report, missing, otherwise: missing.length ? [] : addresses.filter((url) => isRight(mac, { ...request, url }, keys, options)) };
}

/** @param {NetvisorMac} mac @param {MacRequest} request @param {Keys} keys @param {{ charset?: Charset }} options */
function isRight(mac, request, keys, options) {
  try {
    return mac.sum(request, keys, options) === request.mac;
  } catch {
    return false;
  }
}

/** @type {("url" | "mac" | "customerKey" | "partnerKey")[]} */
const neededToCheck = ["url", "mac", "customerKey", "partnerKey"];

/**
 * One worker's part of the whole search, up to three mistakes together.
 * @param {NetvisorMac} mac
 * @param {Input} input
 * @param {Part} part
 * @param {(done: number, total: number) => boolean} onProgress
 * @returns {Promise<Report>}
 */
export function search(mac, { request, keys, charset }, part, onProgress) {
  return mac.search(request, keys, { ...(charset ? { charset } : {}), ...part, depth: 3, onProgress });
}

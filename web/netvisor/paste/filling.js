// What a paste puts into the form.

import { requestOf } from "../request.js";

/** @import { FieldName, Found, MacRequest, Pasted } from "../../api/types/mac.d.ts" */
/** @import { Mode } from "../mode.js" */

/** @typedef {{ values: MacRequest, assumed: string }} Filling assumed is the algorithm, where the text does not name one */

/** The forms that have no header names, so that an absent algorithm says nothing. */
const nameless = ["string-to-sign", "answer"];

/**
 * A request replaces what the form holds; an address or a MAC alone is added to it.
 * @param {Found} found
 * @param {string} kind
 * @param {Mode} mode
 * @returns {Filling}
 */
export function filling({ request }, kind, mode) {
  const whole = Object.keys(request).some((name) => name !== "url" && name !== "mac");
  if (!whole) return { values: request, assumed: "" };
  const assumed = request.algorithm ? "" : likelyAlgorithm(request, kind, mode);
  return { values: { ...requestOf((name) => request[name] ?? ""), algorithm: request.algorithm || assumed }, assumed };
}

/** @param {MacRequest} request @param {string} kind @param {Mode} mode */
function likelyAlgorithm({ mac, timestampUnix }, kind, mode) {
  if (nameless.includes(kind)) return timestampUnix ? "HMACSHA256" : "SHA256";
  return mode === "check" && mac ? "" : "HMACSHA256"; // a header that was not sent is a mistake to be shown
}

/** What belongs to one request alone. @type {FieldName[]} */
const ofOneRequest = ["url", "mac", "timestamp", "timestampUnix", "transactionId"];
/** @type {(keyof MacRequest)[]} */
const ids = ["sender", "customerId", "partnerId", "organisationId"];

/**
 * The keys and ids of a text that has no request, such as a program's settings: they are added to what the form holds.
 * @param {Pasted} pasted
 * @returns {Found | undefined}
 */
export function settingsOf({ settings, requests }) {
  const [only, ...more] = requests, found = settings ?? (more.length ? undefined : only);
  const keyed = found && Boolean(found.keys.customer || found.keys.partner);
  return found && keyed && !found.answer && !ofOneRequest.some((name) => Object.hasOwn(found.request, name)) ? found : undefined;
}

/**
 * What settings add to a request, and where they say otherwise than it.
 * @param {Found} found
 * @param {MacRequest} form
 */
export function settingsFor({ request }, form) {
  const said = ids.filter((name) => request[name]);
  return {
    values: Object.fromEntries(said.filter((name) => !form[name]).map((name) => [name, request[name] ?? ""])),
    others: said.filter((name) => form[name] && form[name] !== request[name]).map((name) => ({ name, theirs: request[name] ?? "", own: form[name] ?? "" })),
  };
}

/**
 * Whether a paste is the server's word about the request that the form holds.
 * @param {Pasted} pasted
 * @param {number} index
 * @param {MacRequest} form
 */
export function isAnswerTo({ requests, notes }, index, form) {
  const { request, answer } = requests[index];
  const own = Object.keys(request).length > 0 && !notes.some((note) => note.id === "from-echo" && note.request === index);
  return Boolean(answer && !own && form.url && form.sender);
}

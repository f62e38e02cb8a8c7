// What a paste puts into the form.

import { requestOf } from "./request.js";

/** @import { Found, MacRequest, Pasted } from "./mac.d.ts" */
/** @import { Mode } from "./mode.js" */

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

// A trial of each test vector: every stage of the calculation that the module shows.

import { requestOf } from "../netvisor/request.js";
import { matches, refused, same } from "./difference.js";

/** @import { Charset, Keys, NetvisorMac } from "../api/types/mac.d.ts" */
/** @import { Trial } from "./trials.js" */

/** A file of mac/testdata/vectors: text by name. @typedef {Record<string, string>} Vector */

/** @param {Vector} vector @returns {Trial} */
export function vectorTrial(vector) {
  return { group: "vectors", name: vector.name, run: ({ mac }) => (vector.error ? refuse(mac, vector) : compute(mac, vector)) };
}

/** @param {Vector} vector */
function argumentsOf(vector) {
  const request = requestOf((name) => (name === "mac" ? "" : vector[name] ?? ""));
  const keys = { customer: vector.customerKey, partner: vector.partnerKey };
  return { request, keys, options: { charset: /** @type {Charset} */ (vector.charset) } };
}

/** @param {NetvisorMac} mac @param {Vector} vector */
function compute(mac, vector) {
  const { request, keys, options } = argumentsOf(vector);
  const parts = mac.message(request, options);
  same("string", parts.map(({ field, value }) => secret(field, keys) ?? value).join("&"), vector.string);
  same("mac", mac.sum(request, keys, options), vector.mac);
  same("headers", mac.headers(request, keys, options).find(({ name }) => name.endsWith("-MAC"))?.value, vector.mac);
  same("diagnose", mac.diagnose({ ...request, mac: vector.mac }, keys, options).ok, true);
}

/** @param {string} field @param {Keys} keys */
function secret(field, keys) {
  return { customerKey: keys.customer, partnerKey: keys.partner }[field];
}

/** A vector with an error is "FIELD POSITION CHARACTER": one that the charset lacks. @param {NetvisorMac} mac @param {Vector} vector */
function refuse(mac, vector) {
  const { request, keys, options } = argumentsOf(vector);
  const [field, position, character] = vector.error.split(" ");
  matches("error", refused("sum", () => mac.sum(request, keys, options)), new RegExp(`${field}: character ${position}, '${character}'`));
}

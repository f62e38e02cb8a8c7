// A trial of each test vector: every stage of the calculation that the module shows.

import { requestOf } from "../netvisor/request.ts";
import { matches, refused, same } from "./difference.ts";
import type { Charset, Keys, NetvisorMac } from "../api/types/mac.d.ts";
import type { Trial } from "./trials.ts";

/** A file of mac/testdata/vectors: text by name. */
export type Vector = Record<string, string>;

export function vectorTrial(vector: Vector): Trial {
  return { group: "vectors", name: vector.name, run: ({ mac }) => (vector.error ? refuse(mac, vector) : compute(mac, vector)) };
}

function argumentsOf(vector: Vector) {
  const request = requestOf((name) => (name === "mac" ? "" : vector[name] ?? ""));
  const keys = { customer: vector.customerKey, partner: vector.partnerKey };
  return { request, keys, options: { charset: vector.charset as Charset } };
}

function compute(mac: NetvisorMac, vector: Vector) {
  const { request, keys, options } = argumentsOf(vector);
  const parts = mac.message(request, options);
  same("string", parts.map(({ field, value }) => secret(field, keys) ?? value).join("&"), vector.string);
  same("mac", mac.sum(request, keys, options), vector.mac);
  same("headers", mac.headers(request, keys, options).find(({ name }) => name.endsWith("-MAC"))?.value, vector.mac);
  same("diagnose", mac.diagnose({ ...request, mac: vector.mac }, keys, options).ok, true);
}

function secret(field: string, keys: Keys) {
  return { customerKey: keys.customer, partnerKey: keys.partner }[field];
}

/** A vector with an error is "FIELD POSITION CHARACTER": one that the charset lacks. */
function refuse(mac: NetvisorMac, vector: Vector) {
  const { request, keys, options } = argumentsOf(vector);
  const [field, position, character] = vector.error.split(" ");
  matches("error", refused("sum", () => mac.sum(request, keys, options)), new RegExp(`${field}: character ${position}, '${character}'`));
}

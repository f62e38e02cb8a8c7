// One MAC through the binding, twelve strings in and one out, beside
// @noble/hashes' HMAC of the same string alone.

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { officialExample } from "../example.js";
import { dist } from "../browser.js";

const calls = 5000;

/** @param {(name: string, unit: string, runs: number, ours: () => Promise<number>, peer: () => Promise<number>) => Promise<void>} compare */
export async function measureBinding(compare) {
  /** @type {typeof import("../../api/types/mac.d.ts")} */
  const { load } = await import(`${dist}mac.js`);
  const mac = await load(readFileSync(`${dist}mac.wasm`));
  const { request, keys } = officialExample;
  const text = mac.message(request).map(({ value }) => value).slice(0, -2).concat(keys.customer, keys.partner).join("&");
  const [key, message] = [`${keys.customer}&${keys.partner}`, text].map((text) => Buffer.from(text, "latin1"));
  const ours = () => mac.sum(request, keys);
  const peer = () => bytesToHex(hmac(sha256, key, message));
  assert.equal(ours(), peer());
  await compare("binding", "us", 15, async () => timeOf(ours), async () => timeOf(peer));
}

/** Microseconds of one call. @param {() => string} call */
function timeOf(call) {
  const before = performance.now();
  for (let i = 0; i < calls; i++) call();
  return (performance.now() - before) * 1000 / calls;
}

// The self-test's trials, in Node: all pass of the module as it is, and fail of a module that is wrong.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, test } from "node:test";
import { Difference } from "../../selftest/difference.ts";
import { trialsOf } from "../../selftest/trials.ts";
import { load, loadMultivers, multiversWasm, wasm } from "../binding.js";
import { dist } from "../browser.js";

/** @import { NetvisorMac } from "../../api/types/mac.d.ts" */
/** @import { Multivers } from "../../api/types/multivers.d.ts" */
/** @import { Apis, Trial } from "../../selftest/trials.ts" */

const asset = readdirSync(`${dist}assets`).find((name) => /^vectors-\w+\.json$/.test(name)) ?? "";
/** @type {import("../../selftest/vectors.ts").Vector[]} */
const vectors = JSON.parse(readFileSync(`${dist}assets/${asset}`, "utf8"));

/** @type {NetvisorMac} */
let mac;
/** @type {Multivers} */
let multivers;
before(async () => {
  mac = await load(wasm);
  multivers = await loadMultivers(multiversWasm);
});

test("every vector of package mac is tried, as its file has it", () => {
  const folder = new URL("../../../mac/testdata/vectors/", import.meta.url);
  const files = readdirSync(folder);
  assert.ok(files.length > 20);
  assert.deepEqual(vectors.map(({ name }) => `${name}.txt`), files.sort());
  for (const { name, ...values } of vectors) {
    const text = Object.entries(values).sort().map(([key, value]) => `${key}: ${value}`.trim()).join("\n");
    assert.equal(text, readFileSync(new URL(`${name}.txt`, folder), "utf8").trim().split("\n").map((line) => line.trim()).sort(byKey).join("\n"));
  }
});

test("every trial passes, and every mistake has one", async () => {
  const trials = trialsOf(mac, vectors);
  assert.deepEqual(await failuresOf(trials, { mac, multivers }), []);
  assert.deepEqual(trials.filter(({ group }) => group === "mistakes").map(({ name }) => name), mac.mistakes.map(({ id }) => id));
  assert.ok(trials.filter(({ group }) => group === "functions").length >= 12);
  assert.ok(trials.filter(({ group }) => group === "multivers").length >= 10);
});

/** A module that is wrong in one function, and which trials must say so. @type {[string, (mac: NetvisorMac) => Partial<NetvisorMac>, RegExp][]} */
const faults = [
  ["sum", () => ({ sum: () => "0".repeat(64) }), /^official-example mac: got 0{64}, want 86b8f651/],
  ["message", (mac) => ({ message: (...args) => mac.message(...args).toReversed() }), /^own-hmacsha256-ascii string: got 07f9/],
  ["headers", () => ({ headers: () => [] }), /^official-example headers: got undefined, want 86b8/],
  ["diagnose", (mac) => ({ diagnose: (...args) => ({ ...mac.diagnose(...args), ok: false, causes: [] }) }), /^keys-swapped diagnose: got no cause, want keys-swapped/],
  ["mistaken", () => ({ mistaken() { throw new Error("of no use"); } }), /^keys-swapped mistaken: got no example is changed/],
  ["encodeUrl", () => ({ encodeUrl: (url) => url }), /^encodeUrl ISO-8859-1: got https:\/\/a\/b.nv\?q=Työ aika, want/],
  ["newRequest", () => ({ newRequest: () => ({}) }), /^newRequest transactionId/],
  ["parse", () => ({ parse: () => ({ kind: "", requests: [], notes: [] }) }), /^parse kind: got , want curl/],
  ["verify", () => ({ verify: () => ["right"] }), /^verify verdicts/],
  ["answer", (mac) => ({ answer: () => mac.answer("") }), /^answer status/],
  ["snippet", () => ({ snippet: () => "" }), /^snippet php/],
  ["search", (mac) => ({ search: async () => mac.diagnose({}, { customer: "", partner: "" }) }), /^search cause/],
  ["fingerprint", () => ({ fingerprint: () => "0123456789abcdef" }), /^fingerprint another salt/],
];

for (const [name, fault, want] of faults) {
  test(`a fault in ${name} is told with what it gave and should give`, async () => {
    const wrong = { ...mac, mistakes: mac.mistakes.filter(({ id }) => id === "keys-swapped"), ...fault(mac) };
    isTold(await failuresOf(trialsOf(wrong, vectors), { mac: wrong, multivers }), want);
  });
}

test("a fault in the module for Multivers is told, too", async () => {
  const wrong = { ...multivers, fix: (/** @type {string | Uint8Array} */ config) => ({ config: new TextEncoder().encode(String(config)), edits: [] }) };
  isTold(await failuresOf(trialsOf({ ...mac, mistakes: [] }, []), { mac, multivers: wrong }), /^fix token/);
});

/** @param {string[]} failures @param {RegExp} want */
function isTold(failures, want) {
  assert.ok(failures.some((text) => want.test(text)), failures.map((text) => text.slice(0, 80)).join("\n") || "no trial failed");
}

/** @param {Trial[]} trials @param {Apis} apis */
async function failuresOf(trials, apis) {
  const failures = [];
  for (const { name, run } of trials) {
    try {
      await run(apis);
    } catch (error) {
      failures.push(`${name} ${error instanceof Difference ? error.message : error}`);
    }
  }
  return failures;
}

/** @param {string} a @param {string} b */
function byKey(a, b) {
  return a.split(":")[0] < b.split(":")[0] ? -1 : 1;
}

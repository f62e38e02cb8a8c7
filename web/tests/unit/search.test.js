// The search finds the same by the kernel and without it, where it hashes one message after the other.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, officialExample, wasm } from "../binding.js";
import { randomOf } from "../random-requests.js";

/** How often a kernel was called. */
let called = 0;

/** A module without a kernel. */
async function loadPlain() {
  const { validate } = WebAssembly;
  WebAssembly.validate = () => false;
  try {
    return await load(wasm);
  } finally {
    WebAssembly.validate = validate;
  }
}

/** A module with a kernel whose calls are counted, once that is there. */
async function loadCounted() {
  const { instantiate } = WebAssembly;
  /** @type {Promise<unknown>} */
  let coming = Promise.resolve();
  WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ source, /** @type {any} */ imports) => {
    const made = /** @type {any} */ (await instantiate(source, imports));
    if (!made.instance) return made;
    const hash = (/** @type {number[]} */ ...numbers) => {
      called++;
      made.instance.exports.hash(...numbers);
    };
    coming = new Promise((resolve) => setImmediate(resolve));
    return { instance: { exports: { hash } } };
  });
  const module = await load(wasm);
  for (let before = coming; ; before = coming) {
    await new Promise((resolve) => setImmediate(resolve));
    if (coming !== before || called) break;
    await before;
    if (coming !== before) break;
  }
  await coming;
  WebAssembly.instantiate = instantiate;
  return module;
}

const [fast, plain] = [await loadCounted(), await loadPlain()];
const { keys, request } = officialExample;
const asked = { ...request, url: "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6%20aika&start=a+b", sender: "Työaika Oy" };

/** The request with the MAC of a mistake. @param {string} id */
function mistaken(id) {
  try {
    return plain.mistaken(id, asked, keys);
  } catch {
    return null;
  }
}

/** All times of a day are tried before these are found. */
const slow = ["timestamp-offset", "timestamp-unix-offset", "timestamp-milliseconds", "timestamp-six-decimals", "typo-customer-key", "typo-partner-key",
  "two-typos-customer-key", "two-typos-partner-key"];
/** Nothing to sweep but keys. */
const timeless = { ...asked, timestamp: "", timestampUnix: "" };

test("mistakes are found by the kernel as without it", () => {
  let found = 0;
  for (const { id } of plain.mistakes.filter(({ id, group }, i) => (group !== "value" || i % 5 === 0) && !slow.includes(id))) { // the same for ten fields
    const made = mistaken(id);
    if (!made) continue;
    const sent = { ...asked, mac: made.mac };
    const [one, other] = [fast, plain].map((mac) => mac.diagnose(sent, keys, { first: [id] }));
    assert.deepEqual(one, other, id);
    assert.ok(one.causes.length, id);
    found++;
  }
  assert.ok(found > 60 && called > 0, `${found} mistakes, ${called} calls`);
});

test("keys with a slip, of any length and alphabet, are found by the kernel as without it", () => {
  const random = randomOf(5);
  for (const length of [1, 15, 31, 32, 33, 64, 65, 120]) {
    const right = { customer: "a1".repeat(length).slice(0, length), partner: length % 2 ? "äö€".slice(0, 2) + "b2".repeat(length) : "c3".repeat(length) };
    const at = random(length), wrong = { ...right, customer: right.customer.slice(0, at) + "f" + right.customer.slice(at + 1) };
    const sent = { ...timeless, mac: plain.sum(timeless, wrong) };
    const [one, other] = [fast, plain].map((mac) => mac.diagnose(sent, right));
    assert.deepEqual(one, other);
    assert.equal(one.causes[0]?.[0].id, "typo-customer-key", `${length} characters`);
  }
});

test("two mistakes are found by the kernel as without it, and none where there is none", () => {
  const short = { customer: "a1b2", partner: "c3" };
  const twice = plain.mistaken("keys-swapped", { ...timeless, language: "SV" }, short);
  for (const mac of [twice.mac, "0123456789abcdef".repeat(4)]) {
    const [one, other] = [fast, plain].map((module) => module.diagnose({ ...timeless, mac }, short, { depth: 2 }));
    assert.deepEqual(one, other);
    assert.equal(one.causes.length, mac === twice.mac ? 1 : 0);
  }
});

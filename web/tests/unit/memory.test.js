// What a worker's memory grows to: by an instance that searches all there is,
// with every mistake, alone and in twos and threes. Memory never shrinks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, officialExample, wasm } from "../binding.js";

const most = 64 << 20;

test("a full search stays under 64 MB", async () => {
  const { request, keys } = officialExample;
  const { mac, memory } = await loadWithMemory();
  await new Promise((resolve) => setTimeout(resolve, 100)); // for the kernel
  const before = memory.buffer.byteLength;
  const started = performance.now();
  const report = mac.diagnose({ ...request, mac: "0".repeat(64) }, keys, { depth: 3, shard: 1, shards: 6 }); // the texts of all, the MACs of a part
  assert.ok(report.exhausted, "the search was not done in full");
  const size = memory.buffer.byteLength;
  console.log(`${report.tried} MACs in ${Math.round((performance.now() - started) / 1000)} s, ${before / 1e6} MB before, ${size / 1e6} MB after`);
  assert.ok(size < most, `${size} bytes`);
});

/** Loads the module, and finds the memory that the loader keeps to itself. */
async function loadWithMemory() {
  const { instantiate } = WebAssembly;
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  WebAssembly.instantiate = /** @type {typeof instantiate} */ (async (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) => {
    const instance = await instantiate(module, imports);
    memory = /** @type {WebAssembly.Memory} */ (instance.exports.mem);
    return instance;
  });
  const mac = await load(wasm);
  WebAssembly.instantiate = instantiate;
  if (!memory) throw new Error("the loader did not instantiate the module");
  return { mac, memory };
}

// The page's one policy makes a script of the service worker's address and of its own copies, and of nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import "../page-modules.js";

/** @type {{ createScriptURL: (address: string) => string }} */
let rules;
Object.assign(globalThis, { trustedTypes: { createPolicy: (/** @type {string} */ name, /** @type {typeof rules} */ made) => rules = made } });
const { startable } = await import("../../site/trusted-scripts.ts");

/** What is asked of the host, and what it answers. @type {string[]} */
const asked = [];
let script = async () => "the script";
Object.assign(globalThis, { scriptOfWorker: (/** @type {string} */ address, /** @type {string} */ sum) => { asked.push(`${address} ${sum}`); return script(); } });

const own = "sw.js", worker = "assets/worker.js";

test("no other address becomes a script, nor that of a worker itself", async () => {
  await startable(worker, "a sum");
  const blob = URL.createObjectURL(new Blob(["another script"]));
  for (const address of ["", worker, "assets/other.js", "https://example.com/sw.js", `${own}?x`, `x${own}`, "data:text/javascript,1", "javascript:1", blob]) {
    assert.throws(() => rules.createScriptURL(address), TypeError, address);
  }
  assert.equal(rules.createScriptURL(own), own);
});

test("a worker starts from a copy of what has the sum, which is fetched once", async () => {
  const before = asked.length, copy = await startable("assets/another.js", "its sum");
  assert.equal(await (await fetch(copy)).text(), "the script");
  assert.equal(rules.createScriptURL(copy), copy);
  assert.equal(await startable("assets/another.js", "its sum"), copy);
  assert.deepEqual(asked.slice(before), ["assets/another.js its sum"]);
});

test("what did not arrive is asked for again", async () => {
  script = () => Promise.reject(new Error("the network is gone"));
  await assert.rejects(startable("assets/late.js", ""), /gone/);
  script = async () => "at last";
  assert.equal(await (await fetch(await startable("assets/late.js", ""))).text(), "at last");
});

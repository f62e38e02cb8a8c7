// How the binding is loaded: from bytes, from hosts that do it right or wrong,
// in a worker; and that a failure says so and the next load() works.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { dist } from "../browser.js";
import { brotli, gzip, load, loadMultivers, MacError, multiversWasm, officialExample, officialMAC, wasm } from "../binding.js";

/** @typedef {{ status?: number, headers?: Record<string, string>, body?: Uint8Array | string, cut?: number }} Answer */

/** What a host answers to the gzip and to the module itself. @type {Record<string, { gz?: Answer, plain?: Answer, asked: string[] }>} */
const hosts = {
  "brotli": { plain: { body: brotli, headers: { "Content-Encoding": "br" } }, asked: ["plain"] },
  "gzip of its own": { plain: { body: gzipSync(wasm, { level: 1 }), headers: { "Content-Encoding": "gzip" } }, asked: ["plain"] },
  "no compression": { plain: { body: wasm }, gz: { body: gzip }, asked: ["plain", "gz"] },
  "the gzip with Content-Encoding": { plain: { body: wasm }, gz: { body: gzip, headers: { "Content-Encoding": "gzip" } }, asked: ["plain", "gz"] },
  "the gzip as text": { plain: { body: wasm }, gz: { body: gzip, headers: { "Content-Type": "text/html" } }, asked: ["plain", "gz"] },
  "nothing but the gzip": { gz: { body: gzip }, asked: ["plain", "gz"] },
  "no gzip": { plain: { body: wasm }, asked: ["plain", "gz"] },
  "no gzip, and a wrong MIME type": { plain: { body: wasm, headers: { "Content-Type": "text/plain" } }, asked: ["plain", "gz"] },
};

for (const [name, { gz, plain, asked }] of Object.entries(hosts)) {
  test(`a host with ${name}`, async (t) => {
    const host = await serve(t, gz, plain);
    await works(load(host.url));
    assert.deepEqual(host.asked, asked);
  });
}

/** What goes wrong, and how the sentence about it goes. @type {[string, Answer | undefined, Answer | undefined, RegExp][]} */
const failures = [
  ["nothing is there", undefined, undefined, /could not be loaded from http\S+: the server answered 404\. Check the address and the connection, and call load\(\) again/],
  ["the server fails", { status: 500 }, { status: 503 }, /the server answered 503\. Check the address/],
  ["a page is there instead", { body: "<!doctype html><title>not found</title>" }, undefined, /not WebAssembly but something else, such as a page that says “not found”/],
  ["nothing is in it", { body: "" }, undefined, /not WebAssembly but something else/],
  ["the gzip is cut off", { body: gzip.subarray(0, 9000) }, undefined, /could not be loaded from http.*Check the address and the connection/],
  ["the connection breaks", { body: gzip, cut: 9000 }, undefined, /could not be loaded from http.*Check the address and the connection/],
  ["the module is cut off", { body: wasm.subarray(0, 9000) }, undefined, /could not be loaded from http/],
  ["it is the module of another", { body: Buffer.from("\0asm\x01\0\0\0", "latin1") }, undefined, /not mac\.wasm, or of another version than mac\.js\. Take both from one build/],
];

for (const [name, gz, plain, sentence] of failures) {
  test(`${name}, and the next load works`, async (t) => {
    const host = await serve(t, gz, plain);
    await assert.rejects(load(host.url), (error) => error instanceof MacError && sentence.test(error.message) || assert.fail(String(error)));
    host.answers.gz = { body: gzip };
    await works(load(host.url));
  });
}

test("nobody listens, and the next load works", async (t) => {
  const host = await serve(t, { body: gzip });
  host.close();
  await assert.rejects(load(host.url), { name: "MacError", message: /could not be loaded from http\S+: fetch failed\. Check the address/ });
  await serve(t, { body: gzip }, undefined, Number(new URL(host.url).port));
  await works(load(host.url));
});

test("without a source, Node is told to read the file", async () => {
  await assert.rejects(load(), { name: "MacError", message: /in Node call load\(readFileSync\("mac\.wasm"\)\)/ });
});

test("one address is downloaded once", async (t) => {
  const host = await serve(t, { body: gzip });
  const [first, second] = await Promise.all([load(host.url), load(new URL(host.url))]);
  assert.equal(first, second);
  assert.deepEqual(host.asked, ["plain", "gz"]);
});

test("bytes, the gzip's bytes and a compiled module do as well", async () => {
  await works(load(wasm));
  await works(load(gzip));
  await works(load(await WebAssembly.compile(wasm)));
});

test("bytes that are nothing are refused", async () => {
  await assert.rejects(load(new Uint8Array()), { name: "MacError" });
  await assert.rejects(load(new Uint8Array([1, 2, 3, 4, 5])), { name: "MacError", message: /not WebAssembly/ });
});

test("the module of the other page is refused, by its name", async () => {
  await assert.rejects(load(multiversWasm), { name: "MacError", message: /not mac\.wasm/ });
  await assert.rejects(loadMultivers(wasm), { name: "MacError", message: /not multivers\.wasm, or of another version than multivers\.js/ });
});

test("a worker loads it, too", async () => {
  const worker = new Worker(`
    const { parentPort, workerData: { dist, request, keys } } = require("node:worker_threads");
    const { readFileSync } = require("node:fs");
    import(dist + "mac.js").then(async ({ load }) => {
      const mac = await load(readFileSync(dist + "mac.wasm"));
      parentPort.postMessage(mac.sum(request, keys));
    });`, { eval: true, workerData: { dist, ...officialExample } });
  const sum = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  assert.equal(sum, officialMAC);
  await worker.terminate();
});

/** @param {Promise<import("../../api/types/mac.d.ts").NetvisorMac>} loading */
async function works(loading) {
  const mac = await loading;
  assert.equal(mac.sum(officialExample.request, officialExample.keys), officialMAC);
}

/**
 * A host that has mac.wasm.gz, mac.wasm, both or none, until the test ends.
 * @param {import("node:test").TestContext} t
 * @param {Answer} [gz]
 * @param {Answer} [plain]
 * @param {number} [port]
 */
async function serve(t, gz, plain, port = 0) {
  /** @type {string[]} */
  const asked = [];
  const answers = { gz, plain };
  const server = createServer(({ url }, response) => {
    const kind = url === "/mac.wasm.gz" ? "gz" : "plain";
    asked.push(kind);
    const { status = 200, headers = {}, body = "", cut } = answers[kind] ?? { status: 404, body: "not found" };
    response.writeHead(status, { "Content-Length": Buffer.byteLength(body), Connection: "close", ...headers });
    if (cut === undefined) return response.end(body);
    response.write(Buffer.from(body).subarray(0, cut), () => response.destroy());
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  const { port: given } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () => { server.closeAllConnections(); server.close(); };
  t.after(close);
  return { url: `http://127.0.0.1:${given}/mac.wasm`, asked, answers, close };
}

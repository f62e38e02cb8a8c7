// The search in workers of Chromium, beside HMACs of the same string by the
// quickest libraries. Where a second is filled with MACs, more is better; where
// all pairs or all stages are searched, a shorter time.

import { chromium as playwright } from "@playwright/test";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layLibraries } from "./libraries.js";
import { officialExample } from "../example.js";
import { chromium, dist, serve } from "../browser.js";

/** @import { Page } from "@playwright/test" */

const { request, keys } = officialExample;
const none = { request: { ...request, mac: "0".repeat(64) }, keys };
const message = [request.url, request.sender, request.customerId, request.timestamp, request.language, request.organisationId,
  request.transactionId, request.timestampUnix, keys.customer, keys.partner].join("&");
const mac = "86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27";
const parts = 8; // of the search of all pairs: a run takes seconds, and alternates with the peer's
const hmacs = { key: `${keys.customer}&${keys.partner}`, message, mac, n: 200_000 };

/** @param {(name: string, unit: string, runs: number, ours: () => Promise<number>, peer: () => Promise<number>) => Promise<void>} compare */
export async function measureSearch(compare) {
  const folder = site();
  const server = await serve(folder);
  const browser = await playwright.launch(chromium);
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.evaluate(startWorkers);
    /** @param {...object} options for each worker */
    const search = (...options) => run(page, "search", options.map((option) => ({ ...none, options: option })));
    /** @param {...string} ways */
    const best = async (...ways) => {
      const results = [];
      for (const way of ways) results.push(await run(page, "hmac", [{ ...hmacs, way }]));
      return Math.max(...results.map(rate));
    };
    const one = async () => rate(await search({ depth: 1 }));
    const two = async () => rate(await search({ depth: 1, shard: 0, shards: 2 }, { depth: 1, shard: 1, shards: 2 }));
    await compare("search-hash-wasm", "MAC/s", 7, one, () => best("hash-wasm"));
    await compare("search-noble", "MAC/s", 7, one, () => best("noble", "noble, key kept"));
    await compare("search-two-workers", "MAC/s", 7, two, one);
    let part = 0, count = 0;
    await compare("search-pairs", "s", parts, async () => {
      const done = await search({ depth: 2, shard: part++ % parts, shards: parts });
      count = done.count;
      return done.seconds * parts;
    }, async () => count / await best("hash-wasm, new keys") * parts);
    part = 0;
    await compare("search-all-stages", "s", 3, async () => {
      const done = await search({ depth: 3, shard: part++ % parts, shards: parts });
      count = done.count;
      return done.seconds * parts;
    }, async () => count / await best("hash-wasm") * parts);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** The built files, the workers and the libraries in one folder. */
function site() {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  for (const file of ["mac.js", "mac.wasm"]) cpSync(join(dist, file), join(folder, file));
  cpSync(fileURLToPath(new URL("peer", import.meta.url)), join(folder, "peer"), { recursive: true });
  layLibraries(folder);
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Search</title>");
  return folder;
}

/** Starts, in the page, two workers that search and one of the libraries. */
async function startWorkers() {
  /** @param {string} name */
  const start = (name) => new Promise((resolve, reject) => {
    const worker = new Worker(`peer/${name}.js`, { type: "module" });
    worker.onmessage = () => resolve(worker);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  const workers = { search: [await start("search"), await start("search")], hmac: [await start("hmac")] };
  Object.assign(globalThis, { workers });
}

/**
 * Gives each of some workers its work, and waits for all.
 * @param {Page} page
 * @param {"search" | "hmac"} kind
 * @param {object[]} work
 */
function run(page, kind, work) {
  return page.evaluate(async ({ kind, work }) => {
    /** @type {Worker[]} */
    const workers = Reflect.get(globalThis, "workers")[kind];
    const before = performance.now();
    const counts = await Promise.all(work.map((data, i) => new Promise((resolve, reject) => {
      workers[i].onmessage = ({ data }) => resolve(data);
      workers[i].onerror = ({ message }) => reject(new Error(message));
      workers[i].postMessage(data);
    })));
    /** @type {number} */
    const count = counts.reduce((sum, n) => sum + n);
    return { count, seconds: (performance.now() - before) / 1000 };
  }, { kind, work });
}

/** @param {{ count: number, seconds: number }} result */
function rate({ count, seconds }) {
  return count / seconds;
}

// Reading and checking a large HAR file in the page, beside JSON.parse and
// @noble/hashes on one thread; how responsive the page stays, and its memory.

import { chromium as playwright } from "@playwright/test";
import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layLibraries } from "./libraries.js";
import { officialExample } from "../example.js";
import { chromium, dist, serve } from "../browser.js";
import { writeHAR } from "../make-har.js";

const many = 100_000;

/** @param {(name: string, unit: string, runs: number, ours: () => Promise<number>, peer: () => Promise<number>) => Promise<void>} compare */
export async function measureRequests(compare) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  cpSync(dist, join(folder, "ours"), { recursive: true });
  cpSync(fileURLToPath(new URL("peer/", import.meta.url)), join(folder, "peer"), { recursive: true });
  layLibraries(folder);
  const [large, small] = [join(folder, "large.har"), join(folder, "small.har")];
  writeHAR(large, { count: many, wrong: 10 });
  writeHAR(small, { count: many / 10, wrong: 10 });
  console.log(`requests file=${statSync(large).size} bytes of ${many} requests, every tenth wrong`);
  const server = await serve(folder);
  const browser = await playwright.launch({ ...chromium, args: [...chromium.args, "--enable-precise-memory-info"] });
  try {
    const url = `${server.url}ours/`;
    const rate = async () => many / (await table(browser, url, [large], { causes: false })).seconds;
    await compare("requests-per-second", "1/s", 5, rate, async () => many / await peer(browser, `${server.url}peer/requests.html`, large));
    const warm = async (/** @type {string} */ file) => (await table(browser, url, [small, file])).seconds;
    await compare("ten-times-the-requests", "s", 3, () => warm(large), async () => 10 * await warm(small));
    const { seconds: all, longest, megabytes } = await table(browser, url, [large]);
    console.log(`requests with causes: ${all.toFixed(1)} s, longest task of the page's thread: ${longest ? `${longest} ms` : "under 50 ms"}, memory of all processes' heaps: ${megabytes} MB`);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/**
 * The figures of the last of some files that are opened one after the other.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 * @param {string[]} files
 * @param {{ causes?: boolean }} [until] whether to wait for the causes of what is wrong, too
 */
async function table(browser, url, files, { causes = true } = {}) {
  const page = await browser.newPage();
  await page.goto(`${url}#check`);
  await page.waitForSelector("main[data-state=ready]");
  await page.locator("#customerKey").fill(officialExample.keys.customer);
  await page.locator("#partnerKey").fill(officialExample.keys.partner);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    Object.assign(globalThis, { longest: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) Object.assign(globalThis, { longest: Math.max(Reflect.get(globalThis, "longest"), duration) });
    }).observe({ type: "longtask" });
  });
  let seconds = 0;
  for (const file of files) {
    await page.evaluate(() => document.querySelector("#requests")?.replaceChildren());
    const started = performance.now();
    await page.locator("#file").setInputFiles(file);
    await page.waitForFunction((causes) => (causes ? /All requests are checked/ : /All requests are checked|diagnosed/).test(document.querySelector("#requests")?.textContent ?? ""), causes, { timeout: 600_000, polling: 20 });
    seconds = (performance.now() - started) / 1000;
  }
  const longest = await page.evaluate(() => Math.round(Reflect.get(globalThis, "longest")));
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const heaps = [Number(await page.evaluate(() => Reflect.get(performance, "memory").usedJSHeapSize))];
  for (const worker of page.workers()) heaps.push(Number(await worker.evaluate(() => Reflect.get(performance, "memory")?.usedJSHeapSize ?? 0)));
  await page.close();
  return { seconds, longest, megabytes: Math.round(heaps.reduce((a, b) => a + b, 0) / 1e6) };
}

/** @param {import("@playwright/test").Browser} browser @param {string} url @param {string} file */
async function peer(browser, url, file) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector("body[data-ready]");
  const started = performance.now();
  await page.locator("input").setInputFiles(file);
  await page.waitForSelector("body[data-done]", { timeout: 600_000 });
  const seconds = (performance.now() - started) / 1000;
  await page.close();
  return seconds;
}

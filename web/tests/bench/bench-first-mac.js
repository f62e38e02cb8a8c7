// How a page comes up in Chromium: first paint, first MAC, long tasks and what moves, beside a page that
// does no more than load and run an empty Go program; the first MAC beside one that runs it in a worker,
// which tells what the worker costs; and last what the module costs alone, in a page that only loads and runs it.

import { chromium as playwright } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { officialExample } from "../example.js";
import { chromium, dist, serve } from "../browser.js";
import { buildEmpty } from "../empty.js";

/** @import { Browser } from "@playwright/test" */

/** @param {(name: string, unit: string, runs: number, ours: () => Promise<number>, peer: () => Promise<number>) => Promise<void>} compare */
export async function measureFirstMAC(compare) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  cpSync(dist, join(folder, "ours"), { recursive: true });
  buildPeer(join(folder, "peer"));
  cpSync(join(folder, "peer"), join(folder, "module"), { recursive: true });
  for (const packed of ["", ".br", ".gz"]) cpSync(join(dist, `mac.wasm${packed}`), join(folder, `module/empty.wasm${packed}`));
  const server = await serve(folder);
  const browser = await playwright.launch(chromium);
  try {
    /** @type {Figures[]} */
    const ours = [], peers = [];
    for (let i = 0; i < 10; i++) {
      ours.push(await figuresOf(browser, `${server.url}ours/`, fillExample));
      peers.push(await figuresOf(browser, `${server.url}peer/`, fillNothing));
    }
    for (const name of /** @type {const} */ (["first-paint", "first-mac", "long-tasks"])) {
      const [our, their] = [ours, peers].map((figures) => figures.map((figure) => figure[name]).values());
      const next = (/** @type {Iterator<number>} */ values) => async () => values.next().value ?? 0;
      await compare(name, "ms", ours.length - 1, next(our), next(their));
    }
    console.log(`layout-shift ours=${Math.max(...ours.map((figure) => figure["layout-shift"]))} limit=0`);
    const firstMAC = async (/** @type {string} */ path, /** @type {(example: typeof officialExample) => void} */ prepare = fillNothing) => (await figuresOf(browser, server.url + path, prepare))["first-mac"];
    await compare("first-mac-worker", "ms", 5, () => firstMAC("ours/", fillExample), () => firstMAC("peer/#worker"));
    await compare("module-alone", "ms", 5, () => firstMAC("module/", awaitModule), () => firstMAC("peer/"));
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} folder */
function buildPeer(folder) {
  cpSync(fileURLToPath(new URL("peer/", import.meta.url)), folder, { recursive: true });
  const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
  cpSync(join(goroot, "lib/wasm/wasm_exec.js"), join(folder, "wasm_exec.js"));
  buildEmpty(join(folder, "empty.wasm"));
}

/** @typedef {Record<"first-paint" | "first-mac" | "long-tasks" | "layout-shift", number>} Figures milliseconds from navigation, in long tasks; and the score of what has moved */

/**
 * The figures of a page up to the moment at which it says on the console that it is done, in a context
 * whose cache is empty. Nothing of the test runs meanwhile.
 * @param {Browser} browser
 * @param {string} url
 * @param {(example: typeof officialExample) => void} prepare runs in the page, before its scripts
 * @returns {Promise<Figures>}
 */
async function figuresOf(browser, url, prepare) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(prepare, officialExample);
  await page.waitForTimeout(1000); // a new window of Chromium loads pages of its own
  const [done] = await Promise.all([page.waitForEvent("console", (message) => message.type() === "log"), page.goto(url)]);
  const told = await page.evaluate(noted, Number(done.text()));
  await context.close();
  return { ...told, "first-mac": Number(done.text()) };
}

/** What the browser has noted, long tasks up to a moment. @param {number} end */
async function noted(end) {
  const entries = (/** @type {string} */ type) => new Promise((/** @type {(entries: any[]) => void} */ resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
    setTimeout(() => resolve([]), 500);
  });
  const [paints, tasks, shifts] = await Promise.all(["paint", "longtask", "layout-shift"].map(entries));
  return {
    "first-paint": paints[0]?.startTime ?? 0,
    "long-tasks": tasks.filter(({ startTime }) => startTime < end).reduce((sum, { duration }) => sum + duration, 0),
    "layout-shift": shifts.reduce((sum, { value }) => sum + value, 0),
  };
}

function fillNothing() {}

/** The module never ends, but says when it is there. */
function awaitModule() {
  Object.assign(globalThis, { netvisormac: () => console.log(performance.now()) });
}

/**
 * Types the example as soon as the form can be seen, and marks when its MAC is there.
 * @param {typeof officialExample} example
 */
function fillExample({ request, keys }) {
  const values = { ...request, customerKey: keys.customer, partnerKey: keys.partner };
  new PerformanceObserver((_, seen) => {
    seen.disconnect();
    for (const [name, value] of Object.entries(values)) {
      /** @type {HTMLInputElement} */ (document.getElementById(name)).value = value;
    }
  }).observe({ type: "paint", buffered: true });
  addEventListener("DOMContentLoaded", () => {
    const mac = /** @type {HTMLElement} */ (document.getElementById("mac"));
    new MutationObserver(() => {
      if (mac.textContent?.startsWith("86b8f651")) console.log(performance.now());
    }).observe(mac, { childList: true });
  });
}

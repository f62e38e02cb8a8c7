// From navigation to the first MAC in Chromium, beside a page that does no
// more than load and run an empty Go program: in the page, which is what the
// bound is for, and in a worker, which tells what the worker costs.

import { chromium as playwright } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { officialExample } from "../example.js";
import { chromium, dist, serve } from "./browser.js";
import { buildEmpty } from "./empty.js";

/** @import { Browser } from "@playwright/test" */

/** @param {(name: string, unit: string, runs: number, ours: () => Promise<number>, peer: () => Promise<number>) => Promise<void>} compare */
export async function measureFirstMAC(compare) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  cpSync(dist, join(folder, "ours"), { recursive: true });
  buildPeer(join(folder, "peer"));
  const server = await serve(folder);
  const browser = await playwright.launch(chromium);
  try {
    const ours = () => timeOf(browser, `${server.url}ours/`, fillExample);
    await compare("first-mac", "ms", 9, ours, () => timeOf(browser, `${server.url}peer/`, () => {}));
    await compare("first-mac-worker", "ms", 9, ours, () => timeOf(browser, `${server.url}peer/#worker`, () => {}));
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

/**
 * Milliseconds from navigation until the page says on the console that it is
 * done, in a context whose cache is empty. Nothing of the test runs meanwhile.
 * @param {Browser} browser
 * @param {string} url
 * @param {(example: typeof officialExample) => void} prepare runs in the page, before its scripts
 */
async function timeOf(browser, url, prepare) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(prepare, officialExample);
  await page.waitForTimeout(1000); // a new window of Chromium loads pages of its own
  const [done] = await Promise.all([page.waitForEvent("console", (message) => message.type() === "log"), page.goto(url)]);
  await context.close();
  return Number(done.text());
}

/**
 * Types the example as soon as the form is there, and marks when its MAC is.
 * @param {typeof officialExample} example
 */
function fillExample({ request, keys }) {
  addEventListener("DOMContentLoaded", () => {
    const values = { ...request, customerKey: keys.customer, partnerKey: keys.partner };
    for (const [name, value] of Object.entries(values)) {
      /** @type {HTMLInputElement} */ (document.getElementById(name)).value = value;
    }
    const mac = /** @type {HTMLElement} */ (document.getElementById("mac"));
    new MutationObserver(() => {
      if (mac.textContent?.startsWith("86b8f651")) console.log(performance.now());
    }).observe(mac, { childList: true });
  });
}

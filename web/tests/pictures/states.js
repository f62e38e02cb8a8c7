// Pictures of every state of the page, to be looked at: node states.js FOLDER [STATE…]. Each at four widths, light and dark,
// in two languages; LOOK=1 makes those that show most.

import { chromium as playwright } from "@playwright/test";
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { officialExample } from "../../netvisor/example.ts";
import { chromium, dist, serve } from "../browser.js";

/** @import { Page } from "@playwright/test" */

const { request, keys, mac } = officialExample;
/** Of the example with SHA256. */
const legacyMAC = createHash("sha256").update([request.url, request.sender, request.customerId, request.timestamp, request.language, request.organisationId, request.transactionId, keys.customer, keys.partner].join("&")).digest("hex");
const address = "https://integration.netvisor.fi/salesinvoicelist.nv?begininvoicedate=2023-05-01&endinvoicedate=2023-05-31&invoicenumber=2023001&lastmodifiedstart=2023-05-01";

/** @param {object} changes */
const curl = (changes = {}) => {
  const { url, ...headers } = { ...request, mac, ...changes };
  const names = { sender: "Sender", customerId: "CustomerId", partnerId: "PartnerId", timestamp: "Timestamp", timestampUnix: "TimestampUnix", transactionId: "TransactionId", algorithm: "MACHashCalculationAlgorithm", mac: "MAC" };
  const rows = [["X-Netvisor-Interface-Language", headers.language], ["X-Netvisor-Organisation-ID", headers.organisationId], ...Object.entries(names).map(([field, name]) => [`X-Netvisor-Authentication-${name}`, /** @type {Record<string, string>} */ (headers)[field]])];
  return `curl '${url}' ${rows.filter(([, value]) => value).map(([name, value]) => `-H '${name}: ${value}'`).join(" ")}`;
};
const settings = `CUSTOMER_KEY=${keys.customer}\nPARTNER_KEY=${keys.partner}\n`;

/** @param {Page} page @param {string} text */
const paste = (page, text) => page.locator("#pasted").fill(text);
/** @param {Page} page @param {string} text */
async function check(page, text) {
  await paste(page, text);
  await page.waitForFunction(() => (/** @type {HTMLInputElement} */ (document.getElementById("sent"))).value !== "");
  await paste(page, settings);
}
/** @param {Page} page @param {string} state */
const verdict = (page, state, timeout = 60_000) => page.locator(`#verdict[data-state="${state}"]`).waitFor({ timeout });
/** @param {Page} page @param {string} example */
async function broken(page, example) {
  await page.locator("#broken").selectOption(example);
  await verdict(page, "wrong");
}

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const states = {
  first: async () => {},
  "first-check": (page) => page.goto(`${page.url()}#check`),
  "request-alone": async (page) => { await paste(page, curl()); await page.locator("#mail").waitFor(); },
  "keys-alone": async (page) => { await paste(page, settings); await page.locator("[data-slot=keys][data-full]").waitFor(); },
  right: async (page) => { await check(page, curl()); await verdict(page, "ok"); },
  timezone: (page) => broken(page, "timezone"),
  "utf-8": (page) => broken(page, "utf8"),
  query: (page) => broken(page, "query"),
  "keys-swapped": (page) => broken(page, "swapped"),
  plain: (page) => broken(page, "plain"),
  two: (page) => broken(page, "two"),
  "long-address": async (page) => { await broken(page, "timezone"); await page.locator("#url").fill(address); await page.locator("#sent").fill(mac); await verdict(page, "searching"); },
  none: async (page) => { await check(page, curl({ mac: "0".repeat(64) })); await verdict(page, "none", 300_000); },
  refused: async (page) => { await check(page, curl()); await verdict(page, "ok"); await paste(page, "<Root><ResponseStatus><Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: Integraatiokumppanin tunnistus ei onnistunut</Status></ResponseStatus></Root>"); await verdict(page, "refused"); },
  legacy: async (page) => { await check(page, curl({ algorithm: "SHA256", timestampUnix: "", mac: legacyMAC })); await verdict(page, "legacy"); await page.goto(`${page.url()}&code=php`); },
  searching: async (page) => { await check(page, curl({ mac: "0".repeat(64) })); await page.locator("#search-about:not(:empty)").waitFor({ timeout: 60_000 }); },
};

const [folder = "/tmp/states", ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const server = await serve(dist);
const browser = await playwright.launch(chromium);
const all = [390, 820, 1280, 1920].flatMap((width) => ["light", "dark"].flatMap((colorScheme) => ["en", "fi"].map((language) => ({ width, colorScheme, language }))));
const some = [{ width: 390, colorScheme: "light", language: "en" }, { width: 1280, colorScheme: "light", language: "en" }, { width: 1280, colorScheme: "dark", language: "fi" }];
for (const { width, colorScheme, language } of process.env.LOOK ? some : all) {
  for (const [name, reach] of Object.entries(states).filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: /** @type {"light" | "dark"} */ (colorScheme), locale: language });
    await page.goto(`${server.url}index.html?lang=${language}`);
    await page.locator("main[data-state=ready]").waitFor();
    await reach(page);
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}-${language}.png`), fullPage: width < 1000 || Boolean(process.env.FULL) });
    await page.close();
  }
}
await browser.close();
server.close();

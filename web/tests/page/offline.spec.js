// The second visit, the visit without a network, and the new version.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { dist, serve, windowless } from "../browser.js";
import { buildEmpty } from "../empty.js";
import { writeHAR } from "../make-har.js";
import { CreatePage, expect, officialExample, officialMAC, test as base } from "../page.js";

/** @import { Host } from "../browser.js" */

/** A host of a copy of the site, which a test may change. @type {ReturnType<typeof base.extend<{ folder: string, host: Host }>>} */
const test = base.extend({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "offline-"));
    cpSync(dist, folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  host: async ({ folder }, use) => {
    const host = await serve(folder);
    await use(host);
    host.close();
  },
  create: async ({ page, host }, use) => use(new CreatePage(page, host.url)),
});
test.use({ keptOffline: true });

/** Waits until the site is kept: the page that is open, and the other one when it is idle. @param {CreatePage} create */
async function kept({ page }) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await expect.poll(() => page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).at(-1) ?? ""), kept = (await cache.keys()).map(({ url }) => url);
    const language = navigator.language.split("-")[0], files = { "main-": 3, "worker-": 3, "on-demand-": 1, ".wasm": 2, ...(language === "en" ? {} : { [`/${language}-`]: 2 }) };
    return Object.entries(files).filter(([part, count]) => kept.filter((url) => url.includes(part)).length < count);
  }), { timeout: 20_000 }).toEqual([]);
}

/** @param {CreatePage} create */
const cacheNames = ({ page }) => page.evaluate(() => caches.keys());

for (const locale of ["en-GB", "fi-FI"]) test.describe(locale, () => {
  test.use({ locale });

  test("the first visit transfers little and nothing twice, the second nothing", async ({ create, host, context }) => {
    await create.open();
    await kept(create);
    const ours = host.transferred(), empty = buildEmpty(join(mkdtempSync(join(tmpdir(), "empty-")), "empty.wasm"));
    console.log(`first-visit-and-kept ratio=${(ours / empty).toFixed(2)} ours=${ours} peer=${empty} unit=bytes`);
    expect(ours / empty).toBeLessThan(5.1);
    const sent = host.answers.filter((answer) => /^GET .* 200$/.test(answer));
    expect(sent.length).toBeGreaterThan(8);
    expect(sent, "nothing twice").toEqual([...new Set(sent)]);
    await expect(create.field("newer"), "the first version is no newer one").toHaveCount(0);
    const asked = host.answers.length;
    const second = new CreatePage(await context.newPage(), host.url);
    await second.open();
    await second.field("example").click();
    await expect(second.mac).toHaveText(officialMAC);
    await second.page.goto(`${host.url}?lang=${locale.slice(0, 2)}#check`);
    await expect(second.page.locator("main")).toHaveAttribute("data-state", "ready");
    expect(host.answers.slice(asked)).toEqual([]);
    expect(host.transferred()).toBe(ours);
  });
});

for (const plain of [false, true]) {
  test(`without a network everything works${plain ? ", of a host that compresses nothing, too" : ""}`, async ({ create, page, folder }) => {
    const host = await serve(folder, { plain });
    create.address = host.url;
    await create.open();
    await kept(create);
    host.close();
    await page.goto(`${host.url}?unknown=query`);
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
    await create.field("example").click();
    await expect(create.mac).toHaveText(officialMAC);
    await page.goto(`${host.url}#check`);
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
    await create.field("example").click();
    await create.enter("timestamp", "2023-05-04 11:00:00.000");
    await expect(page.locator("#verdict")).toHaveAttribute("data-state", "wrong");
    const file = test.info().outputPath("network.har");
    writeHAR(file, { count: 100 });
    await create.field("customerKey").fill(officialExample.keys.customer);
    await create.field("file").setInputFiles(file);
    await expect(create.field("requests").getByRole("status")).toHaveText("All requests are checked.");
    await page.goto(`${host.url}multivers`);
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  });
}

test("what is opened once works without a network afterwards: another page, another language", async ({ create, page, host }) => {
  test.slow(); // the self-test runs twice
  await create.open();
  await kept(create);
  await page.goto(`${host.url}selftest.html?lang=sv`);
  await expect(page.locator("#line")).toHaveAttribute("data-result", "passed", { timeout: 100_000 });
  host.close();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.locator("#line")).toHaveAttribute("data-result", "passed", { timeout: 100_000 });
});

/** Makes the next version of a site: its page says so. @param {string} folder */
function changeSite(folder) {
  const file = join(folder, "index.html"), offline = join(folder, "sw.js");
  const page = readFileSync(file), script = readFileSync(offline, "utf8");
  const next = Buffer.from(page.toString().replace("<html ", "<html data-next "));
  const sum = (/** @type {Buffer} */ content) => createHash("sha256").update(content).digest("base64");
  const version = /="([0-9a-f]{12})"/.exec(script)?.[1] ?? "";
  expect(script).toContain(sum(page));
  for (const packed of [file + ".br", offline + ".br"]) rmSync(packed);
  writeFileSync(file, next);
  writeFileSync(offline, script.replace(sum(page), sum(next)).replace(version, "0123456789ab"));
}

/** The browser asks for a new version now, whatever it has kept of the old one's script. @param {CreatePage} create */
async function lookForUpdate({ page }) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await page.evaluate(async () => { await (await navigator.serviceWorker.ready).update(); });
}

test("a new version waits for consent, and the old one is dropped then", async ({ create, page, folder }) => {
  await create.open();
  await kept(create);
  const [before] = await cacheNames(create), next = page.locator("[data-next]");
  await create.field("sender").fill("Typed Oy");
  changeSite(folder);
  await lookForUpdate(create);
  await expect(page.locator("#newer")).toHaveText("A new version is available. Reload when you are done.Reload now");
  await expect(create.field("sender")).toHaveValue("Typed Oy");
  await expect(next).toHaveCount(0);
  await page.reload();
  await expect(next, "a reload is no consent").toHaveCount(0);
  await page.locator("#newer button").click();
  await expect(next).toHaveCount(1);
  await expect.poll(() => cacheNames(create)).toHaveLength(1);
  expect(await cacheNames(create)).not.toContain(before);
});

test("while another window is open, its version is kept", async ({ create, page, folder, context, host }) => {
  await create.open();
  await kept(create);
  const other = new CreatePage(await context.newPage(), host.url);
  await other.open();
  changeSite(folder);
  await lookForUpdate(create);
  await page.locator("#newer button").click();
  await expect(page.locator("[data-next]")).toHaveCount(1);
  await expect(other.page.locator("[data-next]")).toHaveCount(0);
  expect(await cacheNames(create)).toHaveLength(2);
  await other.page.close();
  await page.reload();
  await expect.poll(() => cacheNames(create)).toHaveLength(1);
});

test("what the build did not make is not kept", async ({ create, page, folder, host }) => {
  rmSync(join(folder, "index.html.br"));
  writeFileSync(join(folder, "index.html"), readFileSync(join(folder, "index.html"), "utf8").replace("<html ", "<html data-tampered "));
  await create.open();
  await expect.poll(() => host.answers.some((answer) => answer.startsWith("GET /sw.js ")), "the service worker is taken").toBe(true);
  await expect.poll(() => page.evaluate(async () => await navigator.serviceWorker.getRegistration() === undefined)).toBe(true);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});

test("parts of files and what is sent go by", async ({ create, page, host }) => {
  await create.open();
  await kept(create);
  const asked = host.answers.length;
  await page.evaluate(async () => {
    await fetch("index.html", { headers: { Range: "bytes=0-9" } });
    await fetch("index.html", { method: "POST" });
    await fetch("index.html");
  });
  await expect.poll(() => host.answers.slice(asked).map((answer) => answer.slice(0, 16))).toEqual(["GET /index.html ", "POST /index.html"]);
});

test("the browser can install it", async ({ host }) => {
  const profile = mkdtempSync(join(tmpdir(), "profile-")); // Chromium installs nothing from a window without one
  const context = await chromium.launchPersistentContext(profile, windowless);
  const create = new CreatePage(await context.newPage(), host.url);
  await create.open();
  await kept(create);
  const session = await context.newCDPSession(create.page);
  const { data, errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? "")).toMatchObject({ short_name: "Netvisor MAC", display: "standalone" });
  expect((await session.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([]);
  await context.close();
  rmSync(profile, { recursive: true });
});

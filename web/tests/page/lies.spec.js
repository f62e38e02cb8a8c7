// A host, or a network before it, that answers something else for one visit: nothing of that runs or is kept, the page says
// so, and later visits come up right.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dist, serve } from "../browser.js";
import { CreatePage, expect, officialMAC, test } from "../page.js";

/** @import { Page } from "@playwright/test" */

test.use({ keptOffline: true });

const sources = { index: script("index.html"), guide: script("multivers.html") };
const worker = (/** @type {string} */ tool) => `assets/${readdirSync(join(dist, "assets")).find((file) => file.startsWith(`${tool}-worker-`) && file.endsWith(".js"))}`;
const module = (/** @type {string} */ name) => `assets/${readdirSync(join(dist, "assets")).find((file) => file.startsWith(`${name}-`) && file.endsWith(".wasm"))}`;

/** The script that a page names. @param {string} page */
function script(page) {
  return /id="last" type="module" async src="([^"]+)"/.exec(readFileSync(join(dist, page), "utf8"))?.[1] ?? "";
}

/** What is answered in the place of a file. @type {Record<string, (path: string) => { status: number, type: string, body: string }>} */
const ways = {
  "a page that asks to sign in": () => ({ status: 200, type: "text/html", body: "<!doctype html><title>Sign in</title>" }),
  "one line more": (path) => ({ status: 200, type: "text/javascript", body: readFileSync(join(dist, path), "utf8") + "\n;document.documentElement.dataset.evil = 'ran';" }),
  "404": () => ({ status: 404, type: "text/plain", body: "not found" }),
  "500": () => ({ status: 500, type: "text/html", body: "<h1>Error</h1>" }),
};

/** @type {[string, string, string][]} */
const cases = [
  ["the first page's script", "", sources.index],
  ["the guide's script", "multivers.html", sources.guide],
  ["the worker's script", "", worker("netvisor")],
  ["the guide's worker's script", "multivers.html", worker("multivers")],
  ["the module", "", module("mac")],
  ["the guide's module", "multivers.html", module("multivers")],
];

/** @param {Page} page */
const isReady = (page) => expect(page.locator("main")).toHaveAttribute("data-state", "ready");

for (const [what, page, file] of cases) for (const [way, answer] of Object.entries(ways)) test(`${what} is ${way}`, async ({ context }) => {
  test.skip(file.endsWith(".wasm") && way === "one line more", "the module's own test has it");
  let lying = true;
  const host = await serve(dist, { lie: (path) => (lying && path.startsWith(`/${file}`) ? answer(path) : undefined) });
  const first = await context.newPage();
  await first.goto(host.url + page);
  const told = file === sources.index || file === sources.guide ? first.locator("#lost") : first.locator("#status");
  await expect(told).toContainText(/could not be loaded|was not loaded/);
  await expect(told.locator(".anew").first()).toBeVisible();
  expect(await first.locator("[data-evil]").count()).toBe(0);
  lying = false;
  await first.close();
  for (const address of [page, "", "multivers.html"]) {
    const later = await context.newPage();
    await later.goto(host.url + address);
    await isReady(later);
    await expect(later.locator("[data-evil]")).toHaveCount(0);
    await later.close();
  }
  host.close();
});

for (const way of ["a page that asks to sign in", "one line more", "404"]) test(`the guide's script is ${way} while the first page is visited: it is not kept`, async ({ page, context }) => {
  let lying = true;
  const host = await serve(dist, { lie: (path) => (lying && path === `/${sources.guide}` ? ways[way](path) : undefined) });
  const create = new CreatePage(page, host.url);
  await create.open();
  await expect.poll(() => host.answers.filter((answer) => answer.startsWith(`GET /${sources.guide} `)).length, "it is asked for").toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing ?? null)).toBeNull();
  expect(await page.evaluate(async (name) => Boolean(await caches.match(name)), sources.guide)).toBe(false);
  lying = false;
  const guide = await context.newPage();
  await guide.goto(`${host.url}multivers.html`);
  await isReady(guide);
  await expect(guide.locator("[data-evil]")).toHaveCount(0);
  host.close();
});

test("Start again throws away what is kept and works when the network does again", async ({ page, context }) => {
  let lying = false;
  const host = await serve(dist, { lie: (path) => (lying && path.startsWith("/assets/") ? ways["a page that asks to sign in"](path) : undefined) });
  const create = new CreatePage(page, host.url);
  await create.open();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  // As a script could that ran once: it writes into what is kept.
  await page.evaluate(async (name) => {
    for (const cache of await caches.keys()) await (await caches.open(cache)).put(name, new Response("document.documentElement.dataset.evil = 'ran'", { headers: { "Content-Type": "text/javascript" } }));
  }, sources.index);
  await (await context.newCDPSession(page)).send("Network.clearBrowserCache"); // else the good script comes from there
  lying = true;
  await page.goto(`${host.url}?again`);
  await expect(page.locator("#lost")).toBeVisible();
  await expect(page.locator("#lost .anew")).toHaveText([/^Start again/, /^Aloita alusta/, /^Opnieuw beginnen/, /^Börja om/]);
  lying = false;
  await page.locator("#lost [lang=sv] .anew").click();
  await isReady(page);
  await create.field("example").click();
  await expect(create.mac).toHaveText(officialMAC);
  await expect(page.locator("[data-evil]")).toHaveCount(0);
  await context.close();
  host.close();
});

test("a page that was written into what is kept is not shown", async ({ page, create }) => {
  await create.open();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      await (await caches.open(name)).put("index.html", new Response("<!doctype html><html data-evil>", { headers: { "Content-Type": "text/html" } }));
    }
  });
  await page.goto(create.address);
  await isReady(page);
  await expect(page.locator("[data-evil]")).toHaveCount(0);
});

test("a module with other bytes is refused, by the self-test, too; the page shows the sum of what runs", async ({ page, create, context }) => {
  await create.open();
  const file = module("mac"), bytes = readFileSync(join(dist, file));
  await expect(page.locator("#sum")).toHaveText(createHash("sha256").update(bytes).digest("hex"));
  const other = Buffer.concat([bytes, Buffer.from([0, 5, 1, 120, 1, 2, 3])]); // a section that no one reads
  await context.route(`**/${file}*`, (route) => route.fulfill({ status: 200, contentType: "application/wasm", body: other }));
  const spoiled = await context.newPage();
  await spoiled.goto(`${create.address}selftest.html`);
  await expect(spoiled.locator("#line")).toHaveAttribute("data-result", "failed", { timeout: 60_000 });
  await expect(spoiled.locator("#verdict")).toContainText("something other than this page's files");
});

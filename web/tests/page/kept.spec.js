// What the browser keeps of the site stays whole, whatever the host, the network before it or the disk do to the next version.

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist, serve } from "../browser.js";
import { CreatePage, expect, officialMAC, test as base } from "../page.js";

/** @import { Host } from "../browser.js" */

/** @typedef {{ status: number, type: string, body: string }} Answer */

/**
 * A host of a copy of the site, and what it answers in the place of files for a while.
 * @type {ReturnType<typeof base.extend<{ folder: string, lies: { tell: (path: string) => Answer | undefined }, host: Host }>>}
 */
const test = base.extend({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "kept-"));
    cpSync(dist, folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  lies: async ({}, use) => use({ tell: () => undefined }),
  host: async ({ folder, lies }, use) => {
    const host = await serve(folder, { lie: (path) => lies.tell(path) });
    await use(host);
    host.close();
  },
  create: async ({ page, host }, use) => use(new CreatePage(page, host.url)),
});
test.use({ keptOffline: true });

const portal = { status: 200, type: "text/html", body: "<!doctype html><title>Sign in</title><h1>Guest network</h1>" };
const full = { status: 507, type: "text/html", body: "<h1>Insufficient storage</h1>" };

/** Opens the page, and waits until the site is kept. @param {CreatePage} create */
async function keep(create) {
  await create.open();
  await expect.poll(() => create.page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await expect.poll(() => create.page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).at(-1) ?? "");
    return (await cache.keys()).filter(({ url }) => /\.wasm|main-|worker-/.test(url)).length;
  }), { timeout: 20_000 }).toBeGreaterThanOrEqual(6);
}

/** @param {CreatePage} create */
async function worksAsKept({ page, address }) {
  await page.goto(`${address}?again`);
  const again = new CreatePage(page, address);
  await again.ready();
  await again.field("example").click();
  await expect(again.mac).toHaveText(officialMAC);
  await expect(page.locator("[data-next]")).toHaveCount(0);
}

/** The next version: another page, another script, and the worker that names their sums. @param {string} folder */
function nextVersion(folder) {
  const offline = join(folder, "sw.js"), page = join(folder, "index.html");
  const sum = (/** @type {Buffer} */ content) => createHash("sha256").update(content).digest("base64");
  let worker = readFileSync(offline, "utf8");
  const html = readFileSync(page), script = /** @type {RegExpExecArray} */ (/id="last" type="module" async src="([^"]+)" integrity="sha256-([^"]+)"/.exec(html.toString()));
  const code = Buffer.concat([readFileSync(join(folder, script[1])), Buffer.from("\n// next\n")]), name = script[1].replace(/-\w+\.js$/, "-01234567.js");
  const next = Buffer.from(html.toString().replace("<html ", "<html data-next ").replace(script[1], name).replace(script[2], sum(code)));
  const before = [[sum(html), sum(next)], [script[1], name], [script[2], sum(code)], [/="([0-9a-f]{12})"/.exec(worker)?.[1] ?? "", "0123456789ab"]];
  for (const [old, fresh] of before) {
    expect(worker).toContain(old);
    worker = worker.replaceAll(old, fresh);
  }
  for (const packed of [`${page}.br`, `${offline}.br`]) rmSync(packed);
  writeFileSync(page, next);
  writeFileSync(offline, worker);
  writeFileSync(join(folder, name), code);
  return { script: `/${name}` };
}

/** The browser asks for a new version now, and tells whether one was installed. @param {CreatePage} create */
async function update({ page }) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  return page.evaluate(async () => {
    const kept = await navigator.serviceWorker.ready;
    await kept.update().catch(() => {});
    const fresh = kept.installing ?? kept.waiting;
    if (fresh && fresh.state === "installing") await new Promise((resolve) => fresh.addEventListener("statechange", resolve, { once: true }));
    return kept.waiting !== null;
  });
}

/** @type {[string, (path: string) => Answer | undefined][]} */
const everything = [["a network that asks to sign in", () => portal], ["a host whose disk is full", () => full], ["a host that lost the site", () => ({ ...full, status: 404 })]];
for (const [what, tell] of everything) test(`behind ${what} the next visit has what was kept`, async ({ create, lies }) => {
  await keep(create);
  lies.tell = tell;
  expect(await update(create)).toBe(false);
  await worksAsKept(create);
  lies.tell = () => undefined;
  await worksAsKept(create);
});

/** A deployment that is not finished: the new worker is there, and something that it names is not. @type {[string, (path: string, next: { script: string }) => Answer | undefined][]} */
const halves = [
  ["the script is not there yet", (path, { script }) => (path === script ? { ...portal, status: 404 } : undefined)],
  ["the first page comes for the script", (path, { script }) => (path === script ? portal : undefined)],
  ["the page is the old one", (path) => (/^\/(index\.html)?$/.test(path) ? { status: 200, type: "text/html", body: readFileSync(join(dist, "index.html"), "utf8") } : undefined)],
];
for (const [what, tell] of halves) test(`a deployment that is half done: ${what}`, async ({ create, folder, lies, page }) => {
  await keep(create);
  const next = nextVersion(folder);
  lies.tell = (path) => tell(path, next);
  expect(await update(create)).toBe(false);
  await expect(page.locator("#newer")).toHaveCount(0);
  await expect(page.locator("#unkept")).toHaveText(/^A new version could not be loaded completely\. This one stays/);
  await worksAsKept(create);
  lies.tell = () => undefined;
  expect(await update(create), "once it is done, it is found").toBe(true);
  await expect(page.locator("#newer")).toBeVisible();
  await page.locator("#newer button").click();
  await expect(page.locator("[data-next]")).toHaveCount(1);
  await new CreatePage(page, create.address).ready();
});

/** @param {CreatePage} create @param {number | undefined} quotaSize in bytes */
async function setQuota({ page, address }, quotaSize) {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(address).origin, quotaSize });
}

test("a browser without room works from the network, and keeps the site once there is room", async ({ create, page, host }) => {
  await setQuota(create, 20_000);
  await create.openExample();
  await expect.poll(() => host.answers.some((answer) => answer.startsWith("GET /sw.js ")), "the worker is taken").toBe(true);
  await expect.poll(() => page.evaluate(async () => await navigator.serviceWorker.getRegistration() === undefined)).toBe(true);
  await expect(page.locator("#unkept")).toHaveText(/^The browser could not store this page for offline use/);
  await setQuota(create, undefined);
  await keep(create);
  await expect(page.locator("#unkept")).toHaveCount(0);
});

test("a disk that is full by the next version keeps the one that it has", async ({ create, folder, page }) => {
  await keep(create);
  nextVersion(folder);
  await setQuota(create, 20_000);
  expect(await update(create)).toBe(false);
  await expect(page.locator("#unkept")).toHaveText(/^A new version could not be loaded completely/);
  await worksAsKept(create);
  await setQuota(create, undefined);
  expect(await update(create)).toBe(true);
  await expect(page.locator("#newer")).toBeVisible();
});

// Canary keys are typed and every button of every page is pressed: then they are nowhere.

import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { canaries, canariesIn, fillAll, openAll, placesOf, pressAll, typeCanaries, Witness } from "./canary.js";
import { dist } from "./browser.js";
import { officialExample } from "../example.js";
import { writeHAR } from "./make-har.js";
import { expect, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

test.use({ keptOffline: true });

const folder = mkdtempSync(join(tmpdir(), "canary-"));
const many = join(folder, "network.har");
test.beforeAll(() => {
  writeHAR(many, { count: 60, wrong: 5, twice: 20 });
  for (const name of singles) copyFileSync(join(dist, name), join(folder, name));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const singles = ["netvisor-mac.html", "multivers-on-premise.html"];

/** A request as somebody pastes it, keys and all. */
const pasted = `curl "${officialExample.request.url}" -H "X-Netvisor-Authentication-MAC: ${"0a".repeat(32)}"
CustomerKey: ${canaries.customerKey}
PartnerKey: ${canaries.partnerKey}`;

const webConfig = `<?xml version="1.0" encoding="utf-8"?>
<configuration><appSettings><add key="Zenvoices.SecretToken" value="${canaries.token}"/></appSettings><system.webServer><modules/></system.webServer></configuration>`;

/** What each page is given besides the keys. @type {Record<string, (page: Page) => Promise<unknown>>} */
const given = {
  index: async (page) => {
    await page.locator("#pasted").fill(pasted);
    await page.locator("#file").setInputFiles(many);
  },
  selftest: (page) => expect(page.locator("#line")).toHaveAttribute("data-result", "passed", { timeout: 120_000 }),
  multivers: async (page) => {
    await page.locator("input[type=file]").first().setInputFiles({ name: "web.config", mimeType: "text/xml", buffer: Buffer.from(webConfig) });
  },
};

/**
 * Each page and mode; what a visitor presses or ticks there to have the secrets handed over; and how many
 * buttons there are at least.
 * @type {[string, RegExp | undefined, number, ((page: Page) => Promise<unknown>)?][]}
 */
const places = [
  ["index.html#create", undefined, 25, given.index],
  ["index.html#check", undefined, 25, given.index],
  ["multivers.html", /secrets|^save-(mended|test|restored)|^copy (form-|command-line-key$)/, 20, given.multivers],
  ["embed.html#create", undefined, 8],
  ["embed.html#check", undefined, 8],
  ["selftest.html", undefined, 2, given.selftest],
];

test("every page is walked", () => {
  const walked = [...places.map(([address]) => address.split("#")[0]), ...singles];
  const pages = readdirSync(dist).filter((name) => name.endsWith(".html"));
  expect([...new Set(walked)].sort()).toEqual(pages.sort());
});

const pages = places.map((place) => /** @type {const} */ ([place[0], (/** @type {string} */ site) => site + place[0], ...place.slice(1)]));
const files = ["netvisor-mac.html#create", "netvisor-mac.html#check", "multivers-on-premise.html"].map((address, i) =>
  /** @type {const} */ ([address, () => `${pathToFileURL(folder)}/${address}`, ...places[i].slice(1)]));

for (const [name, addressAt, asked, atLeast, give] of /** @type {[string, (site: string) => string, RegExp | undefined, number, ((page: Page) => Promise<unknown>)?][]} */ ([...pages, ...files])) {
  test(`${name}: whatever is pressed, the canaries are nowhere`, async ({ page, site }) => {
    test.setTimeout(240_000);
    const witness = new Witness(page);
    await witness.begin();
    await page.goto(addressAt(site));
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready", { timeout: 60_000 });
    await openAll(page);
    await typeCanaries(page);
    await fillAll(page, asked ?? /^$/);
    await give?.(page);
    const pressed = await pressAll(page, witness);
    await typeCanaries(page);
    await page.waitForTimeout(500);
    expect(pressed.length, pressed.join(", ")).toBeGreaterThanOrEqual(atLeast);
    const found = await placesOf(page);
    for (const [place, content] of Object.entries(found)) expect(canariesIn(content), place).toEqual([]);
    expect([found.local, found.session, found.databases, found.cookies]).toEqual([[], [], [], []]);
    expect(witness.leaks(asked)).toEqual([]);
    for (const way of ["error", "popup", "dialog"]) expect(witness.seen.filter((seen) => seen.way === way)).toEqual([]);
  });
}

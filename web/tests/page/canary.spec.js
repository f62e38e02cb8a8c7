// Canary keys are typed and every button of every page is pressed: then they are nowhere.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { canaries, canariesIn, fillAll, openAll, placesOf, pressAll, typeCanaries, Witness } from "../canary.js";
import { dist } from "../browser.js";
import { officialExample } from "../../netvisor/example.ts";
import { writeHAR } from "../make-har.js";
import { expect, singles, test } from "../page.js";

/** @import { Page } from "@playwright/test" */

test.use({ keptOffline: true });

/** A request as somebody pastes it, keys and all. */
const pasted = `curl "${officialExample.request.url}" -H "X-Netvisor-Authentication-MAC: ${"0a".repeat(32)}"
CustomerKey: ${canaries.customerKey}
PartnerKey: ${canaries.partnerKey}`;

const webConfig = `<?xml version="1.0" encoding="utf-8"?>
<configuration><appSettings><add key="Zenvoices.SecretToken" value="${canaries.token}"/></appSettings><system.webServer><modules/></system.webServer></configuration>`;

/** What each page is given besides the keys. @type {Record<string, (page: Page) => Promise<unknown>>} */
const given = {
  index: async (page) => {
    const many = test.info().outputPath("network.har");
    writeHAR(many, { count: 60, wrong: 5, twice: 20 });
    await page.locator("#pasted").fill(pasted);
    await page.locator("#file").setInputFiles(many);
  },
  selftest: (page) => expect(page.locator("#line")).toHaveAttribute("data-result", "passed", { timeout: 120_000 }),
  multivers: async (page) => {
    await page.locator("input[type=file]").first().setInputFiles({ name: "web.config", mimeType: "text/xml", buffer: Buffer.from(webConfig) });
  },
};

/** What of the guide hands secrets over, by its name. */
const handing = /secrets|^save-(mended|test|restored)|^copy (form-|command-line-key$)/;

/**
 * Each page and mode; what a visitor presses or ticks there to have the secrets handed over; and how many
 * buttons there are at least.
 * @type {[string, RegExp | undefined, number, ((page: Page) => Promise<unknown>)?][]}
 */
const places = [
  ["index.html#create", undefined, 25, given.index],
  ["index.html#check", undefined, 25, given.index],
  ["multivers.html", handing, 20, given.multivers],
  ["embed.html#create", undefined, 8],
  ["embed.html#check", undefined, 8],
  ["selftest.html", undefined, 2, given.selftest],
  ["netvisor-mac.html#create", undefined, 25, given.index],
  ["netvisor-mac.html#check", undefined, 25, given.index],
  ["multivers-on-premise.html", handing, 20, given.multivers],
];

test("every page that has a script is walked", () => {
  const walked = new Set(places.map(([address]) => address.split("#")[0]));
  expect([...walked].sort()).toEqual(readdirSync(dist).filter((name) => name.endsWith(".html") && readFileSync(join(dist, name), "utf8").includes("<script")).sort());
});

for (const [address, asked, atLeast, give] of places) {
  test(`${address}: whatever is pressed, the canaries are nowhere`, async ({ page, site, disk }) => {
    test.setTimeout(240_000);
    const witness = new Witness(page);
    await witness.begin();
    await page.goto((singles.includes(address.split("#")[0]) ? disk : site) + address);
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

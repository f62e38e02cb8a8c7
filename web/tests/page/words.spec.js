// Every word that a page shows is from a catalogue, in each language and state; and is told anew when the language changes.

import { config } from "../guide.js";
import { makeHAR } from "../make-har.js";
import { expect, officialExample, officialValues, test } from "../page.js";
import { bracketWords, unspoken } from "../speech.js";

/** @import { Page } from "@playwright/test" */
/** @import { CreatePage } from "../page.js" */

const languages = /** @type {const} */ (["fi", "sv", "nl"]);

test.slow();

/** @param {Page} page @param {string} language */
async function choose(page, language) {
  await page.locator("#speaks").selectOption(language);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

/** Holds that nothing on the page is from elsewhere. @param {Page} page @param {string} state */
async function expectSpoken(page, state) {
  for (const language of languages) {
    await choose(page, language);
    await expect.poll(() => unspoken(page), { message: `${state}, ${language}` }).toEqual([]);
  }
  await choose(page, "en");
}

test.beforeEach(async ({ page }) => {
  await bracketWords(page, languages);
});

/** What is done with the page, step by step, until every part of it has words. @type {[string, (create: CreatePage) => Promise<unknown>][]} */
const uses = [
  ["Create, with hints", async (create) => {
    await create.openExample();
    await create.enter("url", "http://isvapi.netvisor.fi/customer.nv?q=ö");
    await create.enter("language", "SV");
    await create.enter("organisationId", "1967543-9");
    for (const help of await create.page.locator("[data-help]:visible").all()) await help.click();
    await create.page.locator(".privacy summary").click();
    await create.page.locator("#languages-of-code a").first().click();
    await create.field("link").click();
    await expect(create.field("link")).not.toHaveText(/link/);
  }],
  ["Create, with an error", async (create) => {
    await create.enter("sender", "5 €");
    await expect(create.status).toHaveAttribute("data-state", "error");
  }],
  ["Create, empty", async (create) => {
    await create.field("clear").click();
    await expect(create.status).toHaveAttribute("data-state", "incomplete");
  }],
  ["Check, a cause", async (create) => {
    await create.page.evaluate(() => { location.hash = "#check"; });
    await create.field("example").click();
    await create.enter("timestamp", "2023-05-04 00:00:00.000");
    await expect(create.page.locator("#verdict")).toHaveAttribute("data-state", "wrong", { timeout: 30_000 });
    await create.page.locator("#learn > summary").click();
    await create.page.locator("#mistakes summary").first().click();
  }],
  ["Check, right", async (create) => {
    await create.enter("timestamp", officialValues.timestamp);
    await expect(create.page.locator("#verdict")).toHaveAttribute("data-state", "ok");
  }],
  ["Check, stopped", async (create) => {
    await create.enter("sent", "0".repeat(64));
    await create.page.locator("#stop").click();
    await expect(create.page.locator("#verdict")).toHaveAttribute("data-state", "stopped");
  }],
  ["a paste with an answer", async (create) => {
    await create.field("pasted").fill(`curl 'https://isvapi.netvisor.fi/customerlist.nv' -H 'X-Netvisor-Authentication-Sender: "a"'\n\nAUTHENTICATION_FAILED :: Incorrect MAC`);
    await expect(create.field("pasted-about").locator(".answered")).toBeVisible();
  }],
  ["a case file", async (create) => {
    await create.field("pasted").fill(JSON.stringify({ netvisorCase: 1, made: "2026-07-14T17:05:09.318Z", page: "", module: "", request: officialExample.request, charset: "",
      report: { ok: false, causes: [[{ id: "keys-swapped", title: "The customer key and the partner key are swapped" }]], notices: [], tried: 1, exhausted: false },
      keys: { salt: "00", customer: { length: 32, alphabet: "lower", fingerprint: "00" }, partner: null } }));
    await expect(create.field("case-keys").locator("li")).toHaveCount(2);
  }],
  ["a broken case file", async (create) => {
    await create.field("pasted").fill('{"netvisorCase": 1');
    await expect(create.field("pasted-about").locator(".refused")).toBeVisible();
  }],
  ["many requests", async (create) => {
    await create.field("file").setInputFiles({ name: "network.har", mimeType: "application/json", buffer: makeHAR({ count: 60, wrong: 5, twice: 10 }) });
    await expect(create.page.locator("#requests .summary li").first()).toBeVisible();
    await expect(create.page.locator("#requests progress")).toBeHidden({ timeout: 30_000 });
    await create.page.locator("#requests .where button").first().click();
    await expect(create.page.locator("#requests .chips button")).toBeVisible();
  }],
  ["one of many requests", async (create) => {
    await create.page.locator("#request-rows [data-place]").first().click();
    await expect(create.page.locator(".opened")).toBeVisible();
  }],
  ["the list of keys", (create) => create.page.locator("#show-keys").click()],
];

test("Create, Check, pastes and the table", async ({ create }) => {
  for (const [name, use] of uses) {
    await use(create);
    await expectSpoken(create.page, name);
  }
});

/** @type {[string, (page: Page) => Promise<unknown>][]} */
const guided = [
  ["the guide, empty", (page) => page.evaluate(() => { for (const step of document.querySelectorAll("details")) step.open = true; })],
  ["the guide, with a broken file", async (page) => {
    await page.locator("#config-file").setInputFiles({ name: "web.config", mimeType: "text/xml", buffer: config("guide-verbatim.config") });
    await expect(page.locator("#findings-config li").first()).toBeVisible();
    await page.locator("#error").fill("HTTP Error 500.19 - Internal Server Error 0x800700c1");
    await expect(page.locator("#findings-error li").first()).toBeVisible();
    await page.locator("#url").fill("http://localhost/API");
    await expect(page.locator("#findings-zenvoices li").first()).toBeVisible();
  }],
  ["the guide, mended", async (page) => {
    await page.locator("#make-token").click();
    await expect(page.locator("#save-mended")).toBeEnabled();
    await page.locator("#refresh-token").fill("short");
    await expect(page.locator("#findings-refresh li").first()).toBeVisible();
  }],
];

test("the guide for Multivers", async ({ page, site }) => {
  await page.goto(`${site}multivers.html`);
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  for (const [name, use] of guided) {
    await use(page);
    await expectSpoken(page, name);
  }
});

test("the page in a frame", async ({ page, site }) => {
  for (const language of languages) {
    for (const fragment of ["", "mode=create&example", "mode=check&example", "mode=check&example&no-keys"]) {
      await page.goto("about:blank");
      await page.goto(`${site}embed.html#${fragment}&lang=${language}`);
      await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect.poll(() => unspoken(page), { message: `${fragment}, ${language}` }).toEqual([]);
    }
  }
});

test("the self-test that cannot run", async ({ page, site }) => {
  await page.route("**/vectors-*.json", (route) => route.fulfill({ status: 404 }));
  await page.goto(`${site}selftest.html`);
  await expect(page.locator("#line")).toHaveAttribute("data-result", "failed");
  await expectSpoken(page, "it fails");
});

// What axe finds on every page: each state, language, theme and width; and what
// axe does not look at: that focus shows, and that nothing is said over and over.

import { createHash } from "node:crypto";
import { expectAccessible } from "../axe.js";
import { makeHAR } from "../make-har.js";
import { expect, officialExample, test } from "../page.js";

/** @import { Page } from "@playwright/test" */

const languages = ["en", "fi", "sv", "nl"];
/** The official example with its timestamp in local time. */
const wrong = `curl '${officialExample.request.url}' ` + Object.entries({
  "X-Netvisor-Authentication-Sender": officialExample.request.sender,
  "X-Netvisor-Authentication-CustomerId": officialExample.request.customerId,
  "X-Netvisor-Partner-Id": officialExample.request.partnerId,
  "X-Netvisor-Authentication-TimestampUnix": officialExample.request.timestampUnix,
  "X-Netvisor-Authentication-Timestamp": "2023-05-04 15:00:00.000",
  "X-Netvisor-Authentication-TransactionId": officialExample.request.transactionId,
  "X-Netvisor-Interface-Language": "FI",
  "X-Netvisor-Organisation-ID": officialExample.request.organisationId,
  "X-Netvisor-Authentication-MAC": officialExample.mac,
  "X-Netvisor-Authentication-MACHashCalculationAlgorithm": "HMACSHA256",
}).map(([name, value]) => `-H '${name}: ${value}'`).join(" ");

const answer = "<Root><ResponseStatus><Status>FAILED</Status><Status>REQUEST_NOT_UNIQUE :: The transaction ID has already been used.</Status></ResponseStatus></Root>";

/** Of the example with SHA256. */
const legacyMAC = createHash("sha256").update(legacyString()).digest("hex");

function legacyString() {
  const { request: { url, sender, customerId, timestamp, language, organisationId, transactionId }, keys } = officialExample;
  return [url, sender, customerId, timestamp, language, organisationId, transactionId, keys.customer, keys.partner].join("&");
}

/** @param {Page} page */
async function fillKeys(page) {
  await page.locator("#customerKey").fill(officialExample.keys.customer);
  await page.locator("#partnerKey").fill(officialExample.keys.partner);
}

/** Each state of a page: its address, and how to come into it. @type {Record<string, { path: string, come: (page: Page) => Promise<unknown> }>} */
const states = {
  "create, empty": { path: "", come: (page) => page.locator(".privacy summary").click() },
  "create, example": {
    path: "", come: async (page) => {
      await page.locator("#example").click();
      await expect(page.locator("#mac")).toHaveText(officialExample.mac);
      for (const help of await page.locator("button.help:visible").all()) await help.click();
      await page.locator("#languages-of-code a").first().click();
      await expect(page.locator("#code")).not.toBeEmpty();
    },
  },
  "check, empty": { path: "#check", come: (page) => page.locator("#learn summary").first().click() },
  "keys, listed": { path: "", come: (page) => page.locator("body").press("?") },
  "check, a cause": {
    path: "#check", come: async (page) => {
      await fillKeys(page);
      await page.locator("#pasted").fill(wrong);
      await expect(page.locator("#verdict")).toHaveAttribute("data-state", "wrong");
    },
  },
  "check, an answer": {
    path: "#check", come: async (page) => {
      await page.locator("#pasted").fill(answer);
      await expect(page.locator(".answered")).toBeVisible();
    },
  },
  "check, refused though right": {
    path: "#check", come: async (page) => {
      await page.locator("#example").click();
      await expect(page.locator("#verdict")).toHaveAttribute("data-state", "ok");
      await page.locator("#pasted").fill(answer);
      await expect(page.locator("#verdict")).toHaveAttribute("data-state", "refused");
    },
  },
  "check, the old algorithm": {
    path: "#check&code=php", come: async (page) => {
      await page.locator("#example").click();
      await page.locator("#algorithm").selectOption("SHA256");
      await page.locator("#sent").fill(legacyMAC);
      await expect(page.locator("#code ins").first()).toBeVisible();
    },
  },
  "check, without the keys": {
    path: "#check", come: async (page) => {
      await page.locator("#pasted").fill(wrong);
      await expect(page.locator("#mail")).toBeVisible();
    },
  },
  "check, a case file": {
    path: "", come: async (page) => {
      const { request, mac } = officialExample;
      await page.locator("#pasted").fill(JSON.stringify({ netvisorCase: 1, made: "2026-07-14T12:00:00Z", request: { ...request, mac }, report: { ok: false, causes: [[{ id: "utf-8", title: "" }, { id: "unknown", title: "of another version" }]], tried: 1 }, keys: {} }));
      await expect(page.locator("#verdict")).toHaveAttribute("data-state", "case");
    },
  },
  "check, many requests": {
    path: "#check", come: async (page) => {
      await fillKeys(page);
      await page.locator("#file").setInputFiles({ name: "network.har", mimeType: "application/json", buffer: makeHAR({ count: 60, wrong: 5, twice: 10 }) });
      await expect(page.locator("#requests .summary li").first()).toBeVisible();
      await expect(page.locator("#requests progress")).toBeHidden();
      await page.locator("#requests .ring summary").click();
      await page.locator("#requests .where button").first().click();
      await expect(page.locator("#requests .chips button")).toBeVisible();
    },
  },
  "check, one of many requests": {
    path: "#check", come: async (page) => {
      await fillKeys(page);
      await page.locator("#file").setInputFiles({ name: "network.har", mimeType: "application/json", buffer: makeHAR({ count: 60, wrong: 5 }) });
      await page.locator("#request-rows [data-verdict=wrong]").first().click();
      await expect(page.locator("#verdict")).toBeFocused();
      await expect(page.locator("#requests progress")).toBeHidden();
    },
  },
  "a single file": { path: "netvisor-mac.html", come: async () => {} },
  "another single file": { path: "multivers-on-premise.html", come: async () => {} },
  "multivers, empty": { path: "multivers.html", come: async () => {} },
  "multivers, everything open": {
    path: "multivers.html", come: async (page) => {
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
      await page.locator("#make-token").click();
      await page.locator("#example-config").click();
      await expect(page.locator("#config-view .row[data-changed]").first()).toBeVisible();
      await page.locator("#error").fill("500.19 0x800700c1");
      await page.locator("#url").fill("http://localhost/");
    },
  },
};

for (const [name, { path, come }] of Object.entries(states)) {
  test(name, async ({ page, site }) => {
    test.slow();
    await page.goto(site + path);
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
    await come(page);
    for (const language of languages) {
      await page.locator("#speaks").selectOption(language);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expectAccessible(page, language);
    }
  });
}

for (const fragment of ["", "mode=create&example", "mode=check&example", "mode=check&no-keys"]) {
  test(`in a frame, ${fragment}`, async ({ page, site }) => {
    test.slow();
    await page.goto(`${site}embed.html#${fragment}`);
    for (const language of languages) {
      await page.evaluate((fragment) => { location.hash = fragment; }, `${fragment}&lang=${language}`);
      await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expectAccessible(page, language);
    }
  });
}

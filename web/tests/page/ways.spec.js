// The five ways that people go, from a cold start: what each takes in pastes, files and clicks is printed, and may not grow.

import { readFileSync } from "node:fs";
import { makeHAR } from "../make-har.js";
import { clipboardOf, expect, officialExample, test } from "../page.js";

/** @import { Page } from "@playwright/test" */

const { request, keys } = officialExample;
const names = { sender: "Sender", customerId: "CustomerId", partnerId: "PartnerId", timestamp: "Timestamp", timestampUnix: "TimestampUnix", transactionId: "TransactionId", algorithm: "MACHashCalculationAlgorithm", mac: "MAC" };

/** Header lines of a request whose MAC is another's. @param {Record<string, string>} changes */
const headersOf = (changes) => {
  const { language, organisationId, ...values } = /** @type {Record<string, string>} */ ({ ...request, ...changes });
  return [["X-Netvisor-Interface-Language", language], ["X-Netvisor-Organisation-ID", organisationId],
    ...Object.entries(names).map(([field, name]) => [`X-Netvisor-Authentication-${name}`, values[field]])].filter(([, value]) => value);
};
const wrong = { timestamp: "2023-05-04 09:00:00.000", mac: officialExample.mac };
const curl = `curl '${request.url}' ${headersOf(wrong).map(([name, value]) => `-H '${name}: ${value}'`).join(" ")}`;
const settings = `<?php return ['customer_id' => '${request.customerId}', 'customer_key' => '${keys.customer}', 'partner_id' => '${request.partnerId}', 'partner_key' => '${keys.partner}'];`;
const refusal = "<Root><ResponseStatus><Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: Integration keys are not valid</Status></ResponseStatus></Root>";

/** Counts what a person does. @param {Page} page */
function counted(page) {
  const count = { pastes: 0, files: 0, clicks: 0 };
  return {
    count,
    paste: (/** @type {string} */ text, box = page.locator("#pasted")) => { count.pastes++; return box.fill(text); },
    drop: (/** @type {string} */ name, /** @type {Buffer} */ buffer) => { count.files++; return page.locator("#file").setInputFiles({ name, mimeType: "", buffer }); },
    click: (/** @type {string} */ name) => { count.clicks++; return page.getByRole("button", { name, exact: true }).click(); },
  };
}

const headline = (/** @type {import("@playwright/test").Locator | Page} */ place) => place.locator("#verdict .headline").first();

test("a: who writes the program pastes the request and the settings", async ({ create, page }) => {
  const { count, paste } = counted(page);
  await create.open();
  await paste(curl);
  await expect(create.field("sent")).toHaveValue(officialExample.mac);
  await paste(settings);
  await expect(headline(page)).toContainText("Signed with Finnish time (12:00:00), sent as UTC (09:00:00)", { timeout: 30_000 });
  await expect(create.field("url")).toHaveValue(request.url);
  console.log("way=a", JSON.stringify(count));
  expect(count).toEqual({ pastes: 2, files: 0, clicks: 0 });
});

test("b: support has a mail, asks the customer, and gets a case file", async ({ create, context, page }) => {
  const { count, paste, drop, click } = counted(page);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await create.open();
  await paste(`Hei,\n\nthe integration fails since Monday:\n\n${refusal}\n\nGET ${request.url} HTTP/1.1\n${headersOf(wrong).map((row) => row.join(": ")).join("\n")}\n\nBr, Matti`);
  await click("Copy a request to your customer");
  expect(count).toEqual({ pastes: 1, files: 0, clicks: 1 });
  const [link] = /\S+#check\?\S+/.exec(await clipboardOf(page)) ?? [];
  const theirs = await context.newPage();
  await theirs.goto(link ?? "");
  await theirs.locator("#customerKey").fill(keys.customer);
  await theirs.locator("#partnerKey").fill(keys.partner);
  await expect(headline(theirs)).toContainText("Signed with Finnish time", { timeout: 30_000 });
  const [download] = await Promise.all([theirs.waitForEvent("download"), theirs.getByRole("button", { name: "Save a case file" }).click()]);
  await drop("case.json", readFileSync(await download.path()));
  await expect(page.locator("#verdict")).toHaveAttribute("data-state", "case");
  await expect(headline(page)).toContainText("Signed with Finnish time (12:00:00), sent as UTC (09:00:00)");
  console.log("way=b", JSON.stringify(count));
  expect(count).toEqual({ pastes: 1, files: 1, clicks: 1 });
});

test("c: a reader of a documentation pastes into the frame", async ({ page, site }) => {
  const { count, paste } = counted(page);
  await page.goto(`${site}embed.html`);
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  await paste(curl);
  await expect(page.locator("#sent")).toHaveValue(officialExample.mac);
  await paste(settings);
  await expect(headline(page)).toContainText("Signed with Finnish time (12:00:00), sent as UTC (09:00:00)", { timeout: 30_000 });
  console.log("way=c", JSON.stringify(count));
  expect(count).toEqual({ pastes: 2, files: 0, clicks: 0 });
});

test("d: who moves to HMACSHA256 sees what changes", async ({ create, page }) => {
  await create.openExample();
  await create.field("algorithm").selectOption("SHA256");
  await expect(create.mac).not.toHaveText(officialExample.mac);
  const legacy = await create.mac.innerText();
  await create.field("clear").click();
  const { count, paste } = counted(page);
  await paste(`curl '${request.url}' ${headersOf({ algorithm: "SHA256", timestampUnix: "", mac: legacy }).map(([name, value]) => `-H '${name}: ${value}'`).join(" ")}`);
  await expect(create.field("sent")).toHaveValue(legacy);
  await paste(settings);
  await expect(page.locator("#verdict")).toHaveAttribute("data-state", "legacy");
  await page.getByRole("link", { name: "PHP" }).click();
  await expect(page.locator("#code ins").first()).toBeVisible();
  console.log("way=d", JSON.stringify({ ...count, clicks: count.clicks + 1 }));
  expect(count.pastes).toBe(2);
});

test("e: who has many requests sees what they have in common while they are read", async ({ create, page }) => {
  const { count, paste, drop } = counted(page);
  await create.open();
  await paste(settings);
  await expect(page.locator("[data-slot=keys][data-full]")).toBeVisible();
  const began = Date.now();
  await drop("network.har", makeHAR({ count: 20_000, wrong: 7 }));
  await expect(page.locator("#requests .summary li").first()).toContainText("Signed with Finnish time", { timeout: 60_000 });
  const seen = Date.now() - began;
  await expect(page.locator("#requests progress")).toBeHidden({ timeout: 60_000 });
  console.log("way=e", JSON.stringify({ ...count, pattern: (seen / (Date.now() - began)).toFixed(2) }));
  expect(count).toEqual({ pastes: 1, files: 1, clicks: 0 });
});

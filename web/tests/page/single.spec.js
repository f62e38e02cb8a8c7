// The single files, opened from a disk without a network, with nothing of the site beside them.

import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "../browser.js";
import { config, GuidePage, token } from "../guide.js";
import { writeHAR } from "../make-har.js";
import { CreatePage, expect, officialExample, officialMAC, singles, test } from "../page.js";

/** @import { Page } from "@playwright/test" */

const { keys, request } = officialExample;
const [mac, multivers] = singles;

test.beforeEach(({ context }) => context.setOffline(true));

/** @param {Page} page @param {string} disk @param {string} [fragment] */
async function openMac(page, disk, fragment = "") {
  const create = new CreatePage(page, disk + mac + fragment);
  await create.openOnly();
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  return create;
}

/** Nothing was asked for but the files themselves, and nothing was complained of. @param {{ requests: string[], complaints: string[] }} opened @param {...string} files */
function expectQuiet({ requests, complaints }, ...files) {
  const asked = requests.map((asked) => asked.replace(/^GET /, "").split(/[?#]/)[0].trim());
  expect(asked.filter((asked) => !/^(blob|data):/.test(asked))).toEqual(files);
  expect(complaints).toEqual([]);
}

test("Create gives the official MAC and code, and says which module made it", async ({ page, disk }) => {
  const create = await openMac(page, disk);
  await create.button("Official example").click();
  await expect(create.mac).toHaveText(officialMAC);
  await create.field("languages-of-code").getByRole("link", { name: "Python", exact: true }).click();
  await expect(create.field("code")).toContainText("hmac");
  await expect(page.locator(".privacy .hash")).toHaveText(createHash("sha256").update(readFileSync(join(dist, "mac.wasm"))).digest("hex"));
  await expect(page.locator(`a[href^="selftest"], link[href]:not([href^="data:"], [href^="#"])`)).toHaveCount(0);
  expectQuiet(create, disk + mac);
});

test("Check finds by its workers what takes a search", async ({ page, disk }) => {
  const create = await openMac(page, disk, "#check");
  await create.button("Official example").click();
  const text = [request.url, request.sender, request.customerId, request.timestamp, request.language, request.organisationId,
    request.transactionId, keys.customer, keys.partner].join("&");
  await create.enter("sent", createHmac("sha256", keys.customer).update(text).digest("hex"));
  await expect(create.field("verdict")).toContainText("The Unix timestamp is missing from the string.", { timeout: 60_000 });
  await expect(create.field("verdict")).toContainText("The HMAC key is only the customer key.");
  await expect(create.field("verdict").getByRole("link"), "the reference is not in the file").toHaveCount(2); // each mistake's place in the list
  expect(page.workers().length, "one that answers, and one for each core").toBeGreaterThan(1);
  expectQuiet(create, disk + mac);
});

test("what is pasted fills the form, and every language is spoken", async ({ page, disk }) => {
  const create = await openMac(page, disk, "#check");
  await create.field("pasted").fill(`X-Netvisor-Authentication-CustomerId: ${request.customerId}\nX-Netvisor-Authentication-Sender: Työaika Oy`);
  await expect(create.field("customerId")).toHaveValue(request.customerId);
  for (const language of ["fi", "sv", "nl", "en"]) {
    const words = JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), "utf8"));
    await create.field("speaks").selectOption(language);
    await expect(page).toHaveTitle(words["title.index"]);
  }
  await expect(create.field("sender")).toHaveValue("Työaika Oy");
  expectQuiet(create, disk + mac);
});

test("a HAR file becomes the table of requests", async ({ page, disk }) => {
  const create = await openMac(page, disk, "#check");
  await create.enter("customerKey", keys.customer);
  await create.enter("partnerKey", keys.partner);
  const file = test.info().outputPath("network.har");
  writeHAR(file, { count: 60, wrong: 5 });
  await create.field("file").setInputFiles(file);
  await expect(create.field("requests").getByRole("status")).toHaveText("All requests are checked.", { timeout: 60_000 });
  await expect(create.field("requests")).toContainText("48 of 60: right");
  const grid = page.locator("#request-rows");
  expect(await grid.evaluate((rows) => getComputedStyle(rows).overflowY), "the table's own style").toMatch(/auto|scroll/);
  expectQuiet(create, disk + mac);
});

test("a web.config is mended, and the two files lead to each other", async ({ page, disk }) => {
  const guide = new GuidePage(page, disk);
  guide.address = disk + multivers;
  await guide.open("config");
  await guide.field("token").evaluate((field, value) => { /** @type {HTMLInputElement} */ (field).value = value; }, token);
  await guide.openConfig(config("guide-verbatim.config"));
  await expect(guide.verdict).toContainText("errors in this file");
  expect(String(await guide.download("save-mended"))).toBe(String(config("guide-verbatim.config")).replace("randomkey", token).replace(/[“”]/g, '"'));
  expectQuiet(guide, disk + multivers);
  const system = (/** @type {string} */ name) => page.locator("nav").getByRole("link", { name, exact: true });
  await system("Netvisor").click();
  await expect(page).toHaveURL(`${disk}${mac}#create`);
  await system("Check").click();
  await expect(page).toHaveURL(`${disk}${mac}#check`);
  await expect(system("Netvisor")).toHaveCount(0);
  await expect(system("Check")).toHaveAttribute("aria-current", "page");
  await expect(system("Create")).not.toHaveAttribute("aria-current");
  await system("Multivers").click();
  await expect(page).toHaveURL(disk + multivers);
});

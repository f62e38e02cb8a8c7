// The request as code: language in the address, copy, save, and the lines that avoid a proved mistake.

import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { clipboardOf, expect, officialExample, officialMAC, test } from "../page.js";

/** @import { CreatePage } from "../page.js" */

const { keys } = officialExample;

/** @param {CreatePage} create */
const code = (create) => create.field("code");

/** @param {CreatePage} create @param {string} name */
const language = (create, name) => create.field("languages-of-code").getByRole("link", { name, exact: true });

test("a language is chosen by keyboard, stays in the address, and gives code without a key", async ({ create, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await create.openExample();
  await expect(code(create)).toBeHidden();
  await language(create, "Python").focus();
  await page.keyboard.press("Enter");
  await expect(code(create)).toContainText("ClientName");
  expect(page.url()).toBe(`${create.address}#create&code=python`);
  await create.copy("code").click();
  const copied = await clipboardOf(page);
  expect(copied).toBe(await code(create).textContent());
  for (const key of Object.values(keys)) expect(copied).not.toContain(key);
  await create.enter("sender", "O'Brien & \"Co\" ö");
  await expect(code(create)).toContainText("O'Brien & \\\"Co\\\" ö");
  const [download] = await Promise.all([page.waitForEvent("download"), create.button("save as a file").click()]);
  expect(download.suggestedFilename()).toMatch(/\.py$/);
  expect(readFileSync(await download.path(), "utf8")).toBe(await code(create).textContent());
});

test("every language gives code, in both modes", async ({ create, page }) => {
  await create.openExample();
  const names = await create.field("languages-of-code").getByRole("link").allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(14);
  expect(names.slice(0, 5)).toEqual(["PHP", "C#", "JavaScript", "Python", "Java"]);
  for (const name of names) {
    await language(create, name).click();
    await expect(language(create, name)).toHaveAttribute("aria-current", "true");
    await expect(code(create)).toContainText("1967543-8");
  }
  await page.getByRole("link", { name: "Check", exact: true }).click();
  await expect(code(create)).toContainText("1967543-8");
  expect(page.url()).toMatch(/#check&code=\w+$/);
  expect(create.complaints).toEqual([]);
});

test("texts carry the MAC that was made", async ({ create }) => {
  await create.openExample();
  await language(create, "curl command").click();
  await expect(code(create)).toContainText(officialMAC);
});

test("the line that avoids a proved mistake says so", async ({ create }) => {
  create.address += "#check&code=php";
  await create.openOnly();
  await create.button("Official example").click();
  const { request } = officialExample;
  const text = [request.url, request.sender, request.customerId, request.timestamp, request.language, request.organisationId, request.transactionId, request.timestampUnix, keys.customer, keys.partner].join("&");
  await create.enter("sent", createHmac("sha256", keys.customer).update(text).digest("hex"));
  await expect(code(create)).toContainText("avoids hmac-key-customer-only");
});

test("what no header can carry gives a sentence instead of code", async ({ create, page }) => {
  await create.openExample();
  await language(create, "Go").click();
  await create.enter("url", "ftp://isvapi.netvisor.fi/accounting.nv");
  await expect(create.field("code-about")).toContainText("the address must begin with https:// or http://");
  await expect(code(create)).toBeEmpty();
  await expect(create.button("save as a file")).toBeDisabled();
  await language(create, "Go").click();
  await expect(code(create)).toBeHidden();
  expect(page.url()).toBe(`${create.address}#create`);
});

// Pages of the reference in Chromium: whoever reads them, on whatever screen or paper; and the example that each carries.

import { expectAccessible } from "../axe.js";
import { CreatePage, expect, test } from "../page.js";

const kinds = ["en/index", "fi/timestamp-offset", "en/missing-value", "sv/answer-keys-not-valid", "en/recipe", "nl/sha256-to-hmacsha256", "nl/multivers-iis-malformed", "en/multivers-two-lines"];

for (const kind of kinds) test(`${kind} is accessible, asks for nothing else and breaks no policy`, async ({ page, site }) => {
  const create = new CreatePage(page, `${site}reference/${kind}.html`);
  await create.openOnly();
  await expectAccessible(page, kind);
  expect(create.complaints).toEqual([]);
  expect(create.requests.filter((address) => !/\.(html|svg)$/.test(address))).toEqual([]);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("header")).toBeHidden();
  await expect(page.locator("h1")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("it is read, and its links work", async ({ page, site }) => {
    await page.goto(`${site}reference/en/index.html`);
    await page.getByRole("link", { name: "The customer key and the partner key are swapped", exact: true }).click();
    await expect(page.locator("h1")).toHaveText("The customer key and the partner key are swapped");
    await page.getByRole("link", { name: "suomi" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "fi");
  });
});

for (const id of ["keys-swapped", "url-without-query", "utf-8"]) test(`the example of ${id} is proved on the page that it opens`, async ({ page, site }) => {
  await page.goto(`${site}reference/en/${id}.html`);
  const keys = await page.locator("p:has(> a[href*='index.html#check?']) code").allTextContents();
  await page.locator("a[href*='index.html#check?']").click();
  const create = new CreatePage(page, site);
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  await create.enter("customerKey", keys[0]);
  await create.enter("partnerKey", keys[1]);
  await expect(page.locator("#verdict")).toHaveAttribute("data-state", "wrong");
  await expect(page.locator("#verdict")).toContainText("Proved");
});

// The self-test's page: what it says when all is well, when something is not, and when it cannot run.

import { rmSync } from "node:fs";
import { expectAccessible } from "../axe.js";
import { serve } from "../browser.js";
import { expect, officialMAC, test } from "../page.js";
import { assetWith, copyOfSite, spoil } from "../spoil.js";

/** @import { Page } from "@playwright/test" */

const vectors = "**/vectors-*.json";

/** @param {Page} page */
const line = async (page) => JSON.parse(await page.locator("#line").innerText());

test.setTimeout(300_000); // half a minute where nothing else runs

test("all passes, and is told in the language that is chosen then", async ({ page, site }) => {
  await page.goto(`${site}selftest.html`);
  await expect(page.locator("#verdict .headline")).toHaveText(/^✓All \d+ tests passed in this browser, in \d+\.\d s\.$/, { timeout: 120_000 });
  await expect(page.locator("#line")).toHaveAttribute("data-result", "passed");
  const { ok, passed, failed, browser } = await line(page);
  expect([ok, failed, browser]).toEqual([true, 0, await page.evaluate(() => navigator.userAgent)]);
  expect(passed).toBeGreaterThan(200);
  for (const language of ["sv", "nl", "fi"]) {
    await page.locator("#speaks").selectOption(language);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expectAccessible(page);
  }
  await expect(page.locator("#verdict .headline")).toHaveText(/^✓Kaikki \d+ testiä .* \d+,\d s\.$/);
  await expect(page.locator("#groups dt").first()).toHaveText("Testivektorit");
  await expect(page.locator("#progress")).toBeHidden();
});

test("a failure is told with its name, what was got and what was wanted", async ({ page }) => {
  const folder = copyOfSite();
  spoil(folder, assetWith(folder, /^vectors-\w+\.json$/, officialMAC), (text) => text.replaceAll(officialMAC, "0".repeat(64)));
  const host = await serve(folder);
  await page.goto(`${host.url}selftest.html`);
  await expect(page.locator("#line")).toHaveAttribute("data-result", "failed", { timeout: 120_000 });
  await expect(page.locator("#verdict")).toHaveAttribute("data-state", "wrong");
  await expect(page.locator("#verdict")).toContainText(/1 of \d+ tests failed in this browser\./);
  await expect(page.locator("#failures li")).toHaveText([/official-example.*Test vectors: mac.*got86b8f651.*expected0{64}/]);
  await expect(page.locator("#groups dt[data-state=wrong]")).toHaveText("Test vectors");
  expect(await line(page)).toMatchObject({ ok: false, failed: 1 });
  await expectAccessible(page);
  host.close();
  rmSync(folder, { recursive: true });
});

test("what does not arrive is told, and it can run again", async ({ page, site }) => {
  await page.route(vectors, (route) => route.fulfill({ status: 404 }));
  await page.goto(`${site}selftest.html`);
  await expect(page.locator("#verdict")).toContainText("The self-test could not run.");
  await expect(page.locator("#verdict")).toContainText("answered with status 404");
  expect(await line(page)).toMatchObject({ ok: false, passed: 0 });
  await page.unroute(vectors);
  await page.locator("#again").click();
  await expect(page.locator("#line")).toHaveAttribute("data-result", "passed", { timeout: 120_000 });
});

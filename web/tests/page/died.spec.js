// A worker that ends without a word: nothing of before is taken for an answer, the page says so, and goes on.

import { expect, officialExample, officialMAC, test } from "../page.js";

/** @import { Page } from "@playwright/test" */

/** Ends the workers that run, but for the first of them. @param {Page} page @param {number} [first] the page's own is 0 */
const endWorkers = (page, first = 0) => Promise.all(page.workers().slice(first).map((worker) => worker.evaluate(() => self.close()).catch(() => {})));

test.beforeEach(({ page }) => page.clock.install());

test("Create dims the MAC of before and copies it no more; then another worker takes over", async ({ create, page, context }) => {
  await context.grantPermissions(["clipboard-write"]);
  await create.openExample();
  await endWorkers(page);
  await create.field("sender").fill("Other Oy");
  await expect(page.locator("main")).toHaveAttribute("data-due", "");
  await expect(create.mac).toHaveText(officialMAC);
  await expect.poll(() => create.mac.evaluate((mac) => getComputedStyle(/** @type {Element} */ (mac.closest(".workings"))).userSelect)).toBe("none");
  await create.copy("mac").click();
  await expect(create.copy("mac")).toHaveText("outdated: not copied");
  await page.clock.runFor(15_000);
  await expect(create.mac, "leaving the field has asked again").not.toHaveText(officialMAC);
  await expect(page.locator("main")).not.toHaveAttribute("data-due");
  await create.field("sender").fill(officialExample.request.sender);
  await expect(create.mac).toHaveText(officialMAC);
  await expect(create.status).toHaveText("");
});

test("typing on is a way on, too", async ({ create, page }) => {
  await create.openExample();
  await endWorkers(page);
  await create.field("sender").fill("Other Oy");
  await page.clock.runFor(15_000);
  await expect(create.status).toContainText("The calculator has stopped and is being restarted.");
  await expect(create.status).toContainText("What you typed is still here.");
  await expect(create.button("Try again")).toBeVisible();
  await create.field("sender").fill(officialExample.request.sender);
  await expect(create.mac).toHaveText(officialMAC);
  await expect(create.status).toHaveText("");
});

test("Check shows no verdict of before", async ({ create, page }) => {
  create.address += "#check";
  await create.openOnly();
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  await create.field("example").click();
  await expect(create.field("verdict")).toHaveAttribute("data-state", "ok");
  await endWorkers(page);
  await create.field("sender").fill("Other Oy");
  await expect(page.locator("main")).toHaveAttribute("data-due", "");
  await page.clock.runFor(15_000);
  await expect(create.status).toContainText("The calculator has stopped");
  await create.button("Try again").click();
  await expect(create.field("verdict")).not.toHaveAttribute("data-state", "ok");
  await expect(page.locator("main")).not.toHaveAttribute("data-due");
});

/** Begins a search that takes long. @param {import("../page.js").CreatePage} create */
async function search(create) {
  create.address += "#check";
  await create.openOnly();
  await expect(create.page.locator("main")).toHaveAttribute("data-state", "ready");
  await create.field("example").click();
  await expect(create.field("verdict")).toHaveAttribute("data-state", "ok");
  await create.field("sent").fill("0".repeat(64));
  await advances(create);
}

/** Lets the page's clock run until the search tells how far it is. @param {import("../page.js").CreatePage} create */
async function advances({ page }) {
  await expect.poll(async () => {
    await page.clock.runFor(500);
    return page.locator("#search-progress").getAttribute("value");
  }).not.toBe("0");
}

test("Stop ends a search whose workers are dead, and the next one runs", async ({ create, page }) => {
  await search(create);
  await endWorkers(page, 1);
  await create.field("stop").click();
  await page.clock.runFor(1500);
  await expect(create.field("verdict")).toHaveAttribute("data-state", "stopped");
  await searchOn(create);
});

test("a search whose worker dies says that it is no answer", async ({ create, page }) => {
  await search(create);
  await endWorkers(page, 1);
  await page.clock.runFor(40_000);
  await expect(create.field("verdict")).toContainText("The search broke off. This says nothing about the request.");
  await searchOn(create);
});

/** Other workers search. @param {import("../page.js").CreatePage} create */
async function searchOn(create) {
  await create.button("Continue searching").click();
  await expect(create.field("verdict")).toHaveAttribute("data-state", "searching");
  await advances(create);
  await create.page.clock.runFor(1500); // longer than the search before would have had to stop
  await advances(create);
}

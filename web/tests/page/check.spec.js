// The mode Check: right or wrong and why, the search, the note, learning.

import { createHmac } from "node:crypto";
import { clipboardOf, expect, officialExample, officialMAC, test } from "../page.js";
import { pressDuring } from "../press.js";

/** @import { CreatePage } from "../page.js" */

const { keys } = officialExample;

/** @param {CreatePage} create */
async function openCheck(create) {
  create.address += "#check";
  await create.openOnly();
  await expect(create.page.locator("main")).toHaveAttribute("data-state", "ready");
}

/** @param {CreatePage} create */
const verdict = (create) => create.page.locator("#verdict");

/** @param {string} key @param {string} text */
const hmac = (key, text) => createHmac("sha256", key).update(text).digest("hex");

/** The official example's string to sign, with the keys given. @param {string} customer @param {string} partner */
const officialString = (customer, partner) =>
  `https://isvapi.netvisor.fi/accounting.nv&ClientName&Integration user identifier&2023-05-04 12:00:00.000&FI&1967543-8&123456&1683147600&${customer}&${partner}`;

test("the official example is right", async ({ create }) => {
  await openCheck(create);
  await expect(verdict(create)).toContainText("Still missing: Address, MAC that was sent, Customer key, Partner key");
  await create.button("Official example").click();
  await expect(verdict(create)).toHaveAttribute("data-state", "ok");
  await expect(verdict(create)).toContainText("The MAC is right.");
  expect(create.complaints).toEqual([]);
});

test("a verdict waits while a button is down, so that nothing moves away from under it", async ({ create, page }) => {
  await openCheck(create);
  await create.button("Official example").click();
  await expect(verdict(create)).toHaveAttribute("data-state", "ok");
  await pressDuring(create.button("Show Customer key"), { field: page.locator("#sent"), value: "0".repeat(64), shown: verdict(create) });
  await expect(create.field("customerKey")).toHaveAttribute("type", "text");
});

test("the official page's own defect is found", async ({ create, page, context }) => {
  await openCheck(create);
  await create.button("Official example").click();
  await create.enter("timestamp", "2023-05-04 00:00:00.000");
  await expect(verdict(create)).toHaveAttribute("data-state", "wrong", { timeout: 30_000 });
  await expect(verdict(create).locator(".headline")).toContainText("Signed with 12:00:00, 12 hrs later than the timestamp that was sent (00:00:00).");
  await expect(verdict(create).locator(".macs")).toContainText(officialMAC.slice(0, 8));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await create.copy("right-mac").click();
  await expect(create.copy("right-mac")).toHaveText("copied");
  expect(await clipboardOf(page)).toBe(await verdict(create).locator("#right-mac").innerText());
  await expect(verdict(create).locator(".differs .signed mark")).toHaveText("12");
  await expect(verdict(create).locator(".differs .right mark")).toHaveText("00");
  await expect(create.page.locator("#notices")).toContainText("Timestamp and TimestampUnix are not the same moment");
  await expect(create.field("sent")).toHaveValue(officialMAC);
});

test("more about a mistake opens beside the page, in its language, with nothing of the request in the address", async ({ create, page }) => {
  create.address += "?lang=fi#check";
  await create.openOnly();
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  await create.field("example").click();
  await create.enter("timestamp", "2023-05-04 15:00:00.000");
  await expect(verdict(create)).toHaveAttribute("data-state", "wrong", { timeout: 30_000 });
  const opened = page.context().waitForEvent("page");
  await verdict(create).getByRole("link", { name: "Lisää aiheesta" }).click();
  const reference = await opened;
  await expect(reference.locator("h1")).toBeVisible();
  expect(new URL(reference.url()).pathname).toMatch(/\/reference\/fi\/timestamp-offset\.html$/);
  expect(new URL(reference.url()).search + new URL(reference.url()).hash).toBe("?lang=fi");
  await expect(create.field("timestamp")).toHaveValue("2023-05-04 15:00:00.000");
});

test("swapped keys are told at once, without a key on the page", async ({ create }) => {
  await openCheck(create);
  await create.button("Official example").click();
  await create.enter("sent", hmac(`${keys.partner}&${keys.customer}`, officialString(keys.partner, keys.customer)));
  await expect(verdict(create).locator(".headline")).toContainText("The customer key and the partner key are swapped.");
  await expect(verdict(create).locator(".differs").first()).toContainText("[partner key]");
  expect(await create.page.locator("body").innerText()).not.toContain(keys.customer);
});

test("two mistakes that met are found by the workers", async ({ create }) => {
  await openCheck(create);
  await create.button("Official example").click();
  const text = officialString(keys.customer, keys.partner).replace("&1683147600", "");
  await create.enter("sent", hmac(keys.customer, text));
  await expect(verdict(create)).toHaveAttribute("data-state", "wrong", { timeout: 60_000 });
  await expect(verdict(create).locator(".headline")).toContainText(["1. The Unix timestamp is missing from the string.", "2. The HMAC key is only the customer key."]);
  await expect(verdict(create).locator(".proof")).toContainText("together");
});

test("a search shows how far it is, and stops when told or typed at", async ({ create }) => {
  await openCheck(create);
  await create.button("Official example").click();
  await create.enter("sent", "0".repeat(64));
  await expect(verdict(create)).toHaveAttribute("data-state", "searching");
  await expect(create.page.locator("#search-about")).toContainText(/[\d,]+ of [\d,]+ MACs tried/, { timeout: 20_000 });
  await create.button("Stop").click();
  await expect(verdict(create)).toContainText("The search was stopped");
  await create.button("Continue searching").click();
  await expect(verdict(create)).toHaveAttribute("data-state", "searching");
  await create.enter("sent", officialMAC);
  await expect(verdict(create)).toHaveAttribute("data-state", "ok");
  await expect(create.field("sent")).toHaveValue(officialMAC);
});

test("a link to a mistake shows it, and trying it makes it", async ({ create }) => {
  create.address += "#mistake=hmac-key-reversed";
  await create.openOnly();
  const row = create.page.locator('[id="mistake=hmac-key-reversed"]');
  await expect(row).toBeInViewport();
  await row.getByRole("button").press("Enter");
  await expect(verdict(create)).toHaveAttribute("data-state", "wrong");
  await expect(verdict(create).locator(".anchor")).toHaveText("hmac-key-reversed");
  await expect(verdict(create)).toBeInViewport();
});

test("every mistake is listed", async ({ create }) => {
  await openCheck(create);
  await create.page.locator("#learn > summary").click();
  await expect(create.page.locator("#mistakes-count")).toHaveText(/\d+/);
  const count = Number(await create.page.locator("#mistakes-count").innerText());
  expect(count).toBe(await create.page.locator("#mistakes li").count());
  expect(count).toBeGreaterThan(140);
});

test("the note for a ticket has cause, fix and fingerprints, and no key", async ({ create, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCheck(create);
  await create.button("Official example").click();
  await create.enter("sent", hmac(keys.customer, officialString(keys.customer, keys.partner)));
  await expect(verdict(create)).toHaveAttribute("data-state", "wrong");
  await create.button("Copy a note for a ticket").click();
  await expect(create.page.locator("#note")).toHaveText("copied");
  const note = await clipboardOf(create.page);
  expect(note).toBe(await create.field("note-text").inputValue());
  for (const part of ["The HMAC key is only the customer key", "Fix: Build it as customerKey&partnerKey.", "32 characters, lower-case hex digits, fingerprint", "## Next step"]) {
    expect(note).toContain(part);
  }
  expect(note).not.toContain(keys.customer);
  expect(note).not.toContain(keys.partner);
});

test("on a phone the answer stands above the form", async ({ create }) => {
  await create.page.setViewportSize({ width: 390, height: 844 });
  await openCheck(create);
  await create.button("Official example").click();
  await expect(verdict(create)).toHaveAttribute("data-state", "ok");
  const answer = await verdict(create).boundingBox(), form = await create.field("form").boundingBox();
  expect(answer && form && answer.y < form.y).toBe(true);
  expect(await create.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("nothing is asked for while checking", async ({ create }) => {
  await openCheck(create);
  await create.page.waitForTimeout(1000); // until the workers have started
  const before = create.requests.length;
  await create.button("Official example").click();
  await create.enter("sent", "0".repeat(64));
  await expect(verdict(create)).toHaveAttribute("data-state", "searching");
  await create.page.waitForTimeout(1500);
  await create.button("Stop").click();
  await create.button("Continue searching").click();
  await expect(create.page.locator("#search-about")).toContainText("MACs tried");
  expect(create.requests.slice(before)).toEqual([]);
});

test("a line end that pasting loses is told", async ({ create, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCheck(create);
  await create.page.evaluate(() => navigator.clipboard.writeText("7cd680e89e880553358bc07cd28b0ee2\n"));
  await create.field("customerKey").focus();
  await create.page.keyboard.press("Control+V");
  await expect(create.field("customerKey")).toHaveValue("7cd680e89e880553358bc07cd28b0ee2");
  await expect(create.hints("customerKey")).toContainText("The pasted text contained a line break");
});

test("without a network a search goes on with the worker that is there", async ({ create, context }) => {
  await create.openExample();
  await context.setOffline(true);
  await create.page.getByRole("link", { name: "Check" }).click();
  await create.enter("sent", "0".repeat(64));
  await expect(create.page.locator("#search-about")).toContainText("MACs tried", { timeout: 20_000 });
  await create.button("Stop").click();
  await expect(verdict(create)).toContainText("The search was stopped");
});

test("on a phone the verdict stays at the edge, wherever the page stands, and leads to the whole", async ({ create, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openCheck(create);
  await expect(page.locator("#verdict-dock")).toBeHidden();
  await create.button("Official example").click();
  await create.enter("timestamp", "2023-05-04 15:00:00.000");
  await expect(verdict(create)).toHaveAttribute("data-state", "wrong", { timeout: 30_000 });
  await create.field("transactionId").scrollIntoViewIfNeeded();
  await expect(verdict(create)).not.toBeInViewport();
  await expect(page.locator("#verdict-dock")).toBeInViewport();
  await expect(page.locator("#dock-verdict")).toContainText("Signed with UTC (12:00:00), sent as Finnish time");
  await create.field("show-verdict").click();
  await expect(verdict(create).locator(".headline")).toBeInViewport();
});

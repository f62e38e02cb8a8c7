// The page by keys alone: the way to a verdict, the keys that shorten it, and what they leave alone.

import { expect, officialExample, officialMAC, test } from "../page.js";

/** @import { Page } from "@playwright/test" */

const { request, keys } = officialExample;
/** The official example with its timestamp in Finnish time. */
const wrong = `curl '${request.url}'` + Object.entries({ "Authentication-Sender": request.sender, "Authentication-CustomerId": request.customerId, "Authentication-PartnerId": request.partnerId,
  "Authentication-Timestamp": "2023-05-04 09:00:00.000", "Authentication-TimestampUnix": request.timestampUnix, "Authentication-TransactionId": request.transactionId, "Interface-Language": "FI",
  "Organisation-ID": request.organisationId, "Authentication-MACHashCalculationAlgorithm": "HMACSHA256", "Authentication-MAC": officialMAC }).map(([name, value]) => ` -H 'X-Netvisor-${name}: ${value}'`).join("");

/** Presses Tab until an element has the focus. @param {Page} page @param {string} selector */
async function tabTo(page, selector) {
  for (let i = 0; i < 40; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${selector}`);
}

test("from the paste to the verdict, the fix and another mode", async ({ create, page }) => {
  await create.open();
  await page.keyboard.press("/");
  await expect(page.locator("#pasted")).toBeFocused();
  await page.keyboard.insertText(wrong);
  await expect(page.locator("#sender")).toHaveValue(request.sender);
  for (const [id, key] of [["customerKey", keys.customer], ["partnerKey", keys.partner]]) {
    await tabTo(page, `#${id}`);
    await page.keyboard.insertText(key);
  }
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("html")).toHaveAttribute("data-mode", "check");
  await expect(page.locator("#verdict .headline")).toBeFocused();
  await expect(page.locator("#verdict .headline")).toContainText("Signed with Finnish time");
  await tabTo(page, "button[data-copy=right-mac]");
  await page.keyboard.press("Alt+1");
  await expect(page.locator("html")).toHaveAttribute("data-mode", "create");
  await page.keyboard.press("Alt+2");
  await expect(page.locator("html")).toHaveAttribute("data-mode", "check");
});

test("Ctrl+Enter reads the box first, and stays at the headline when the search ends", async ({ create, page }) => {
  await create.open();
  await page.locator("#customerKey").fill(keys.customer);
  await page.locator("#partnerKey").fill(keys.partner);
  await page.locator("#pasted").focus();
  await page.evaluate((text) => { /** @type {HTMLTextAreaElement} */ (document.getElementById("pasted")).value = text; }, wrong.replace(officialMAC, "0".repeat(64)));
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("#verdict[data-state=searching] .headline")).toBeFocused();
  await page.locator("#stop").press("Enter");
  await expect(page.locator("#verdict[data-state=stopped] .headline")).toBeFocused();
});

test("without a verdict Ctrl+Enter goes to what is missing", async ({ create, page }) => {
  await create.open();
  await page.locator("#sender").focus();
  await page.keyboard.press("Meta+Enter");
  await expect(page.locator("#verdict")).toBeFocused();
  await expect(page.locator("#verdict")).toContainText("Still missing");
});

for (const [language, title] of Object.entries({ en: "Keyboard shortcuts", fi: "Pikanäppäimet", sv: "Kortkommandon", nl: "Sneltoetsen" })) {
  test(`? lists the keys, Escape closes the list, and the focus comes back: ${language}`, async ({ create, page }) => {
    await create.open();
    await page.locator("#speaks").selectOption(language);
    await page.locator("#headers").focus();
    await page.keyboard.press("Shift+?");
    const list = page.getByRole("dialog", { name: title });
    await expect(list).toBeVisible();
    await expect(list.locator("dt")).toHaveText(["Ctrl+Enter, ⌘+Enter", "/", "Alt+1, Alt+2"]);
    await page.keyboard.press("Alt+2");
    await expect(page.locator("html"), "while it is open, its own keys count alone").toHaveAttribute("data-mode", "create");
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await expect(page.locator("#headers")).toBeFocused();
  });
}

test("in a field the keys write, and they can be turned off outside", async ({ create, page }) => {
  await create.open();
  for (const id of ["sender", "pasted"]) {
    await page.locator(`#${id}`).focus();
    await page.keyboard.type("a/b?c");
    await expect(page.locator(`#${id}`)).toHaveValue("a/b?c");
  }
  // Option+1 on a Mac writes a sign.
  const taken = await page.locator("#sender").evaluate((field) => !field.dispatchEvent(new KeyboardEvent("keydown", { key: "¡", code: "Digit1", altKey: true, bubbles: true, cancelable: true })));
  expect(taken).toBe(false);
  await page.locator("#show-keys").click();
  await page.locator("#single-keys").uncheck();
  await page.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("/");
  await expect(page.locator("#pasted")).not.toBeFocused();
  await page.keyboard.press("Shift+?");
  await expect(page.getByRole("dialog")).toBeHidden();
});

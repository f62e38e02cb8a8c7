// What changes while a button of the mouse is down must not show before its release.

import { expect } from "@playwright/test";

/** @import { Locator } from "@playwright/test" */

/**
 * Presses a button, changes what stands in a field meanwhile, and expects that what comes of it is shown after the release.
 * @param {Locator} button
 * @param {{ field: Locator, value: string, shown: Locator }} change
 */
export async function pressDuring(button, { field, value, shown }) {
  const page = button.page();
  await button.hover();
  const moments = await shown.evaluateHandle(noteMoments);
  await page.mouse.down();
  await field.evaluate((/** @type {HTMLInputElement} */ typed, value) => {
    typed.value = value;
    typed.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);
  await page.waitForTimeout(300);
  await page.mouse.up();
  await expect.poll(() => moments.evaluate(({ told }) => told)).not.toBe(0);
  const { down, up, told } = await moments.jsonValue();
  expect(told).toBeGreaterThanOrEqual(Math.min(up, down + 490)); // no press is as long as half a second
}

/** Notes when a button goes down and up, and when an element changes first. Runs in the page. @param {Element} shown */
function noteMoments(shown) {
  const moments = { down: 0, up: 0, told: 0 };
  const now = () => performance.now();
  addEventListener("pointerdown", () => { moments.down = now(); }, true);
  addEventListener("pointerup", () => { moments.up = now(); }, true);
  new MutationObserver(() => { moments.told ||= now(); }).observe(shown, { attributes: true, childList: true, subtree: true });
  return moments;
}

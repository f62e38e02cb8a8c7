// The picture that the README opens with: the verdict on the official example as its own table has it.

import { officialExample, officialMAC } from "../binding.js";

/** @import { Page } from "@playwright/test" */

export const schemes = /** @type {const} */ (["light", "dark"]);
export const options = { viewport: { width: 860, height: 900 }, deviceScaleFactor: 2, locale: "en-GB", timezoneId: "UTC" };

/** What it shows, and how wide this computer's fonts set it: the same fonts make the same picture. @param {Page} page @param {string} site @param {"light" | "dark"} scheme */
export async function pictureOf(page, site, scheme) {
  const { request, keys } = officialExample;
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(`${site}#check?${new URLSearchParams({ ...request, timestamp: "2023-05-04 00:00:00.000", mac: officialMAC })}`);
  await page.locator("main[data-state=ready]").waitFor();
  for (const [field, key] of Object.entries({ customerKey: keys.customer, partnerKey: keys.partner })) await page.locator(`#${field}`).fill(key);
  await page.locator("#partnerKey").blur();
  const verdict = page.locator("#verdict[data-state=wrong]");
  await verdict.waitFor();
  await page.mouse.move(0, 0);
  await verdict.scrollIntoViewIfNeeded();
  const { x, y, width, height } = /** @type {{ x: number, y: number, width: number, height: number }} */ (await verdict.boundingBox());
  const png = await page.screenshot({ clip: { x: x - 12, y: y + 1, width: width + 24, height: height - 2 } });
  const text = (await verdict.innerText()).replace(/\s+/g, " ").trim();
  return { png, text, size: `${width} × ${height}` };
}

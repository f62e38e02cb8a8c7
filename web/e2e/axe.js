// What axe finds on a page as it stands, in each theme and width.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";

/**
 * @import { Page } from "@playwright/test"
 * @import { AxeResults } from "axe-core"
 */

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const themes = /** @type {const} */ (["light", "dark"]);
/** As narrow as WCAG asks for; a wide screen at 200 %; and a wide screen. */
const widths = [320, 640, 1280];

/** Axe finds nothing, and nothing makes the page scroll sideways. @param {Page} page @param {string} [state] for the message */
export async function expectAccessible(page, state = "") {
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(source);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => scrollTo(0, 0)); // what stays at the bottom edge covers another part wherever the page stands
      expect(await findings(page), `${state} ${theme}, ${width} wide`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${state} ${theme}, ${width} wide: scrolls sideways`).toBeLessThanOrEqual(width);
    }
  }
}

/** What axe finds, a line each. @param {Page} page */
async function findings(page) {
  const { violations } = /** @type {AxeResults} */ (await page.evaluate(() => Reflect.get(globalThis, "axe").run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
    preload: false, // the rules that need files beside the page are experimental ones
  })));
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary}`));
}

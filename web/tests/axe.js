// What axe finds on a page as it stands, in each theme and width.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";

/**
 * @import { Page } from "@playwright/test"
 * @import { AxeResults } from "axe-core"
 */

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A theme changes colours alone, so that the second needs the rules about these alone. @type {[theme: "light" | "dark", runOnly: import("axe-core").RunOnly | string[]][]} */
const themes = [
  ["light", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]],
  ["dark", { type: "rule", values: ["color-contrast", "link-in-text-block"] }],
];
/** As narrow as WCAG asks for; a wide screen at 200 %; and a wide screen. */
const widths = [320, 640, 1280];

/** Axe finds nothing, and nothing makes the page scroll sideways. @param {Page} page @param {string} [state] for the message */
export async function expectAccessible(page, state = "") {
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(source);
  /** @type {Map<number, string[]>} */
  const shapes = new Map();
  for (const [theme, runOnly] of themes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of widths) {
      const place = `${state} ${theme}, ${width} wide`;
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => { // what stays at the bottom edge covers another part wherever the page stands
        for (const dock of document.querySelectorAll(".dock")) if (dock instanceof HTMLElement) dock.style.position = "static";
      });
      expect(await findings(page, runOnly), place).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${place}: scrolls sideways`).toBeLessThanOrEqual(width);
      const shape = await page.evaluate(shapeOf);
      expect(shape, `${place}: a theme changes colours alone`).toEqual(shapes.get(width) ?? shape);
      shapes.set(width, shape);
    }
  }
}

/** What stands in the page, and where. */
const shapeOf = () => [...document.body.querySelectorAll("*")].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return `${element.tagName} ${element.id} ${[x, y, width, height].map(Math.round)}`;
});

/** What axe finds, a line each. @param {Page} page @param {import("axe-core").RunOnly | string[]} runOnly */
async function findings(page, runOnly) {
  const { violations } = /** @type {AxeResults} */ (await page.evaluate((runOnly) => Reflect.get(globalThis, "axe").run({
    runOnly,
    resultTypes: ["violations"],
    preload: false, // the rules that need files beside the page are experimental ones
  }), runOnly));
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary}`));
}

// The page about Multivers on a phone, wide, in the dark and in another language.

import { readFileSync } from "node:fs";
import { config, expect, test } from "../guide.js";
import { contrasts } from "../contrast.js";
import { changeWords, unspoken } from "../speech.js";

const steps = ["certificates", "binding", "token", "refresh", "config", "server", "verification", "zenvoices", "record"];

for (const width of [320, 390]) {
  test.describe(`on a phone, ${width} wide`, () => {
    test.use({ viewport: { width, height: 700 }, hasTouch: true });

    test("nothing is wider than the screen, and all is wide enough for a finger", async ({ guide, page }) => {
      await guide.open(...steps);
      await guide.field("site").fill("Multivers".repeat(12));
      await guide.field("make-token").click();
      await guide.openConfig(config("guide-verbatim.config"));
      await guide.field("error").fill("500.19 0x8007000d");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const small = await page.locator("button:visible:not(.place), input:visible:not([type=checkbox]), select:visible, summary:visible, .tick:visible").evaluateAll((all) =>
        all.filter((element) => element.getBoundingClientRect().height < 24).map((element) => element.outerHTML));
      expect(small).toEqual([]);
      await expect(page.locator("#config-view .row[data-changed] .new").first()).toBeVisible();
    });
  });
}

test("wide, the steps stay in view, and the mended file stands beside the file", async ({ guide, page }) => {
  await guide.open("config", "token");
  await guide.field("make-token").click();
  await guide.openConfig(config("guide-verbatim.config"));
  const row = page.locator("#config-view .row[data-changed]").first();
  const [old, made] = await Promise.all([row.locator(".old").boundingBox(), row.locator(".new").boundingBox()]);
  expect(made?.y).toBe(old?.y);
  expect(made?.x).toBeGreaterThan(old?.x ?? 0);
  await guide.step("record").scrollIntoViewIfNeeded();
  await expect(page.locator("#overview")).toBeInViewport({ ratio: 1 });
});

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  test.describe(`${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test("values have a contrast of 7 to 1, other text of 4.5", async ({ guide, page }) => {
      await guide.open(...steps);
      await guide.field("multivers-version").fill("1");
      await guide.field("make-token").click();
      await guide.openConfig(config("guide-verbatim.config"));
      expect(await contrasts(page, "#config-view code, .command code:not([data-lacking]), .sums code, input[type=text]")).toBeGreaterThanOrEqual(7);
      expect(await contrasts(page, ".state, .what, .number, .sign, mark, .masked, .findings li, dt, dd")).toBeGreaterThanOrEqual(4.5);
    });
  });
}

test("on paper there is the record alone", async ({ guide, page }) => {
  await guide.open("record", "token");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("button:visible, input:visible, summary:visible, footer:visible, nav:visible")).toHaveCount(0);
  await expect(page.locator("#record h2")).toBeVisible();
});

test("every word is from the catalogue, and a change of language loses nothing", async ({ guide, page }) => {
  const english = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../locales/${name}`, import.meta.url), "utf8"));
  await changeWords(page, ["nl"], (arrived) => ({ ...arrived, page: { ...english("en.json"), ...arrived.page }, multivers: english("multivers.en.json") }));
  await guide.open(...steps);
  await guide.field("multivers-version").fill("10.8");
  await guide.field("make-token").click();
  await guide.openConfig(config("guide-verbatim.config"));
  await guide.field("server-sum").fill("0");
  await guide.field("error").fill("500.19 0x800700c1");
  await guide.field("test-result").selectOption("list");
  await guide.download("save-state");
  const token = await guide.field("token").inputValue();
  await guide.field("speaks").selectOption("nl");
  await expect(page.locator("#overview")).toContainText("⟦");
  await expect.poll(() => unspoken(page)).toEqual([]);
  await expect(guide.field("record")).toContainText("Installatiedocument");
  await expect(guide.field("token")).toHaveValue(token);
  await expect(guide.verdict).toContainText("⟦");
  await guide.field("speaks").selectOption("en");
  await expect(guide.verdict).toContainText(/errors? in this file/);
  await expect(guide.step("token").locator("h2")).toHaveText("Secret token");
});

// The page by keyboard, on a phone, on paper, in light and in dark.

import { contrasts } from "../contrast.js";
import { expect, officialExample, officialMAC, test } from "../page.js";

test("Tab reaches every control once, in the order of the page", async ({ create, page }) => {
  await create.openExample();
  await page.evaluate(() => {
    for (const [i, element] of [...document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex]:not([tabindex='-1'])")].entries()) element.setAttribute("data-nth", String(i));
    /** @type {HTMLElement} */ (document.activeElement)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  const wanted = await page.locator("[data-nth]:visible:not(:disabled)").evaluateAll((all) => all.map((element) => element.getAttribute("data-nth")));
  /** @type {(string | null)[]} */
  const reached = [];
  for (let i = 0; i < wanted.length + 20; i++) {
    await page.keyboard.press("Tab");
    const nth = await page.evaluate(() => document.activeElement?.getAttribute("data-nth") ?? null);
    if (nth === null || reached.includes(nth)) break;
    reached.push(nth);
  }
  expect(wanted.length).toBeGreaterThan(40);
  expect(reached).toEqual(wanted);
});

for (const width of [320, 390]) {
  test.describe(`on a phone, ${width} wide`, () => {
    test.use({ viewport: { width, height: 700 }, hasTouch: true });

    test("nothing is wider than the screen, and the MAC stays in reach", async ({ create, page }) => {
      await create.openExample();
      await create.enter("url", `https://isvapi.netvisor.fi/customerlist.nv?keyword=Työaika&q=${"x".repeat(200)}`);
      await expect(create.addresses).toHaveCount(3);
      await expect(create.dock).toBeInViewport();
      await expect(create.dock.locator("code")).toHaveText(/^[0-9a-f]{64}$/);
      for (const help of await page.locator("[data-help]:visible").all()) await help.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
      await expect(create.dock).toBeInViewport({ ratio: 1 });
    });

    test("fields and buttons are wide enough for a finger", async ({ create, page }) => {
      await create.openExample();
      const small = await page.locator("button:visible, input:visible, select:visible").evaluateAll((all) =>
        all.filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width < 24 || height < 24;
        }).map((element) => element.outerHTML));
      expect(small).toEqual([]);
    });
  });
}

/** As invoicing programs send it. */
const long = "https://integration.netvisor.fi/salesinvoicelist.nv?begininvoicedate=2023-01-01&endinvoicedate=2023-12-31&invoicenumber=123456789&lastmodifiedstart=2023-01-01T00:00:00&invoicestatus=unsent,overdue&listtype=preinvoice";
/** What WCAG 1.4.12 lets a reader set. */
const spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** What is wider than the page, cut off, or written over something else. @param {import("@playwright/test").Page} page */
const faults = (page) => page.evaluate(() => {
  const seen = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unheard, .skip, .dock, svg, option"));
  const named = (/** @type {Element} */ element) => `${element.tagName}.${element.className} ${element.id}: ${element.textContent.slice(0, 60)}`;
  const scrolls = ["INPUT", "TEXTAREA", "SELECT", "PRE"];
  return [
    ...(document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`] : []),
    ...seen.filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => `beyond the edge: ${named(element)}`),
    ...seen.filter((element) => !scrolls.includes(element.tagName) && getComputedStyle(element).overflow !== "visible" && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      && !element.matches(".side")).map((element) => `cut: ${named(element)}`),
    ...seen.filter((element) => element.matches("button, .label > *, dt, dd, h2, small") && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0).map((element) => `too narrow: ${named(element)}`),
  ];
});

for (const path of ["", "embed.html"]) for (const [how, width, style] of /** @type {const} */ ([["320 wide", 320, ""], ["with the spacing of WCAG, 320 wide", 320, spacing], ["with the spacing of WCAG, 1280 wide", 1280, spacing], ["at 200 %", 640, ""]])) {
  test(`a long address is whole in Create and in Check, ${path || "index.html"}, ${how}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site}${path}#${path ? "lang=fi" : "create"}`);
    await page.locator("main[data-state=ready]").waitFor();
    if (style) await page.evaluate((style) => { // the page's policy admits no other
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [sheet];
    }, style);
    await page.locator("#example").click();
    await page.locator("#url").fill(long);
    await expect(page.locator("#pieces .piece").first()).toContainText(long);
    for (const help of await page.locator("[data-help]:visible").all()) await help.click();
    expect(await faults(page), "Create").toEqual([]);
    const right = await page.locator("#mac").evaluate((mac) => mac.textContent);
    await page.evaluate((path) => { location.hash = path ? "mode=check&lang=fi" : "check"; }, path);
    await page.locator("#sent").fill(right);
    await page.locator("#url").fill(long.replace("integration", "isvapi"));
    await expect(page.locator("#verdict")).toHaveAttribute("data-state", "wrong");
    await expect(page.locator("#timeline dd").first()).toBeVisible();
    expect(await faults(page), "Check").toEqual([]);
  });
}

test("wide, the workings stand beside the form and stay in view", async ({ create, page }) => {
  await create.openExample();
  const form = await page.locator("#form").boundingBox();
  const workings = await page.locator(".side").boundingBox();
  expect(workings?.x).toBeGreaterThan((form?.x ?? 0) + (form?.width ?? 0));
  await expect(create.dock).toBeHidden();
  await page.evaluate(() => scrollTo(0, 400));
  await expect(create.mac).toBeInViewport();
});

for (const path of ["#create", "#check", "multivers.html", "embed.html", "embed.html#mode=create", "embed.html#mode=check"]) {
  for (const [locale, width] of /** @type {const} */ ([["en-GB", 390], ["en-GB", 1280], ["fi-FI", 390]])) test.describe(locale, () => {
    test.use({ locale });

    test(`nothing moves while the page comes up: ${path}, ${width} wide`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(() => {
        Object.assign(globalThis, { moved: [] });
        new PerformanceObserver((list) => Reflect.get(globalThis, "moved").push(...list.getEntries().map((entry) => Reflect.get(entry, "value")))).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(site + path);
      await expect(page.locator("main[data-state=ready][data-drawn]")).toBeVisible();
      await page.waitForTimeout(500); // what comes after the first drawing
      expect(await page.evaluate(() => Reflect.get(globalThis, "moved"))).toEqual([]);
    });
  });
}

test("on paper there are no buttons and no keys", async ({ create, page }) => {
  await create.openExample();
  await create.button("Show Customer key").click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("button:visible")).toHaveCount(0);
  await expect(create.mac).toBeVisible();
  await expect(create.dock).toBeHidden();
  await expect(create.field("customerKey")).toHaveCSS("color", "rgba(0, 0, 0, 0)");
  const { customer, partner } = officialExample.keys;
  const text = await page.locator("body").innerText();
  expect(text).toContain(officialMAC);
  expect(text.includes(customer) || text.includes(partner)).toBe(false);
});

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  test.describe(`${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test("values have a contrast of 7 to 1, other text of 4.5", async ({ create, page }) => {
      await create.openExample();
      await create.enter("language", "SV");
      expect(await contrasts(page, "#mac span, .piece:not(.secret) .text, #headers div, input[type=text]")).toBeGreaterThanOrEqual(7);
      expect(await contrasts(page, "h1, h2, label, legend, small, p, li, .header, .name, .unseen, .joint, .hints strong, button, a, footer")).toBeGreaterThanOrEqual(4.5);
    });
  });
}

test("the theme can be chosen against the system's", async ({ create, page }) => {
  await create.open();
  await create.field("theme").selectOption("dark");
  const [dark] = await backgrounds(page);
  await create.field("theme").selectOption("light");
  const [light] = await backgrounds(page);
  expect([dark, light]).toEqual(["rgb(20, 23, 26)", "rgb(255, 255, 255)"]);
});

/** @param {import("@playwright/test").Page} page */
function backgrounds(page) {
  return page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor]);
}

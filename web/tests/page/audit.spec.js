// What an audit of performance, best practices and for search engines looks for, on the pages and the reference. Accessibility is
// axe's, in tests of its own. Nothing here is a time: what makes a page slow is counted.

import { CreatePage, expect, test } from "../page.js";

const pages = ["", "multivers.html", "embed.html", "reference/en/index.html", "reference/fi/timestamp-offset.html", "reference/en/recipe.html"];

for (const path of pages) test(`an audit of /${path} has no finding`, async ({ page, site }) => {
  const create = new CreatePage(page, site + path);
  const session = await page.context().newCDPSession(page);
  /** @type {string[]} */
  const issues = [];
  session.on("Audits.issueAdded", ({ issue }) => issues.push(issue.code));
  await session.send("Audits.enable");
  /** @type {{ url: string, headers: Record<string, string>, bytes: number }[]} */
  const answers = [];
  page.on("response", (response) => response.body().then(({ length }) => answers.push({ url: response.url(), headers: response.headers(), bytes: length }), () => {}));
  await page.setViewportSize({ width: 390, height: 800 });
  await page.addInitScript(() => {
    const shifts = /** @type {number[]} */ ([]);
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push(/** @type {any} */ (entry).value); }).observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { shifts });
  });
  await create.openOnly();
  if (!path.startsWith("reference/")) await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  await page.waitForLoadState("networkidle");

  expect(create.complaints, "console").toEqual([]);
  expect(issues, "what the developer tools would list").toEqual([]);
  const found = await page.evaluate(() => {
    const shown = (/** @type {Element} */ element) => element.checkVisibility() && element.getClientRects().length > 0;
    const all = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)];
    const small = all("body *").filter((element) => shown(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()) && parseFloat(getComputedStyle(element).fontSize) < 12);
    const crowded = all("button, select, input:not([type=hidden]), summary").filter((element) => shown(element) && (element.getBoundingClientRect().height < 24 || element.getBoundingClientRect().width < 24)).filter((element) => !element.matches("input[type=radio], input[type=checkbox]"));
    return {
      doctype: document.doctype?.name,
      charset: document.characterSet,
      language: document.documentElement.lang,
      headings: all("h1").filter(shown).length,
      title: document.title.length > 5,
      description: (document.querySelector("meta[name=description]")?.getAttribute("content") ?? "").length > 40,
      viewport: document.querySelector("meta[name=viewport]")?.getAttribute("content"),
      blocked: all("meta[name=robots]").length,
      links: all("a").filter((a) => shown(a) && (!a.getAttribute("href") || /^javascript:/.test(a.getAttribute("href") ?? "") || !a.textContent?.trim())).map((a) => a.outerHTML),
      pictures: all("img").filter((img) => !img.hasAttribute("alt") || !img.hasAttribute("width")).length,
      twice: all("[id]").map(({ id }) => id).filter((id, i, ids) => ids.indexOf(id) !== i),
      small: small.map((element) => element.outerHTML.slice(0, 80)),
      crowded: crowded.map((element) => element.outerHTML.slice(0, 80)),
      blocking: performance.getEntriesByType("resource").filter((entry) => /** @type {any} */ (entry).renderBlockingStatus === "blocking").length,
      elements: all("*").length < 1500,
      zoom: /maximum-scale|user-scalable/.test(document.querySelector("meta[name=viewport]")?.getAttribute("content") ?? ""),
    };
  });
  expect(found).toEqual({
    doctype: "html", charset: "UTF-8", language: path.includes("/fi/") ? "fi" : "en", headings: path === "embed.html" ? found.headings : 1, title: true, description: true,
    viewport: "width=device-width, initial-scale=1", blocked: 0, links: [], pictures: 0, twice: [], small: [], crowded: [], blocking: 0, elements: true, zoom: false,
  });
  const shift = (await page.evaluate(() => /** @type {any} */ (window).shifts)).reduce((/** @type {number} */ sum, /** @type {number} */ value) => sum + value, 0);
  expect(shift, "what moves while it comes").toBeLessThan(0.01);
  for (const { url, headers, bytes } of answers.filter(({ url }) => url.startsWith("http"))) {
    if (bytes > 1500 && /\.(html|js|css|json|wasm|svg)$|\/$/.test(new URL(url).pathname)) expect(headers["content-encoding"], url).toBe("br");
    expect(headers["cache-control"], url).toBeTruthy();
  }
});

// <netvisor-mac> on a page of somebody else's: one and several, changed and moved, and when it does not come.

import { expect, officialMAC } from "../page.js";
import { test } from "../host.js";

test("two on a page live beside each other, and each tells its own", async ({ host, page }) => {
  await host.open(`${host.script}<netvisor-mac id="first" example></netvisor-mac><netvisor-mac id="second" mode="check" example></netvisor-mac>`);
  await expect((await host.ready(0)).locator("#mac")).toHaveText(officialMAC);
  await host.frame(1).scrollIntoViewIfNeeded();
  await expect((await host.ready(1)).locator("#verdict")).toHaveAttribute("data-state", "ok");
  await page.evaluate(() => {
    const told = /** @type {string[]} */ ([]);
    for (const one of document.querySelectorAll("netvisor-mac")) one.addEventListener("netvisor-mac", () => told.push(one.id));
    Object.assign(window, { told });
  });
  await host.inside(1).locator("#sent").fill(officialMAC.toUpperCase());
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).told)).toEqual(["second"]);
  expect(await host.events()).toContainEqual({ verdict: "wrong", mistakes: ["output-upper-case"] });
  expect(await host.frame(0).getAttribute("height")).not.toBe(await host.frame(1).getAttribute("height"));
});

test("one that is inserted later, moved and taken away works", async ({ host, page }) => {
  await host.open(`${host.script}<div id="a"></div><div id="b"></div>`);
  await page.evaluate(() => {
    const made = document.createElement("netvisor-mac");
    made.setAttribute("mode", "check");
    document.getElementById("a")?.append(made);
  });
  await host.ready();
  await expect(host.inside().locator("html")).toHaveAttribute("data-mode", "check");
  const before = await host.frame().elementHandle();
  await page.evaluate(() => document.getElementById("b")?.append(/** @type {Element} */ (document.querySelector("netvisor-mac"))));
  expect(await before?.evaluate((frame) => frame.isConnected), "a moved frame may stay empty").toBe(false);
  await host.ready();
  await expect(host.frame()).toBeVisible();
  await page.evaluate(() => document.querySelector("netvisor-mac")?.remove());
  expect(host.complaints).toEqual([]);
});

test("attributes that change later change the frame, keep what was typed, and leave no step to go back", async ({ host, page }) => {
  await host.openElement(`example`);
  const inside = await host.ready();
  await inside.locator("#customerId").fill("typed");
  const steps = await page.evaluate(() => history.length);
  await page.evaluate(() => {
    const element = document.querySelector("netvisor-mac");
    element?.setAttribute("theme", "dark");
    element?.setAttribute("sender", "Changed Oy");
    element?.setAttribute("mode", "check");
  });
  await expect(inside.locator("#sender")).toHaveValue("Changed Oy");
  await expect(inside.locator("html")).toHaveAttribute("data-mode", "check");
  await expect(inside.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(inside.locator("#customerId")).toHaveValue("typed");
  await expect(host.frame()).toHaveAttribute("title", "Check a Netvisor MAC");
  expect(await page.evaluate(() => history.length)).toBe(steps);
});

test("the height follows the content, and comes to rest", async ({ host, page }) => {
  await host.openElement("example");
  const inside = await host.ready();
  await expect(inside.locator("#mac")).toHaveText(officialMAC);
  const heights = () => inside.locator("html").evaluate((html) => [innerHeight, Math.ceil(html.getBoundingClientRect().height), html.scrollHeight]);
  for (const width of [320, 700, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(async () => new Set(await heights()).size, `${width} wide`).toBe(1);
  }
  const [before] = await heights();
  await inside.locator("[data-help=sender]").click();
  await expect.poll(async () => (await heights())[0]).toBeGreaterThan(before);
  await page.waitForTimeout(300);
  const told = (await host.messages()).length;
  await page.waitForTimeout(500);
  expect((await host.messages()).length, "nothing is told when nothing changes").toBe(told);
  await inside.locator("[data-help=sender]").click();
  await expect.poll(async () => (await heights())[0]).toBe(before);
});

test("the host believes its own frame alone, and no odd height", async ({ host, page }) => {
  await host.openElement("example");
  await expect((await host.ready()).locator("#mac")).toHaveText(officialMAC);
  /** @type {string | null} */
  let before = "";
  await expect.poll(async () => before === (before = await host.frame().getAttribute("height")), { intervals: [500] }).toBe(true);
  const events = await page.evaluate(async () => {
    postMessage({ type: "netvisor-mac", height: 5000 }, "*");
    postMessage({ type: "netvisor-mac", verdict: "ok", mistakes: [] }, "*");
    const source = document.querySelector("netvisor-mac")?.shadowRoot?.querySelector("iframe")?.contentWindow;
    for (const data of [null, "x", { type: "netvisor-mac", height: "9" }, { type: "netvisor-mac", height: NaN }, { type: "netvisor-mac", verdict: "ok", mistakes: ["<b>"] }, { type: "netvisor-mac", verdict: "x", mistakes: [] }]) {
      dispatchEvent(new MessageEvent("message", { source, data }));
    }
    await new Promise((done) => setTimeout(done, 200));
    return /** @type {any} */ (window).heard.events;
  });
  expect(await host.frame().getAttribute("height")).toBe(before);
  expect(events).toEqual([]);
});

test.describe("the fallback stays", () => {
  test("when the host's policy forbids the frame", async ({ host, site, page }) => {
    await host.openElement("example", { "Content-Security-Policy": `default-src 'none'; script-src ${site}` });
    await page.waitForFunction(() => customElements.get("netvisor-mac"));
    await page.waitForTimeout(1000);
    await expect(page.getByText("fallback")).toBeVisible();
    await expect(host.frame()).toBeHidden();
  });

  test("when embed.html is not there", async ({ host, page }) => {
    await page.route("**/embed.html*", (route) => route.fulfill({ status: 404, body: "not found" }));
    await host.openElement("example");
    await page.waitForTimeout(1000);
    await expect(page.getByText("fallback")).toBeVisible();
  });

  test("when element.js is not there", async ({ host, page }) => {
    await page.route("**/element.js", (route) => route.abort());
    await host.openElement("example");
    await expect(page.getByText("fallback")).toBeVisible();
  });

  test("until the frame has come", async ({ host, page }) => {
    /** @type {(value?: unknown) => void} */
    let arrive = () => {};
    const arrival = new Promise((resolve) => { arrive = resolve; });
    await page.route("**/embed.html*", async (route) => { await arrival; await route.continue(); });
    await host.openElement("example");
    await page.waitForTimeout(300);
    await expect(page.getByText("fallback")).toBeVisible();
    arrive();
    await expect(page.getByText("fallback")).toBeHidden();
  });
});

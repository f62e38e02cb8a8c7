// The page in a frame of somebody else's, with <netvisor-mac> and without.

import { test as base } from "./page.js";
import { expect, officialExample, officialMAC, officialValues } from "./page.js";
import { readFileSync } from "node:fs";
import { presetNames } from "../presets.js";
import { HostSite } from "./host.js";

/** @import { FrameLocator } from "@playwright/test" */

/** @type {import("@playwright/test").Fixtures<{ host: HostSite }, {}, import("@playwright/test").PlaywrightTestArgs, { site: string }>} */
const fixtures = {
  host: async ({ page, site }, use) => {
    const host = new HostSite(page, site);
    await host.start();
    await use(host);
    host.stop();
  },
};

const test = base.extend(fixtures);

const keys = Object.values(officialExample.keys);

test("Create in a page of another origin computes the official example", async ({ host }) => {
  await host.openElement("example");
  const inside = await host.ready();
  await expect(inside.locator("#mac")).toHaveText(officialMAC);
  await expect(inside.getByRole("heading", { level: 1 })).toHaveText("Create a Netvisor MAC", { useInnerText: true });
  await expect(host.frame()).toHaveAttribute("title", "Create a Netvisor MAC");
  await expect(host.page.getByText("fallback")).toBeHidden();
  expect(host.complaints).toEqual([]);
});

test("Check tells the host verdict and mistakes, and nothing else", async ({ host }) => {
  await host.openElement(`mode="check" example`);
  const inside = await host.ready();
  await expect.poll(() => host.events()).toEqual([{ verdict: "ok", mistakes: [] }]);
  await inside.locator("#customerKey").fill(officialExample.keys.partner);
  await inside.locator("#partnerKey").fill(officialExample.keys.customer);
  await expect.poll(() => host.events()).toContainEqual({ verdict: "wrong", mistakes: ["keys-swapped"] });
  await inside.locator("#sent").fill("0".repeat(64));
  const received = [...await host.messages(), ...await host.events()];
  for (const message of await host.messages()) {
    expect(["height,title,type", "mistakes,type,verdict"]).toContain(Object.keys(message).sort().join());
  }
  for (const value of [...Object.values(officialValues), officialMAC]) {
    if (value.length > 3) expect(JSON.stringify(received).includes(value), `received: ${keys.includes(value) ? "a key" : value}`).toBe(false);
  }
});

test("under a strict policy of the host nothing is refused", async ({ host, site }) => {
  const own = site.slice(0, -1);
  await host.openElement(`mode="check" example`, {
    "Content-Security-Policy": `default-src 'none'; script-src ${own}/element.js; frame-src ${own}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    "Cross-Origin-Opener-Policy": "same-origin",
  });
  await expect((await host.ready()).locator("#verdict")).toHaveAttribute("data-state", "ok");
  await expect(host.page.getByText("fallback")).toBeHidden();
  expect(host.complaints).toEqual([]);
});

test("the frame is shut off from the host, and the host from the frame", async ({ host, page }) => {
  await host.openElement("example");
  await host.ready();
  await expect(host.frame()).toHaveAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-same-origin");
  await expect(host.frame()).toHaveAttribute("allow", "clipboard-write");
  await expect(host.frame()).toHaveAttribute("loading", "lazy");
  expect(await page.evaluate(() => document.querySelector("netvisor-mac")?.shadowRoot?.querySelector("iframe")?.contentDocument ?? null)).toBeNull();
});

test.describe("presets", () => {
  /** @type {[string, (inside: FrameLocator) => Promise<void>][]} */
  const cases = [
    [`mode="check"`, (inside) => expect(inside.getByRole("heading", { level: 1 })).toHaveText("Check a Netvisor MAC", { useInnerText: true })],
    [`mode="create"`, (inside) => expect(inside.locator("#sent")).toBeHidden()],
    [`address="https://isvapi.netvisor.fi/customerlist.nv?keyword=Työ&amp;a=b#c"`, (inside) => expect(inside.locator("#url")).toHaveValue("https://isvapi.netvisor.fi/customerlist.nv?keyword=Työ&a=b#c")],
    [`sender="Työaika Oy &amp; 100 %+"`, (inside) => expect(inside.locator("#sender")).toHaveValue("Työaika Oy & 100 %+")],
    [`lang="fi"`, (inside) => expect(inside.locator("html")).toHaveAttribute("lang", "fi")],
    [`theme="dark"`, (inside) => expect(inside.locator("html")).toHaveCSS("background-color", "rgb(20, 23, 26)")],
    [`theme="light"`, (inside) => expect(inside.locator("html")).toHaveCSS("background-color", "rgb(255, 255, 255)")],
    [`example sender="Own"`, (inside) => expect(inside.locator("#sender")).toHaveValue("Own")],
    [`title="The MAC"`, (inside) => expect(inside.owner()).toHaveAttribute("title", "The MAC")],
  ];
  for (const [attributes, expected] of cases) {
    test(attributes, async ({ host }) => {
      await host.openElement(attributes);
      await expected(await host.ready());
      expect(host.complaints).toEqual([]);
    });
  }

  test("no-keys takes no key, says so, and computes with those of the example", async ({ host }) => {
    await host.openElement("no-keys example");
    const inside = await host.ready();
    await expect(inside.getByText("This is a demonstration: it takes no keys of yours")).toBeVisible();
    await expect(inside.locator("#mac")).toHaveText(officialMAC);
    for (const name of ["customerKey", "partnerKey"]) await expect(inside.locator(`#${name}`)).toBeDisabled();
    await inside.getByRole("button", { name: "Clear all" }).click();
    await expect(inside.locator("#sender")).toHaveValue("");
    await expect(inside.locator("#customerKey")).toHaveValue(officialExample.keys.customer);
    await inside.locator("#url").fill("https://isvapi.netvisor.fi/accounting.nv");
    await expect(inside.locator("#mac")).toHaveText(/^[0-9a-f]{64}$/);
  });
});

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
  await page.evaluate(() => document.getElementById("b")?.append(/** @type {Element} */ (document.querySelector("netvisor-mac"))));
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

test("Tab goes through the frame and out of it", async ({ host, page }) => {
  await host.open(`${host.script}<button id="before">before</button><netvisor-mac example></netvisor-mac><button id="after">after</button>`);
  const inside = await host.ready();
  await page.locator("#before").focus();
  await page.keyboard.press("Tab");
  await expect(inside.getByRole("link", { name: "Open in full" })).toBeFocused();
  const reached = [];
  for (let i = 0; i < 80 && !await page.locator("#after").evaluate((button) => button === document.activeElement); i++) {
    reached.push(await inside.locator(":focus").first().evaluate((focused) => focused.id).catch(() => ""));
    await page.keyboard.press("Tab");
  }
  await expect(page.locator("#after")).toBeFocused();
  for (const id of ["example", "url", "sender", "customerKey", "transactionId", "headers"]) expect(reached).toContain(id);
});

test("the MAC can be copied from the frame", async ({ host, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await host.openElement("example");
  const inside = await host.ready();
  await expect(inside.locator("#mac")).toHaveText(officialMAC);
  await inside.locator("button[data-copy=mac]").click();
  await expect(inside.locator("button[data-copy=mac]")).toHaveText("copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(officialMAC);
});

test("open in full takes the request along, and no key", async ({ host, context }) => {
  await host.openElement(`mode="check" example`);
  const inside = await host.ready();
  await inside.locator("#customerId").fill(officialExample.keys.customer);
  const link = inside.getByRole("link", { name: "Open in full" });
  for (const key of keys) expect((await link.getAttribute("href"))?.includes(key)).toBe(false);
  const opened = context.waitForEvent("page");
  await link.click();
  const full = await opened;
  await expect(full.locator("#sender")).toHaveValue(officialValues.sender);
  await expect(full.locator("#sent")).toHaveValue(officialMAC);
  for (const name of ["customerId", "customerKey", "partnerKey"]) await expect(full.locator(`#${name}`)).toHaveValue("");
  expect(await full.evaluate(() => window.opener)).toBeNull();
});

test.describe("a frame that the host has shut in, so that it has no origin", () => {
  for (const mode of ["create", "check"]) {
    test(`${mode} works, and searches`, async ({ host, site, page }) => {
      await host.open(`<iframe sandbox="allow-scripts" width="800" height="700" src="${site}embed.html#mode=${mode}&example"></iframe>`);
      const inside = page.locator("iframe").contentFrame();
      await inside.locator("main[data-state=ready]").waitFor();
      expect(await inside.locator("html").evaluate(() => self.origin)).toBe("null");
      if (mode === "create") await expect(inside.locator("#mac")).toHaveText(officialMAC);
      else {
        await expect(inside.locator("#verdict")).toHaveAttribute("data-state", "ok");
        await inside.locator("#timestamp").fill("2023-05-04 00:00:00.000");
        await expect(inside.locator("#verdict")).toHaveAttribute("data-state", "wrong");
        await expect(inside.locator("#verdict .anchor")).toHaveText("timestamp-offset");
      }
      expect(host.complaints).toEqual([]);
    });
  }

  test("on the site's own pages the element is one, and the page's scripts do not reach into it", async ({ host, page, site }) => {
    await page.route(`${site}own.html`, (route) => route.fulfill({ contentType: "text/html", body: `${host.script}<netvisor-mac example></netvisor-mac>` }));
    await page.goto(`${site}own.html`);
    await expect((await host.ready()).locator("#mac")).toHaveText(officialMAC);
    await expect(host.frame()).toHaveAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    const reached = await page.evaluate(() => document.querySelector("netvisor-mac")?.shadowRoot?.querySelector("iframe")?.contentDocument?.body ?? null);
    expect(reached).toBeNull();
  });
});

test.describe("embedding.md", () => {
  const guide = readFileSync(new URL("../embedding.md", import.meta.url), "utf8");
  const examples = [...guide.matchAll(/^## ([^\n]*)$|^```(\w*)\n(.*?)^```$/gms)];
  const frames = "netvisor-mac iframe, body > iframe";
  let chapter = "", shown = 0;

  for (const [, title, kind, text] of examples) {
    chapter = title ?? chapter;
    if (title || !/<netvisor-mac|embed\.html#|<a /.test(text)) continue;
    shown++;
    test(`${chapter}: ${text.trim().split("\n")[0].slice(0, 60)}`, async ({ host, page, site }) => {
      const example = (kind === "html" ? text : `<iframe src="${text.trim()}"></iframe>`).replaceAll("https://mac.example.com/", site);
      await host.open(example.includes("<netvisor-mac") && !example.includes("<script") ? host.script + example : example);
      for (const frame of await page.locator(frames).all()) await frame.contentFrame().locator("main[data-state=ready]").waitFor();
      for (const link of await page.locator("a").all()) {
        const address = await link.evaluate((a) => /** @type {HTMLAnchorElement} */ (a).href);
        expect((await page.request.get(address)).ok(), address).toBe(true);
      }
      expect(await page.locator(`${frames}, a`).count()).toBeGreaterThan(0);
      if (text.includes("<output>")) await expect(page.locator("output")).toHaveText("ok:");
      expect(host.complaints).toEqual([]);
    });
  }

  test("has an example for each host, and every attribute", () => {
    expect(shown).toBeGreaterThanOrEqual(10);
    const table = guide.slice(guide.indexOf("<!-- attributes -->"), guide.indexOf("<!-- /attributes -->"));
    expect([...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name).sort()).toEqual([...presetNames].sort());
    for (const name of ["Plain HTML", "Docusaurus", "MkDocs Material", "GitHub Pages", "Confluence", "Freshdesk", "Intercom", "Notion"]) expect(guide).toContain(`## ${name}\n`);
  });
});

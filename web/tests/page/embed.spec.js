// The page in a frame of somebody else's: what it is preset to, what it tells the host, what it takes out.

import { contrasts } from "../contrast.js";
import { clipboardOf, expect, officialExample, officialMAC, officialValues } from "../page.js";
import { test } from "../host.js";

/** @import { FrameLocator } from "@playwright/test" */

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
    await expect(inside.getByText("This is a demo: it does not accept your keys")).toBeVisible();
    await expect(inside.locator("#mac")).toHaveText(officialMAC);
    for (const name of ["customerKey", "partnerKey"]) await expect(inside.locator(`#${name}`)).toBeDisabled();
    await inside.getByRole("button", { name: "Clear all" }).click();
    await expect(inside.locator("#sender")).toHaveValue("");
    await expect(inside.locator("#customerKey")).toHaveValue(officialExample.keys.customer);
    await inside.locator("#url").fill("https://isvapi.netvisor.fi/accounting.nv");
    await expect(inside.locator("#mac")).toHaveText(/^[0-9a-f]{64}$/);
  });
});

test("Tab goes through the frame and out of it", async ({ host, page }) => {
  await host.open(`${host.script}<button id="before">before</button><netvisor-mac example></netvisor-mac><button id="after">after</button>`);
  const inside = await host.ready();
  await page.locator("#before").focus();
  await page.keyboard.press("Tab");
  await expect(inside.getByRole("link", { name: "Create", exact: true })).toBeFocused();
  const reached = [];
  for (let i = 0; i < 80 && !await page.locator("#after").evaluate((button) => button === document.activeElement); i++) {
    reached.push(await inside.locator(":focus").first().evaluate((focused) => focused.id).catch(() => ""));
    await page.keyboard.press("Tab");
  }
  await expect(page.locator("#after")).toBeFocused();
  for (const id of ["full", "pasted", "example", "url", "sender", "customerKey", "transactionId", "headers"]) expect(reached).toContain(id);
});

test("the MAC can be copied from the frame", async ({ host, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await host.openElement("example");
  const inside = await host.ready();
  await expect(inside.locator("#mac")).toHaveText(officialMAC);
  await inside.locator("button[data-copy=mac]").click();
  await expect(inside.locator("button[data-copy=mac]")).toHaveText("copied");
  expect(await clipboardOf(page, host.site)).toBe(officialMAC);
});

test("open in full takes the request along, and no key", async ({ host, context }) => {
  await host.openElement(`mode="check" example`);
  const inside = await host.ready();
  await inside.locator("#customerId").fill(officialExample.keys.customer);
  const link = inside.getByRole("link", { name: "Open full tool" });
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

test.describe("the paste box", () => {
  const { request } = officialExample;
  const pasted = `curl '${request.url}'` + Object.entries({ "Authentication-Sender": request.sender, "Authentication-CustomerId": request.customerId, "Authentication-PartnerId": request.partnerId,
    "Authentication-Timestamp": request.timestamp, "Authentication-TimestampUnix": request.timestampUnix, "Authentication-TransactionId": request.transactionId, "Interface-Language": "FI",
    "Organisation-ID": request.organisationId, "Authentication-MACHashCalculationAlgorithm": "HMACSHA256", "Authentication-MAC": officialMAC }).map(([name, value]) => ` -H 'X-Netvisor-${name}: ${value}'`).join("");
  const settings = `customer_key=${officialExample.keys.customer}\npartner_key=${officialExample.keys.partner}\n`;

  test("in Check reads a request, its keys and an answer, and the host hears the verdict alone", async ({ host }) => {
    await host.openElement(`mode="check"`);
    const inside = await host.ready();
    await inside.locator("#pasted").fill(pasted);
    await expect(inside.locator("#sent")).toHaveValue(officialMAC);
    await inside.locator("#pasted").fill(settings);
    await expect(inside.locator("#verdict")).toHaveAttribute("data-state", "ok");
    await expect(inside.locator("#pasted")).not.toHaveValue(new RegExp(officialExample.keys.customer));
    await inside.locator("#pasted").fill("<Root><ResponseStatus><Status>FAILED</Status><Status>REQUEST_NOT_UNIQUE :: The transaction ID has already been used.</Status></ResponseStatus></Root>");
    await expect(inside.locator("#verdict")).toHaveAttribute("data-state", "refused");
    await expect.poll(() => host.events()).toContainEqual({ verdict: "ok", mistakes: [] });
    expect((await host.events()).filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    const told = JSON.stringify(await host.messages());
    for (const value of [...Object.values(officialValues), officialMAC]) if (value.length > 3) expect(told.includes(value)).toBe(false);
    await inside.getByRole("button", { name: "Undo" }).click();
    await inside.getByRole("button", { name: "Clear all" }).click();
    await expect(inside.locator("#pasted")).toHaveValue("");
    await expect(inside.locator("#sender")).toHaveValue("");
    expect(host.complaints).toEqual([]);
  });

  test("without a mode of the host's a request with its MAC is checked, and links change the mode", async ({ host }) => {
    await host.openElement(`lang="fi"`);
    const inside = await host.ready();
    await inside.locator("#pasted").fill(pasted);
    await expect(inside.locator("html")).toHaveAttribute("data-mode", "check");
    await expect(inside.locator("html"), "all else stays").toHaveAttribute("lang", "fi");
    await expect(host.frame()).toHaveAttribute("title", "Tarkista Netvisorin MAC-koodi");
    await expect(inside.locator("#sent")).toHaveValue(officialMAC);
    await inside.getByRole("link", { name: "Laske", exact: true }).click();
    await expect(inside.locator("html")).toHaveAttribute("data-mode", "create");
    await expect(inside.locator("#sender")).toHaveValue(officialValues.sender);
    expect(host.complaints).toEqual([]);
  });

  test("in a frame for Create alone it fills the form, and leads nowhere else", async ({ host }) => {
    await host.openElement(`mode="create"`);
    const inside = await host.ready();
    await inside.locator("#pasted").fill(pasted + "\n" + settings);
    await expect(inside.locator("#mac")).toHaveText(officialMAC);
    await expect(inside.locator("html")).toHaveAttribute("data-mode", "create");
    await expect(inside.locator("#pasted-about")).not.toContainText("check it");
    await expect(inside.locator("#modes")).toBeHidden();
  });

  test("a file of many requests is for the whole tool", async ({ host }) => {
    await host.openElement(`mode="check"`);
    const inside = await host.ready();
    await inside.locator("html").evaluate((html) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x".repeat(2_000_001)], "log.txt"));
      html.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expect(inside.locator("#pasted-about")).toHaveText("This file has more than fits in here: open it in the full tool.");
  });

  test("a demonstration has none, and takes nothing that is pasted beside a field", async ({ host }) => {
    await host.openElement(`mode="check" no-keys`);
    const inside = await host.ready();
    await expect(inside.locator("#pasted")).toBeHidden();
    await inside.locator("html").evaluate((html, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", text);
      html.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, settings.replaceAll("7", "1"));
    await expect(inside.locator("#pasted-about")).toBeEmpty();
    await expect(inside.locator("#customerKey")).toHaveValue(officialExample.keys.customer);
  });
});

test.describe("the accent", () => {
  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    test.describe(scheme, () => {
      test.use({ colorScheme: scheme });

      // Docusaurus' green, MkDocs Material's indigo, white, black, yellow; as CSS writes them.
      for (const accent of ["#2e8555", "rgb(63 81 181)", "white", "#000", "hsl(60 100% 50%)"]) {
        test(`${accent} stands out 4.5 to 1 on paper and on what is marked`, async ({ page, site }) => {
          await page.goto(`${site}embed.html#${new URLSearchParams({ accent, mode: "create", example: "" })}`);
          await expect(page.locator("#mac")).toHaveText(officialMAC);
          expect(await contrasts(page, "a, button, .address .signed")).toBeGreaterThanOrEqual(4.5);
          await page.locator("#clear").hover();
          expect(await contrasts(page, "#clear")).toBeGreaterThanOrEqual(4.5);
          await page.locator("#pieces .piece").first().focus();
          await expect(page.locator("#pieces .piece").first()).toHaveAttribute("data-marked");
          expect(await contrasts(page, ".piece .name")).toBeGreaterThanOrEqual(4.5);
          expect(await contrasts(page, ".piece:not(.secret) .text")).toBeGreaterThanOrEqual(7);
        });
      }
    });
  }

  test("is the host's own where it stands out, and goes with the attribute", async ({ host, page }) => {
    await host.openElement(`accent="#1a6b33" theme="light"`);
    const inside = await host.ready();
    await expect(inside.locator("#full")).toHaveCSS("color", "rgb(26, 107, 51)");
    await page.evaluate(() => document.querySelector("netvisor-mac")?.removeAttribute("accent"));
    await expect(inside.locator("#full")).toHaveCSS("color", "rgb(20, 89, 168)");
    expect(host.complaints).toEqual([]);
  });

  for (const accent of ["green; background: url(x)", "#12", "transparent", "#2e855580", "var(--x)"]) {
    test(`${accent} is none: the console says so, and the tool's own stays`, async ({ host }) => {
      await host.openElement(`accent="${accent}" theme="light"`);
      const inside = await host.ready();
      await expect(inside.locator("#full")).toHaveCSS("color", "rgb(20, 89, 168)");
      expect(host.complaints).toEqual([`netvisor-mac: accent must be an opaque colour such as "#2e8555", and is "${accent}"`]);
    });
  }
});

test.describe("the height", () => {
  test("is the least: the place is kept before the frame has come, and longer content makes it higher", async ({ host, page }) => {
    /** @type {(value?: unknown) => void} */
    let arrive = () => {};
    const arrival = new Promise((resolve) => { arrive = resolve; });
    await page.route("**/embed.html*", async (route) => { await arrival; await route.continue(); });
    await host.openElement(`mode="check" height="3000"`);
    const height = () => page.locator("netvisor-mac").evaluate((element) => element.getBoundingClientRect().height);
    await expect.poll(height).toBe(3000);
    arrive();
    const inside = await host.ready();
    await expect(host.frame()).toHaveAttribute("height", "3000");
    expect(await height()).toBe(3000);
    await expect(inside.locator("body")).toHaveCSS("height", "3000px");
    await page.evaluate(() => document.querySelector("netvisor-mac")?.setAttribute("height", "100px"));
    await expect.poll(async () => Number(await host.frame().getAttribute("height"))).toBeGreaterThan(500);
    expect(await height()).toBeLessThan(2500);
    expect(host.complaints).toEqual([]);
  });

  test("that is none is told, and changes nothing", async ({ host, page }) => {
    await host.openElement(`mode="check" height="80vh"`);
    await host.ready();
    await expect.poll(() => host.complaints).toEqual([`netvisor-mac: height must be a number of pixels below 10000, and is "80vh"`]);
    expect(await page.locator("netvisor-mac").evaluate((element) => getComputedStyle(element).minHeight)).toBe("0px");
  });
});

test.describe("without a theme", () => {
  test.use({ colorScheme: null }); // an emulated one is every frame's

  for (const [scheme, paper] of Object.entries({ light: "rgb(255, 255, 255)", dark: "rgb(20, 23, 26)" })) {
    test(`the frame follows the host's color-scheme: ${scheme}`, async ({ host, page }) => {
      await host.openElement("");
      await host.ready();
      await page.evaluate((scheme) => { document.documentElement.style.colorScheme = scheme; }, scheme);
      await expect(host.inside().locator("html")).toHaveCSS("background-color", paper);
    });
  }
});

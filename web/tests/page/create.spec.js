// What the Create page computes and says, in a real browser.

import { createHmac } from "node:crypto";
import { clipboardOf, expect, officialExample, officialMAC, officialValues, test } from "../page.js";

const { customer, partner } = officialExample.keys;

test("the official example, typed by keyboard, gives its MAC", async ({ create, page }) => {
  await create.open();
  for (const [name, value] of Object.entries(officialValues)) {
    await create.field(name).focus();
    if (name === "algorithm") continue;
    await page.keyboard.press("Control+A");
    await page.keyboard.type(value);
  }
  await expect(create.mac).toHaveText(officialMAC);
  await expect(create.headers).toHaveCount(11);
  await expect(create.headers.nth(8)).toHaveText(`X-Netvisor-Authentication-MAC: ${officialMAC}`);
});

test("the button fills in the official example", async ({ create }) => {
  await create.openExample();
  for (const [name, value] of Object.entries(officialValues)) await expect(create.field(name)).toHaveValue(value);
  await expect(create.pieces).toHaveText([
    "https://isvapi.netvisor.fi/accounting.nv&", "ClientName&", "Integration·user·identifier&", "2023-05-04·12:00:00.000&",
    "FI&", "1967543-8&", "123456&", "1683147600&", "●●●●●●●●&", "●●●●●●●●",
  ]);
  await expect(create.status).toHaveText("");
});

test("an example that is asked for at once is not overwritten by the times of a new request", async ({ create, page }) => {
  await page.addInitScript(() => addEventListener("DOMContentLoaded", () => {
    const main = /** @type {HTMLElement} */ (document.getElementById("main"));
    new MutationObserver(() => document.getElementById("example")?.click()).observe(main, { attributeFilter: ["data-state"] });
  }));
  await create.openOnly();
  await expect(create.mac).toHaveText(officialMAC);
  await page.waitForTimeout(500); // the worker's answer with the times has come by then
  await expect(create.field("timestamp")).toHaveValue(officialValues.timestamp);
  await expect(create.mac).toHaveText(officialMAC);
});

test("the legacy algorithm is a plain hash of nine values", async ({ create, page }) => {
  await create.openExample();
  await create.field("algorithm").selectOption("SHA256");
  await expect(create.pieces).toHaveCount(9);
  await expect(page.locator("#key-recipe")).toContainText("plain hash");
  await expect(create.mac).not.toHaveText(officialMAC);
  await expect(create.mac).toHaveText(/^[0-9a-f]{64}$/);
});

test("clear all empties everything", async ({ create }) => {
  await create.openExample();
  await create.button("Clear all").click();
  await expect(create.mac).toHaveText("—");
  for (const name of Object.keys(officialValues)) {
    const kept = { algorithm: "HMACSHA256", language: "FI" }[name] ?? "";
    await expect(create.field(name)).toHaveValue(kept);
  }
  await expect(create.status).toContainText("Still missing for a MAC: Address, Customer key, Partner key.");
});

test.describe("Unicode", () => {
  const url = "https://isvapi.netvisor.fi/customerlist.nv?keyword=Työ aika";

  /** @param {string} address @param {BufferEncoding} encoding */
  function macBy(address, encoding) {
    const { request: r } = officialExample;
    const text = [address, "Työaika Oy", r.customerId, r.timestamp, r.language, r.organisationId, r.transactionId, r.timestampUnix, customer, partner].join("&");
    return createHmac("sha256", `${customer}&${partner}`).update(Buffer.from(text, encoding)).digest("hex");
  }

  test.beforeEach(async ({ create }) => {
    await create.openExample();
    await create.enter("sender", "Työaika Oy");
    await create.enter("url", url);
  });

  test("three forms of the address, the one of ISO-8859-1 signed", async ({ create }) => {
    await expect(create.addresses.locator("code")).toHaveText([
      "https://isvapi.netvisor.fi/customerlist.nv?keyword=Työ·aika",
      "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6%20aika",
      "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%C3%B6%20aika",
    ]);
    await expect(create.addresses.filter({ hasText: "signed" })).toContainText("Ty%F6%20aika");
    await expect(create.mac).toHaveText(macBy("https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6%20aika", "latin1"));
  });

  test("another form is signed when it is chosen", async ({ create }) => {
    await create.field("sender").focus();
    await create.addresses.nth(2).click({ delay: 100 });
    await expect(create.addresses.filter({ hasText: "signed" })).toContainText("Ty%C3%B6%20aika");
    await expect(create.mac).toHaveText(macBy("https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%C3%B6%20aika", "latin1"));
  });

  test("the forms are chosen by arrow keys, too", async ({ create, page }) => {
    await create.addresses.nth(1).locator("input").focus();
    await page.keyboard.press("ArrowUp");
    await expect(create.mac).toHaveText(macBy(url, "latin1"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(create.addresses.nth(2).locator("input")).toBeFocused();
    await expect(create.mac).toHaveText(macBy("https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%C3%B6%20aika", "latin1"));
  });

  test("UTF-8 bytes change the MAC", async ({ create }) => {
    await create.field("charset").selectOption("UTF-8");
    await expect(create.mac).toHaveText(macBy("https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6%20aika", "utf8"));
  });
});

test("a character outside the charset is named with its field and place", async ({ create }) => {
  await create.openExample();
  await create.enter("sender", "Hinta 5 €");
  await expect(create.status).toHaveText("Sender: character 9, '€' (U+20AC), is not a character of the charset ISO-8859-1");
  await expect(create.mac).toHaveText("—");
  await expect(create.headers).toHaveCount(0);
  await expect(create.copy("mac")).toBeDisabled();
  for (const [name, value] of Object.entries({ ...officialValues, sender: "Hinta 5 €" })) await expect(create.field(name)).toHaveValue(value);
  await create.enter("sender", "Hinta 5 EUR");
  await expect(create.mac).toHaveText(/^[0-9a-f]{64}$/);
  await create.enter("url", "https://isvapi.netvisor.fi/customer.nv?x=€");
  await expect(create.status).toHaveText("Address: character 42, '€' (U+20AC), is not a character of the charset ISO-8859-1");
});

test("invisible characters of a value are shown", async ({ create }) => {
  await create.openExample();
  await create.enter("sender", "a\u00a0b\u200b c");
  await create.field("charset").selectOption("UTF-8");
  await expect(create.pieces.nth(1)).toHaveText("a⍽b[U+200B]·c&");
});

test.describe("hints", () => {
  /** What is entered, and the hint below its field. @type {[string, string, string][]} */
  const cases = [
    ["organisationId", "1967543-9", "The check digit of the organisation id is wrong."],
    ["organisationId", "1967543", "The organisation id is not in the form 1234567-8."],
    ["language", "SV", "Language is not FI, SE or EN."],
    ["timestamp", "2023-05-04 15:00:00.000", "Timestamp and TimestampUnix are not the same moment (Timestamp is 3 h after TimestampUnix, which is 2023-05-04 12:00:00; as local time in Finland)."],
    ["sender", "ClientName ", "A value has white space at its beginning or end (Sender: at its end)."],
    ["partnerKey", partner, "A key does not have 32 hex digits (Partner key: 31 characters)."],
    ["url", "http://isvapi.netvisor.fi/", "The address does not begin with https://."],
    ["url", "https://isvapi.netvisor.fi/", "The address belongs to the test environment."],
    ["url", "https://integration.netvisor.fi/", "The address belongs to the production environment."],
  ];

  for (const [field, value, hint] of cases) {
    test(`${field} "${field.endsWith("Key") ? "too short" : value}"`, async ({ create, page }) => {
      await create.open();
      await create.enter("timestampUnix", "1683201600");
      const found = create.hints(field).filter({ hasText: hint });
      await create.field(field).fill(value);
      await expect(create.pieces.first()).toBeVisible();
      await page.waitForTimeout(100);
      await expect(found, "while the field has the focus").toHaveCount(0);
      await create.field(field).blur();
      await expect(found).toHaveCount(1);
    });
  }

  test("a hint goes when its cause does", async ({ create }) => {
    await create.openExample();
    await create.enter("language", "SV");
    await expect(create.hints("language")).toHaveCount(1);
    await create.enter("language", "SE");
    await expect(create.hints("language")).toHaveCount(0);
  });

  test("a hint that appears does not take a click away", async ({ create }) => {
    await create.openExample();
    await create.field("sender").fill("ClientName ");
    await create.button("Set both timestamps to now").click({ delay: 100 });
    await expect(create.hints("sender")).toHaveCount(1);
    await expect(create.field("timestamp")).not.toHaveValue(officialValues.timestamp);
    await expect(create.field("timestamp")).toHaveValue(/^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
  });
});

test("the clock fills both timestamps, in UTC", async ({ create, page }) => {
  await page.clock.setFixedTime(new Date("2026-07-14T17:05:09.318Z"));
  await create.open();
  await expect(create.field("timestamp")).toHaveValue("2026-07-14 17:05:09.318");
  await expect(create.field("timestampUnix")).toHaveValue("1784048709");
  await page.clock.setFixedTime(new Date("2026-12-01T00:00:00.007Z"));
  await create.button("Set both timestamps to now").click();
  await expect(create.field("timestamp")).toHaveValue("2026-12-01 00:00:00.007");
  await expect(create.field("timestampUnix")).toHaveValue("1796083200");
});

test("new makes another transaction id", async ({ create }) => {
  await create.open();
  const first = await create.field("transactionId").inputValue();
  await create.button("Make a new transaction id").click();
  await expect(create.field("transactionId")).not.toHaveValue(first);
  await expect(create.field("transactionId")).toHaveValue(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test.describe("copy", () => {
  test("gives the MAC and the headers to the clipboard", async ({ create, context, page }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await create.openExample();
    await create.copy("mac").click();
    await expect(create.copy("mac")).toHaveText("copied");
    expect(await clipboardOf(page)).toBe(officialMAC);
    await create.copy("headers").click();
    await expect(create.copy("headers")).toHaveText("copied");
    const copied = await clipboardOf(page);
    const { request: r } = officialExample;
    expect(copied.split("\n")).toEqual([
      `X-Netvisor-Authentication-Sender: ${r.sender}`,
      `X-Netvisor-Authentication-CustomerId: ${r.customerId}`,
      `X-Netvisor-Authentication-PartnerId: ${r.partnerId}`,
      `X-Netvisor-Authentication-TimestampUnix: ${r.timestampUnix}`,
      `X-Netvisor-Authentication-Timestamp: ${r.timestamp}`,
      `X-Netvisor-Authentication-TransactionId: ${r.transactionId}`,
      `X-Netvisor-Interface-Language: ${r.language}`,
      `X-Netvisor-Organisation-ID: ${r.organisationId}`,
      `X-Netvisor-Authentication-MAC: ${officialMAC}`,
      "X-Netvisor-Authentication-MACHashCalculationAlgorithm: HMACSHA256",
      "X-Netvisor-Authentication-UseHTTPResponseStatusCodes: 1",
      "",
    ]);
    await expect(create.copy("mac")).toHaveText("copy");
  });

  test("selects the text where the clipboard is refused", async ({ create, page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    });
    await create.openExample();
    await create.copy("mac").click();
    await expect(create.copy("mac")).toHaveText("press Ctrl+C");
    expect(await page.evaluate(() => String(getSelection()))).toBe(officialMAC);
  });

  test("a selection of the MAC stays when a field is left", async ({ create, page }) => {
    await create.openExample();
    await create.field("sender").focus();
    const { x, y, width, height } = /** @type {{ x: number, y: number, width: number, height: number }} */ (await create.mac.boundingBox());
    await page.mouse.move(x + 1, y + 4);
    await page.mouse.down();
    await page.mouse.move(x + width - 1, y + height - 4, { steps: 4 });
    await page.mouse.up();
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => String(getSelection()))).toBe(officialMAC);
  });
});

test("a key is shown on demand alone", async ({ create }) => {
  await create.openExample();
  await expect(create.field("customerKey")).toHaveAttribute("type", "password");
  const reveal = create.button("Show Customer key");
  await reveal.click();
  await expect(create.field("customerKey")).toHaveAttribute("type", "text");
  await expect(create.field("partnerKey")).toHaveAttribute("type", "password");
  await expect(reveal).toHaveAttribute("aria-pressed", "true");
  await reveal.click();
  await expect(create.field("customerKey")).toHaveAttribute("type", "password");
});

test("help opens below its field, and Escape closes it", async ({ create, page }) => {
  await create.open();
  await page.locator("[data-help=sender]").click();
  await expect(page.locator("#sender-help")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("#sender-help")).toBeHidden();
});

test("a piece marks its field, and a field its piece", async ({ create, page }) => {
  await create.openExample();
  await page.locator("#pieces [data-field=language]").hover();
  await expect(page.locator(".field[data-field=language]")).toHaveAttribute("data-marked");
  await create.field("sender").focus();
  await expect(page.locator("#pieces [data-field=sender]")).toHaveAttribute("data-marked");
});

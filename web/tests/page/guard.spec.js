// The page's own doors: what is masked in it, what is told, and what goes when somebody looks elsewhere.

import { readFileSync } from "node:fs";
import { clipboardOf, expect, officialExample, test } from "../page.js";

/** @import { CreatePage } from "../page.js" */

const { request, keys } = officialExample;

const pasted = `curl "${request.url}" -H "X-Netvisor-Authentication-Sender: ClientName" -H "X-Netvisor-Authentication-CustomerId: C1"
CustomerKey: ${keys.customer}
PartnerKey: ${keys.partner}`;

/** Pastes into the box. @param {CreatePage} create @param {string} text */
async function paste(create, text) {
  await create.field("pasted").fill(text);
  await expect(create.field("pasted-about")).not.toBeEmpty();
}

/** @param {CreatePage} create */
const box = (create) => create.field("pasted").inputValue();

test("keys that were read are covered in the box, on paper too, and stay what they were when it is edited", async ({ create, page }) => {
  await create.open();
  await paste(create, pasted);
  await expect(create.field("customerKey")).toHaveValue(keys.customer);
  const covered = pasted.replace(keys.customer, "●".repeat(32)).replace(keys.partner, "●".repeat(31));
  expect(await box(create)).toBe(covered);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("body").innerText()).not.toMatch(new RegExp(Object.values(keys).join("|")));
  await page.emulateMedia({ media: "screen" });
  await create.field("pasted").evaluate((box) => {
    const area = /** @type {HTMLTextAreaElement} */ (box);
    area.setSelectionRange(area.value.indexOf("ClientName"), area.value.indexOf("ClientName") + 10);
    area.focus();
  });
  await page.keyboard.insertText("Another");
  await expect(create.field("sender")).toHaveValue("Another");
  await expect(create.field("customerKey")).toHaveValue(keys.customer);
  await expect(create.field("partnerKey")).toHaveValue(keys.partner);
  expect(await box(create)).toBe(covered.replace("ClientName", "Another"));
  await create.button("Undo").click();
  await expect(create.field("customerKey")).toHaveValue("");
  expect(await box(create)).not.toMatch(new RegExp(Object.values(keys).join("|")));
});

test("keys of settings alone are covered in the box, too", async ({ create, page }) => {
  await create.open();
  await paste(create, pasted.replace(/.*Key.*\n?/g, ""));
  const settings = `NETVISOR_CUSTOMER_KEY=${keys.customer}\nNETVISOR_PARTNER_KEY=${keys.partner}\n`;
  await paste(create, settings);
  await expect(create.field("customerKey")).toHaveValue(keys.customer);
  expect(await box(create)).toBe(settings.replace(keys.customer, "●".repeat(32)).replace(keys.partner, "●".repeat(31)));
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("body").innerText()).not.toMatch(new RegExp(Object.values(keys).join("|")));
});

test("a covered key that is moved in the box takes nobody's place", async ({ create, page }) => {
  await create.open();
  await paste(create, pasted);
  await expect(create.field("customerKey")).toHaveValue(keys.customer);
  const covered = await box(create);
  await create.field("pasted").fill(`${covered.split("\n").reverse().join("\n")}\n`);
  await expect(page.locator("#pasted-about")).not.toBeEmpty();
  await expect(create.field("customerKey")).toHaveValue(keys.customer);
});

test("an id and a key that changed places are told, swapped by a button, and put back", async ({ create }) => {
  await create.open();
  await create.button("Official example").click();
  await create.enter("customerId", keys.customer);
  await create.enter("customerKey", "0112038-9");
  await create.enter("sender", "a");
  const hint = create.page.locator("form li[data-id=id-looks-like-key]");
  await expect(hint).toContainText("A key seems to be in the field of another value");
  await hint.getByRole("button", { name: "Swap with Customer key" }).click();
  await expect(create.field("customerId")).toHaveValue("0112038-9");
  await expect(create.field("customerKey")).toHaveValue(keys.customer);
  await expect(hint).toHaveCount(0);
  await create.button("Undo").click();
  await expect(create.field("customerId")).toHaveValue(keys.customer);
});

test("a link, a case file and code say which field holds a key, and do not hold it", async ({ create, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await create.open();
  await create.button("Official example").click();
  await create.enter("sender", keys.partner.toUpperCase());
  await create.enter("organisationId", "0a".repeat(16));
  await create.button("Copy a link").click();
  await expect(create.field("note-said")).toContainText("Sender was left out");
  await expect(create.field("note-said")).toContainText("Organisation id was left out");
  const link = await clipboardOf(page);
  expect(link.toLowerCase()).not.toContain(keys.partner.slice(0, 8));
  expect(link).not.toContain("0a0a0a0a");
  await page.locator("#languages-of-code a").first().click();
  await expect(create.field("code-about")).toContainText("No program: Sender contains a key");
  await expect(create.field("code")).toBeEmpty();
  await create.enter("organisationId", "1967543-8");
  await page.locator("[data-copy=headers]").click();
  await expect(page.locator("[data-copy=headers]")).toHaveText("copied, keys masked");
  expect((await clipboardOf(page)).toLowerCase()).not.toContain(keys.partner.slice(0, 8));
});

test("a charset travels by link and by case file, and goes when none does", async ({ create, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const charset of ["UTF-8", "ISO-8859-15", ""]) {
    await page.goto(`${create.address}#check`);
    await page.reload();
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
    await create.button("Official example").click();
    await create.field("charset").selectOption(charset);
    await create.button("Copy a link").click();
    await expect(create.field("link")).toHaveText("copied");
    const link = await clipboardOf(page);
    const [download] = await Promise.all([page.waitForEvent("download"), create.button("Save a case file").click()]);
    const file = readFileSync(await download.path(), "utf8");
    await page.goto("about:blank");
    await page.goto(link);
    await expect(create.field("charset")).toHaveValue(charset);
    await create.field("charset").selectOption(charset === "UTF-8" ? "" : "UTF-8");
    await create.field("pasted").fill(file);
    await expect(page.locator("#case-keys")).toBeVisible();
    await expect(create.field("charset")).toHaveValue(charset);
  }
});

for (const address of ["#mistake=%", "#check?%", "#create?charset=%", "#mistake=%E4%00", "#check?url=%&charset=x"]) {
  test(`${address} is no reason for an error`, async ({ create, page }) => {
    await page.goto(create.address + address);
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
    expect(create.complaints).toEqual([]);
  });
}

test("what a case file says is its own words, short, and no voice of the page", async ({ create, page }) => {
  await create.open();
  const title = `call +358 and give your keys \u202e${"x: ".repeat(4000)}`;
  await create.field("pasted").fill(JSON.stringify({ netvisorCase: 1, made: title, request, report: { ok: false, causes: [[{ id: "x", title, detail: title }]], notices: [], tried: 1 }, keys: {} }));
  const about = page.locator("#verdict");
  await expect(about.locator("q")).toContainText("call +358");
  await expect(about.locator(":is(.headline, .fix, strong)")).toHaveCount(0);
  await expect(about).toContainText("[U+202E]");
  expect((await about.innerText()).length).toBeLessThan(1500);
  expect(create.complaints).toEqual([]);
});

test("a case file has no say in the page's own sentences", async ({ create, page }) => {
  await create.open();
  const cause = (/** @type {string} */ id, /** @type {string} */ found) => ({ id, title: "call us", detail: "call us", found: { id: found, args: { signed: `call us ${"x".repeat(300)}`, sent: "b" } } });
  for (const [id, found] of [["utf-8", "constructor"], ["utf-8", "url-http"], ["url-http", "url-http"]]) {
    await create.field("pasted").fill(JSON.stringify({ netvisorCase: 1, made: "", request: { ...request, sender: found }, report: { ok: false, causes: [[cause(id, found)]], notices: [], tried: 1 }, keys: {} }));
    await expect(create.field("sender")).toHaveValue(found);
    await expect(page.locator("#verdict .anchor")).toHaveText(id);
    const text = await page.locator("#verdict").innerText();
    expect(text.includes("call us"), text).toBe(found === id);
    expect(text.length).toBeLessThan(600);
  }
  expect(create.complaints).toEqual([]);
});

test("a case file that names what is no field is told by the page's table", async ({ create, page }) => {
  await create.open();
  for (const [id, found, args] of /** @type {const} */ ([["missing-sender", "missing", { field: "nothing" }], ["values-missing", "values-missing", { fields: "sender,constructor" }], ["missing-sender", "missing", {}]])) {
    const cause = { id, title: "", found: { id: found, args } };
    await create.field("pasted").fill(JSON.stringify({ netvisorCase: 1, made: "", request: { ...request, sender: JSON.stringify(args) }, report: { ok: false, causes: [[cause]], tried: 1 }, keys: {} }));
    await expect(page.locator("#verdict .anchor")).toHaveText(id);
    await expect(page.locator("#verdict .headline")).not.toBeEmpty();
  }
  await expect(page.locator("#status")).toBeEmpty();
});

test("a shown key is hidden when the window is left, the mode changes, or half a minute has passed", async ({ create, page }) => {
  await page.clock.install();
  await create.open();
  await create.button("Official example").click();
  const key = create.field("customerKey");
  for (const leave of [
    () => page.evaluate(() => dispatchEvent(new Event("blur"))),
    () => page.clock.fastForward(30_001),
    () => page.getByRole("link", { name: "Check" }).click(),
  ]) {
    await page.getByRole("button", { name: "Show Customer key" }).click();
    await expect(key).toHaveAttribute("type", "text");
    await leave();
    await expect(key).toHaveAttribute("type", "password");
  }
});

test("keys are gone when the page comes back from the browser's history", async ({ create, page }) => {
  await create.open();
  await paste(create, pasted);
  await expect(create.field("customerKey")).toHaveValue(keys.customer);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  for (const name of ["customerKey", "partnerKey", "pasted"]) await expect(create.field(name)).toHaveValue("");
  await expect(create.field("sender")).toHaveValue("ClientName");
});

test("invisible and turning characters are seen in headers and code, and copied as they are", async ({ create, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await create.open();
  await create.button("Official example").click();
  await create.field("charset").selectOption("UTF-8");
  await create.enter("sender", "a\u202eb");
  await expect(page.locator("#headers")).toContainText("a[U+202E]b");
  await page.locator("[data-copy=headers]").click();
  await expect(page.locator("[data-copy=headers]")).toHaveText("copied");
  expect(await clipboardOf(page)).toContain("a\u202eb");
});

/** All that a page shows, holds in attributes or hands over is no place for a key. */
test("keys typed into any field leave by no button", async ({ create, context, page }) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const secrets = ["ca9a5ec0de00112233445566778899a1", "ca9a5ec0de00998877665544332211b2"];
  const fields = ["url", "sender", "customerId", "partnerId", "timestamp", "timestampUnix", "organisationId", "transactionId", "customerKey", "partnerKey"];
  for (let turn = 0; turn < fields.length; turn++) {
    await page.goto("about:blank");
    await page.goto(`${create.address}#check`);
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
    await create.button("Official example").click();
    await create.enter(fields[turn], turn % 2 ? secrets[0] : ` ${secrets[1].toUpperCase()}`);
    await create.enter(fields[(turn + 3) % fields.length], `https://u:${secrets[1]}@isvapi.netvisor.fi/a.nv?k=${secrets[0]}`);
    await create.button("Copy a link").click();
    await expect(create.field("link")).toHaveText("copied");
    const handed = [await clipboardOf(page)];
    const [download] = await Promise.all([page.waitForEvent("download"), create.button("Save a case file").click()]);
    handed.push(readFileSync(await download.path(), "utf8"), download.suggestedFilename());
    for (const link of await page.locator("#languages-of-code a").all()) {
      await link.click();
      await expect(create.field("code-about")).not.toBeEmpty();
      handed.push(await create.field("code").textContent() ?? "");
    }
    handed.push(page.url(), await page.title(), JSON.stringify(await page.evaluate(() => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].map(({ value }) => value)))));
    for (const secret of secrets) {
      for (let at = 0; at + 8 <= secret.length; at++) expect(handed.join("\n").toLowerCase(), fields[turn]).not.toContain(secret.slice(at, at + 8));
    }
  }
});

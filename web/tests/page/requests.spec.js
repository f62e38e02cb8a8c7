// The table of many requests in the page.

import { readFileSync, rmSync } from "node:fs";
import { serve } from "../browser.js";
import { writeHAR } from "../make-har.js";
import { expect, officialExample, test } from "../page.js";
import { assetWith, copyOfSite, spoil } from "../spoil.js";

/** @import { CreatePage } from "../page.js" */

const { keys } = officialExample;

test.setTimeout(180_000);
/** All workers compute, and the machine may do other work, too. */
const checked = { timeout: 120_000 };

/** @param {CreatePage} create @param {import("../make-har.js").Shape} shape @param {{ keys?: boolean }} [how] */
async function openTable(create, shape, { keys: given = true } = {}) {
  create.address += "#check";
  await create.openOnly();
  await expect(create.page.locator("main")).toHaveAttribute("data-state", "ready");
  if (given) {
    await create.field("customerKey").fill(keys.customer);
    await create.field("partnerKey").fill(keys.partner);
  }
  const file = test.info().outputPath("network.har");
  writeHAR(file, shape);
  await create.field("file").setInputFiles(file);
}

/** @param {CreatePage} create */
const section = (create) => create.field("requests");
/** @param {CreatePage} create */
const status = (create) => section(create).getByRole("status");
/** @param {CreatePage} create */
const rows = (create) => create.page.locator("#request-rows [data-place]");

test("a HAR file becomes a table with verdicts, causes and answers", async ({ create }) => {
  await openTable(create, { count: 600, wrong: 5, twice: 100 });
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  await expect(section(create)).toContainText("network.har · 600 requests");
  const cause = section(create).locator(".cause");
  await expect(cause).toContainText(/^Signed with Finnish time, sent as UTC\./);
  await expect(cause).toContainText("120 of 600 · all resources · 2 of 2 companies · the whole time".replaceAll(" · ", ""));
  await expect(cause).toContainText("Read the clock once, in UTC");
  await expect(cause).toContainText("Where: the program that signs.");
  await expect(section(create)).toContainText("The keys are right: 480 requests are right with them.");
  await expect(section(create)).toContainText("480 of 600: right");
  await expect(section(create)).toContainText("5 of 600: transaction id used more than once");
  await expect(section(create).getByRole("img")).toHaveAttribute("aria-label", /From 14 Jul 2026, 06:00:00 to .* UTC: 480 right, 120 wrong, 0 other\./);
  await expect(rows(create).first()).toContainText("AUTHENTICATION_FAILED");
  expect(await rows(create).count(), "only those in view").toBeLessThan(60);
  await expect(create.page.locator("#request-rows")).toHaveAttribute("aria-rowcount", "600");
  expect(create.complaints).toEqual([]);
});

test("causes, verdicts and text filter; columns sort; the arrows move and Enter opens in Check", async ({ create, page }) => {
  await openTable(create, { count: 300, wrong: 10 });
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  const grid = page.locator("#request-rows");
  await section(create).getByRole("button", { name: /30 of 300: Signed with Finnish time/ }).press("Enter");
  await expect(grid).toHaveAttribute("aria-rowcount", "30");
  await section(create).getByRole("button", { name: "Clear the filter Cause: Signed with Finnish time, sent as UTC" }).press("Enter");
  await expect(grid).toHaveAttribute("aria-rowcount", "300");
  await expect(section(create).getByLabel("Show", { exact: true })).toBeFocused();
  await section(create).getByLabel("Filter").fill("keyword=17");
  await expect(grid).toHaveAttribute("aria-rowcount", "11");
  await section(create).getByLabel("Filter").fill("");
  await section(create).getByRole("button", { name: "Sort by Time (UTC)" }).click();
  await section(create).getByRole("button", { name: "Sort by Time (UTC)" }).click();
  await expect(section(create).getByRole("columnheader", { name: "Time (UTC)" })).toHaveAttribute("aria-sort", "descending");
  await expect(rows(create).first()).toContainText("06:01:14.750");
  await section(create).getByRole("button", { name: /^30 of 300/ }).click();
  await expect(rows(create).first()).toContainText("wrong");
  await grid.focus();
  await page.keyboard.press("End");
  await expect(page.locator("[aria-selected=true]")).toContainText("06:00:00.000");
  await page.keyboard.press("Enter");
  await expect(create.page.locator("#verdict")).toHaveAttribute("data-state", "wrong");
  await expect(create.page.locator("#verdict .headline")).toContainText("Signed with Finnish time");
  await expect(create.field("sender")).toHaveValue("Työaika Oy");
});

test("a value that a cause has filters, together with the cause; each is cleared by itself", async ({ create, page }) => {
  await openTable(create, { count: 400, wrong: 4, from: 200 });
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  const grid = page.locator("#request-rows"), cause = section(create).locator(".cause");
  await expect(cause).toContainText("1 of 4 resources:customerlist.nv (50 of its 100)");
  await expect(cause).toContainText(/since 06:00:50 UTC\s*never in the 200 requests before/);
  await cause.getByRole("button", { name: "customerlist.nv" }).press("Enter");
  await expect(grid).toHaveAttribute("aria-rowcount", "50");
  await expect(section(create)).toContainText("50 of 400 shown");
  await section(create).getByRole("button", { name: /^Clear the filter Cause/ }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "100");
  await section(create).getByRole("button", { name: "Clear the filter Resource: customerlist.nv" }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "400");
  await expect(section(create).locator(".chips")).toBeEmpty();
});

test("a row opens in Check, with the verdict in focus, the way to the next wrong one and back", async ({ create, page }) => {
  await openTable(create, { count: 100, wrong: 40 });
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  const way = page.locator(".opened"), next = page.getByRole("button", { name: "Next wrong one" });
  await expect(page.locator("#form"), "no empty form below the table").toBeHidden();
  await rows(create).first().click();
  await expect(page.locator("#verdict")).toBeFocused();
  await expect(page.locator("#verdict .headline")).toContainText("Signed with Finnish time");
  await expect(page.locator("#form")).toBeVisible();
  await expect(way).toContainText("Request 1 of 100");
  await next.press("Enter");
  await expect(way).toContainText("Request 41 of 100");
  await expect(create.field("url")).toHaveValue(/keyword=40$/);
  await next.press("Enter");
  await expect(way).toContainText("Request 81 of 100");
  await expect(next).toBeDisabled();
  await page.getByRole("button", { name: "Back to the table" }).press("Enter");
  await expect(page.locator("#request-rows")).toBeFocused();
  await expect(page.locator("[aria-selected=true]")).toHaveAttribute("data-place", "80");
  await page.getByRole("button", { name: "Official example" }).click();
  await expect(way, "what the form holds now is no row").toHaveCount(0);
});

test("the form shows again when the table closes, the mode changes, or a file holds no request", async ({ create, page }) => {
  await openTable(create, { count: 30 });
  await expect(page.locator("#form")).toBeHidden();
  await section(create).getByRole("button", { name: "Close" }).click();
  await expect(page.locator("#form")).toBeVisible();
  await create.field("file").setInputFiles(test.info().outputPath("network.har"));
  await expect(page.locator("#form")).toBeHidden();
  await page.getByRole("link", { name: "Create" }).click();
  await expect(page.locator("#form")).toBeVisible();
  await rows(create).first().click();
  await expect(page.locator("#verdict")).toBeFocused();
  await expect(page).toHaveURL(/#check$/);
});

for (const width of [320, 390]) test(`at ${width} pixels a row shows verdict and cause whole, and nothing is off the screen`, async ({ create, page }) => {
  await page.setViewportSize({ width, height: 844 });
  await openTable(create, { count: 60, wrong: 5 });
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  await rows(create).first().scrollIntoViewIfNeeded();
  const cut = await page.evaluate(() => [...document.querySelectorAll("#request-rows [data-place] > *")].filter((cell) => {
    const row = /** @type {HTMLElement} */ (cell.parentElement).getBoundingClientRect(), { left, right, bottom } = cell.getBoundingClientRect();
    return left < 0 || right > innerWidth || bottom > row.bottom || cell.scrollWidth > Math.max(cell.clientWidth, Math.ceil(right - left));
  }).map(({ textContent }) => textContent));
  expect(cut).toEqual([]);
  await expect(rows(create).first()).toContainText("wrongSigned with Finnish time, sent as UTC");
  for (const selector of ["html", "#request-rows"]) expect(await page.locator(selector).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), selector).toBe(0);
  await rows(create).first().tap().catch(() => rows(create).first().click());
  await expect(page.locator("#verdict")).toBeFocused();
  await expect(page.locator("#verdict")).toBeInViewport();
});

test("how far it is, and the time left, is told from the first moment; the title says it, too, and is itself again", async ({ create, page }) => {
  await page.addInitScript(() => addEventListener("DOMContentLoaded", () => {
    const titles = /** @type {string[]} */ ([]), far = /** @type {string[]} */ ([]);
    Object.assign(globalThis, { titles, far });
    const look = () => {
      titles.push(document.title);
      const bar = document.querySelector("#requests progress");
      if (bar) far.push(bar.parentElement?.previousElementSibling?.textContent ?? "");
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  }));
  await openTable(create, { count: 2000, wrong: 2 });
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  const { titles, far } = await page.evaluate(() => /** @type {Record<string, string[]>} */ (({ titles: Reflect.get(globalThis, "titles"), far: Reflect.get(globalThis, "far") })));
  expect(far.find(Boolean)).toBe("0 requests read, 0%");
  expect(far.some((text) => /^2,000 requests checked; [\d,]+ of 1,000 wrong ones diagnosed/.test(text))).toBe(true);
  expect(titles.some((title) => /^\(\d+%\) Netvisor MAC/.test(title))).toBe(true);
  await expect(page).toHaveTitle(/^Netvisor MAC/);
});

test("what came of it is announced once, and how far it is never", async ({ create, page }) => {
  await page.addInitScript(() => addEventListener("DOMContentLoaded", () => {
    const heard = new Set();
    Object.assign(globalThis, { heard });
    new MutationObserver(() => heard.add(document.querySelector("#requests [role=status]")?.textContent))
      .observe(/** @type {Node} */ (document.getElementById("requests")), { subtree: true, childList: true, characterData: true });
  }));
  await openTable(create, { count: 800, wrong: 2 });
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  await expect(section(create).locator("progress")).toBeHidden();
  expect(await page.evaluate(() => [...Reflect.get(globalThis, "heard")])).toEqual(["", "All requests are checked."]);
});

test("what somebody is pressing stays where it is while all is drawn anew", async ({ create, page }) => {
  await openTable(create, { count: 300, wrong: 10 });
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  const line = await section(create).getByRole("button", { name: /30 of 300: Signed with Finnish time/ }).elementHandle();
  await create.field("speaks").selectOption("fi");
  await expect(section(create)).toContainText("30/300");
  expect(await line?.evaluate((button) => button.isConnected && button.textContent)).toContain("30/300");
  await rows(create).nth(2).hover();
  await page.mouse.down();
  await page.locator("#request-rows").dispatchEvent("scroll");
  await page.mouse.up();
  await expect(page.locator("#verdict")).toHaveAttribute("data-state", "ok");
});

test("without keys the table asks for those of each customer", async ({ create }) => {
  await openTable(create, { count: 100 }, { keys: false });
  await expect(section(create)).toContainText("100 of 100: no keys");
  await expect(section(create)).toContainText("Customer id AB_77_Q9, partner id PA_1: 100 requests");
  await expect(status(create)).toHaveText("All requests are read. Enter the keys to check them.", checked);
  const [customer, partner] = ["Customer key", "Partner key"].map((name) => section(create).getByLabel(name, { exact: true }));
  await customer.fill(keys.customer);
  await section(create).getByRole("button", { name: "Show Customer key" }).click();
  await expect(customer).toHaveAttribute("type", "text");
  await section(create).getByRole("button", { name: "Show Customer key" }).click();
  await expect(customer).toHaveAttribute("type", "password");
  await partner.fill(keys.partner);
  await partner.press("Enter");
  await expect(section(create)).toContainText("100 of 100: right");
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  await expect(partner, "folded, since the verdicts come first").toBeHidden();
  expect(create.complaints, "such as of keys that stand in no form").toEqual([]);
  const attributes = await create.page.evaluate(() => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].map(({ value }) => value)));
  for (const key of Object.values(keys)) expect(attributes.join("\n")).not.toContain(key);
});

test("the table is saved as CSV, without a key", async ({ create, page }) => {
  await openTable(create, { count: 50, wrong: 5 });
  await expect(status(create)).toHaveText("All requests are checked.", checked);
  const [download] = await Promise.all([page.waitForEvent("download"), section(create).getByRole("button", { name: "Save as CSV" }).click()]);
  const csv = readFileSync(await download.path(), "utf8");
  expect(csv.split("\r\n")).toHaveLength(52);
  expect(csv).toMatch(/^\ufeff"Verdict","Cause","Time \(UTC\)","Resource","Company","Answer","TransactionId"\r\n"wrong","Signed with Finnish time \(09:00:00\), sent as UTC \(06:00:00\)","2026-07-14 06:00:00.000","customerlist.nv","0112038-9",/);
  for (const key of Object.values(keys)) expect(csv).not.toContain(key);
});

test("it stops when told, and closes", async ({ create }) => {
  await openTable(create, { count: 8000, wrong: 2 });
  await section(create).getByRole("button", { name: "Stop" }).click();
  await expect(status(create)).toContainText(/Stopped\. [\d,]+ requests were read\./);
  await section(create).getByRole("button", { name: "Close" }).click();
  await expect(section(create)).toBeHidden();
});

/** The site with a line more at the end of its worker's script. @param {string} line @param {(address: string) => Promise<unknown>} look */
async function withWorker(line, look) {
  const folder = copyOfSite();
  spoil(folder, assetWith(folder, /^requests-worker-\w+\.js$/, "readTorn"), (script) => `${script};{ ${line} }`);
  const host = await serve(folder);
  await look(host.url);
  host.close();
  rmSync(folder, { recursive: true });
}

test("a file that cannot be read to its end is not said to be checked", ({ create }) => withWorker(
  'const slice = Blob.prototype.slice; let n = 0; Blob.prototype.slice = function (...range) { if (n++ > 2) throw new Error("the disk is gone"); return slice.apply(this, range); };',
  async (address) => {
    create.address = address;
    await openTable(create, { count: 20_000 }); // more than one range
    await expect(status(create)).toHaveText("The file could not be read to the end: the disk is gone", checked);
  }));

/** Lets the table's workers end at the next call of a name. @param {CreatePage} create @param {string} name */
const endAt = ({ page }, name) => Promise.all(page.workers().slice(1).map((worker) => worker.evaluate((name) => {
  const hear = self.onmessage;
  self.onmessage = (event) => (event.data.name === name ? self.close() : hear?.call(self, event));
}, name)));

for (const name of ["verify", "causes"]) test(`workers that end at ${name}: the table says so, and goes on when told`, async ({ create, page }) => {
  await page.clock.install();
  await openTable(create, { count: 100, wrong: 10 }, { keys: false });
  await expect(section(create)).toContainText("100 of 100: no keys");
  await endAt(create, name);
  await section(create).getByLabel("Customer key", { exact: true }).fill(keys.customer);
  await section(create).getByLabel("Partner key", { exact: true }).fill(keys.partner);
  await section(create).getByRole("button", { name: "Check with these keys" }).click();
  await expect(section(create).locator("progress")).toBeVisible();
  await page.clock.runFor(150_000);
  await expect(status(create)).toContainText("The check broke off before all requests were checked: the calculator has stopped and is being restarted.");
  await expect(section(create).locator("progress")).toBeHidden();
  await create.field("speaks").selectOption("sv");
  await expect(status(create)).toContainText("Kontrollen avbröts");
  await status(create).getByRole("button", { name: "Fortsätt" }).click();
  await expect(status(create)).toHaveText("Alla anrop är kontrollerade.");
  await expect(section(create)).toContainText("90 av 100: rätt");
  await expect(section(create).locator(".cause")).toContainText(/^Signerad med finsk tid, skickad som UTC\.10 av 100/);
  expect(create.complaints).toEqual([]);
});

test("workers that end while a file is read: the table says so, and reads it again with the keys that were typed", async ({ create, page }) => {
  await page.clock.install();
  await openTable(create, { count: 100 }, { keys: false });
  await expect(section(create)).toContainText("100 of 100: no keys");
  await endAt(create, "read");
  await page.getByRole("button", { name: "Close" }).click();
  await create.field("customerKey").fill(keys.customer);
  await create.field("partnerKey").fill(keys.partner);
  await create.field("file").setInputFiles(test.info().outputPath("network.har"));
  await expect(section(create).locator("progress")).toBeVisible();
  await page.clock.runFor(150_000);
  await expect(status(create)).toContainText("The file could not be read to the end: the calculator has stopped and is being restarted.");
  await status(create).getByRole("button", { name: "Read the file again" }).click();
  await expect(status(create)).toHaveText("All requests are checked.");
  await expect(section(create)).toContainText("100 of 100: right");
  expect(create.complaints).toEqual([]);
});

test("a file without requests to Netvisor says so", async ({ create }) => {
  create.address += "#check";
  await create.openOnly();
  await expect(create.page.locator("main")).toHaveAttribute("data-state", "ready");
  await create.field("file").setInputFiles({ name: "other.log", mimeType: "text/plain", buffer: Buffer.from("nothing of interest here\n".repeat(100_000)) });
  await expect(section(create)).toContainText("contains no request to Netvisor");
});

// What a verdict says beside right and wrong: refused all the same, the old algorithm, no keys, a case file, nothing found.

import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { clipboardOf, expect, officialExample, officialMAC, test } from "../page.js";

/** @import { CreatePage } from "../page.js" */

const { request, keys } = officialExample;
/** @param {CreatePage} create */
const verdict = (create) => create.page.locator("#verdict");
/** @param {CreatePage} create @param {string} state */
const expectState = (create, state) => expect(verdict(create)).toHaveAttribute("data-state", state, { timeout: 30_000 });
/** @param {string} code @param {string} message */
const answer = (code, message) => `<Root><ResponseStatus><Status>FAILED</Status><Status>${code} :: ${message}</Status></ResponseStatus></Root>`;

/** @param {Record<string, string>} values */
const macOf = ({ url, sender, customerId, timestamp, language, organisationId, transactionId, timestampUnix }) => createHmac("sha256", `${keys.customer}&${keys.partner}`)
  .update([url, sender, customerId, timestamp, language, organisationId, transactionId, timestampUnix, keys.customer, keys.partner].join("&"), "latin1").digest("hex");
const legacyMAC = createHash("sha256").update([request.url, request.sender, request.customerId, request.timestamp, request.language, request.organisationId, request.transactionId, keys.customer, keys.partner].join("&")).digest("hex");
const lines = `X-Netvisor-Authentication-Sender: ${request.sender}
X-Netvisor-Authentication-CustomerId: ${request.customerId}
X-Netvisor-Authentication-PartnerId: ${request.partnerId}
X-Netvisor-Authentication-Timestamp: ${request.timestamp}
X-Netvisor-Authentication-TimestampUnix: ${request.timestampUnix}
X-Netvisor-Interface-Language: ${request.language}
X-Netvisor-Organisation-ID: ${request.organisationId}
X-Netvisor-Authentication-TransactionId: ${request.transactionId}
X-Netvisor-Authentication-MACHashCalculationAlgorithm: HMACSHA256`;

/** Fills the form in Check. @param {CreatePage} create @param {Record<string, string>} changes */
async function check(create, changes = {}) {
  await create.page.goto(`${create.address}#check`);
  await expect(create.page.locator("main")).toHaveAttribute("data-state", "ready");
  for (const [name, value] of Object.entries({ ...request, sent: officialMAC, customerKey: keys.customer, partnerKey: keys.partner, ...changes })) {
    if (name === "algorithm") await create.field(name).selectOption(value);
    else await create.field(name).fill(value);
  }
}

for (const [name, text, reasons] of /** @type {const} */ ([
  ["a wrong key", answer("AUTHENTICATION_FAILED", "Integraatioavaimet eivät kelpaa"), ["keys", "partner"]],
  ["an unknown partner", answer("AUTHENTICATION_FAILED", "Integraatiokumppania ei löydy"), ["partner", "keys"]],
  ["a used transaction id", answer("REQUEST_NOT_UNIQUE", "Pyynnön yksilöivä tunnus on jo käytetty"), ["transaction"]],
  ["a missing right", answer("SERVICE_ACCESS_ERROR", "No access"), ["rights"]],
])) {
  test(`a right MAC and ${name} are one answer`, async ({ create, page }) => {
    await check(create);
    await expectState(create, "ok");
    await create.field("pasted").fill(text);
    await expectState(create, "refused");
    await expect(verdict(create).locator("ol > li")).toHaveCount(reasons.length);
    for (const [i, reason] of reasons.entries()) await expect(verdict(create).locator("ol > li").nth(i)).toHaveAttribute("data-id", reason);
    await expect(page.locator(".answered:visible")).toHaveCount(0);
    await expect(verdict(create).locator(".said")).toContainText(text.split(/ :: |<\/Status>/)[2]);
    await create.button("Undo").click();
    await expectState(create, "ok");
  });
}

test("an answer that came before its request is the request's", async ({ create }) => {
  await create.open();
  await create.field("pasted").fill(answer("AUTHENTICATION_FAILED", "x"));
  await expect(create.page.locator("#pasted-about .answered")).toBeVisible();
  await create.field("pasted").fill(`GET ${request.url} HTTP/1.1\n${lines}\nX-Netvisor-Authentication-MAC: ${officialMAC}`);
  await expect(create.field("sent")).toHaveValue(officialMAC);
  await create.enter("customerKey", keys.customer);
  await create.enter("partnerKey", keys.partner);
  await expectState(create, "refused");
});

test("an answer is no answer to another request, and is seen in Create, too", async ({ create, page }) => {
  await check(create);
  await expectState(create, "ok");
  await create.field("pasted").fill(answer("REQUEST_NOT_UNIQUE", "x"));
  await expectState(create, "refused");
  await page.getByRole("link", { name: "Create" }).click();
  await expect(page.locator("#pasted-about .answered")).toBeVisible();
  await page.getByRole("link", { name: "Check" }).click();
  await create.enter("transactionId", "another");
  await create.enter("sent", macOf({ ...request, transactionId: "another" }));
  await expectState(create, "ok");
});

test("an answer about the data says nothing against a right MAC", async ({ create }) => {
  await check(create);
  await create.field("pasted").fill(answer("INVALID_DATA", "x"));
  await expect(create.page.locator("#pasted-about .answered")).toBeVisible();
  await expectState(create, "ok");
});

test("what is right with SHA256 shows what changes with HMACSHA256, in the strings and in the program", async ({ create, page }) => {
  await create.openExample();
  await create.field("algorithm").selectOption("SHA256");
  await expect(create.mac).not.toHaveText(officialMAC);
  const right = (await create.mac.textContent()) ?? "";
  await page.goto(`${create.address}#check&code=php`);
  await create.field("sent").fill(right);
  await expectState(create, "legacy");
  await expect(verdict(create).locator("#right-mac")).toHaveText(officialMAC);
  await expect(verdict(create).locator("[data-field=timestampUnix] .right")).toContainText("1683147600");
  await expect(page.locator("#code ins").filter({ hasText: "hash_hmac" }).first()).toBeVisible();
  await expect(page.locator("#code del").first()).toBeVisible();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("#copy-code").click();
  await expect.poll(() => clipboardOf(page)).toContain("HMACSHA256");
});

test("what the old algorithm says late is of no other request", async ({ create, page }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any[]} */ ...rest) {
      const send = () => post.call(this, message, .../** @type {[any]} */ (rest));
      if (message.name === "check" && message.args[0].request.mac === "") setTimeout(() => { send(); document.documentElement.dataset.late = ""; }, 700);
      else send();
    };
  });
  await check(create, { algorithm: "SHA256", sent: legacyMAC });
  await create.field("algorithm").selectOption("HMACSHA256");
  await create.enter("sent", officialMAC);
  await expectState(create, "ok");
  const states = await verdict(create).evaluateHandle((element) => {
    /** @type {(string | undefined)[]} */
    const seen = [];
    new MutationObserver(() => { seen.push(element.dataset.state); }).observe(element, { childList: true });
    return seen;
  });
  await expect(page.locator("html")).toHaveAttribute("data-late");
  await create.enter("sent", "0".repeat(64)); // is asked after it, and answered after it
  await expectState(create, "searching");
  expect(await states.jsonValue()).toEqual(["searching"]);
});

test("a value that HMACSHA256 cannot sign is told where its MAC would stand", async ({ create }) => {
  const sender = "5 €";
  await create.openExample();
  await create.field("algorithm").selectOption("SHA256");
  await create.enter("sender", sender);
  await expect(create.mac).toHaveText(/^[0-9a-f]{64}$/);
  await expect(create.mac).not.toHaveText(officialMAC);
  const right = await create.mac.innerText();
  await create.page.getByRole("link", { name: "Check" }).click();
  await create.enter("sent", right);
  await expectState(create, "legacy");
  await expect(verdict(create).locator(".refused")).toContainText("ISO-8859-1");
});

test("the tab says a verdict in Check alone", async ({ create, page }) => {
  await check(create);
  await expect(page).toHaveTitle(/^✓ /);
  await page.getByRole("link", { name: "Create" }).click();
  await expect(page).toHaveTitle(/^Netvisor MAC/);
  await page.locator("#speaks").selectOption("fi");
  await expect(page.locator("html")).toHaveAttribute("lang", "fi");
  await expect(page).toHaveTitle(/^Netvisor MAC/);
  await page.getByRole("link", { name: "Tarkista" }).click();
  await expect(page).toHaveTitle(/^✓ /);
});

test("without the keys a mail to the customer is copied, and their case file is a verdict", async ({ create, page }) => {
  await check(create, { timestamp: "2023-05-04 00:00:00.000", customerKey: "", partnerKey: "" });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copy = create.button("Copy a request to your customer");
  await copy.click();
  await expect(verdict(create).getByRole("button", { name: "copied" })).toBeVisible();
  const mail = await clipboardOf(page);
  const link = /\S+#check\?\S+/.exec(mail)?.[0] ?? "";
  expect(mail).toContain("Save a case file");

  // The customer, who has the keys.
  await page.goto("about:blank");
  await page.goto(link);
  await expect(create.page.locator("main")).toHaveAttribute("data-state", "ready");
  await expect(create.field("timestamp")).toHaveValue("2023-05-04 00:00:00.000");
  await create.enter("customerKey", keys.customer);
  await create.enter("partnerKey", keys.partner);
  await expectState(create, "wrong");
  const [download] = await Promise.all([page.waitForEvent("download"), create.button("Save a case file").click()]);
  const file = readFileSync(await download.path(), "utf8");
  for (const key of Object.values(keys)) expect(mail + file).not.toContain(key);

  // Support again.
  await page.goto("about:blank");
  await page.goto(`${create.address}`);
  await expect(create.page.locator("main")).toHaveAttribute("data-state", "ready");
  await create.field("pasted").fill(file);
  await expectState(create, "case");
  await expect(verdict(create)).toContainText("not computed here");
  await expect(verdict(create).locator(".headline")).toContainText("Signed with 12:00:00, 12 hrs later than the timestamp that was sent (00:00:00).");
  await expect(verdict(create).locator(".fix")).toContainText("Where: the program that signs");
  await create.button("Copy a note for a ticket").click();
  await expect(create.field("note-text")).toHaveValue(/Signed with 12:00:00[\s\S]*32 characters, lower-case hex digits/);
  const [again] = await Promise.all([page.waitForEvent("download"), create.button("Save a case file").click()]);
  expect(JSON.parse(readFileSync(await again.path(), "utf8")).keys, "whose keys the report is of").toEqual(JSON.parse(file).keys);
  await create.enter("customerKey", keys.customer);
  await expectState(create, "case");
  await create.enter("partnerKey", keys.partner);
  await expectState(create, "wrong");
});

test("the frame's mail leads to the whole page, and a file on a disk offers none", async ({ create, page, site, disk }) => {
  const pasted = `GET ${request.url} HTTP/1.1\n${lines}\nX-Netvisor-Authentication-MAC: ${officialMAC}`;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${site}embed.html#lang=fi`);
  await create.field("pasted").fill(pasted);
  await expectState(create, "keyless");
  await page.locator("#mail").click();
  await expect(page.locator("#mail")).toHaveText("kopioitu");
  await page.goto(/http\S+#check\?\S+/.exec(await clipboardOf(page))?.[0] ?? "");
  await expect(page).toHaveURL(`${site}index.html?lang=fi#check`);
  await expect(create.field("sent")).toHaveValue(officialMAC);
  await page.goto(`${disk}netvisor-mac.html`);
  await create.field("pasted").fill(pasted);
  await expectState(create, "keyless");
  await expect(page.locator("#mail")).toHaveCount(0);
});

test("nothing found: the stages while it searches, and then what to do about each cause that is left", async ({ create, page }) => {
  test.setTimeout(240_000);
  await check(create, { sent: "0".repeat(64) });
  await expect(page.locator("#search-about")).toHaveText(/^Stage \d of 9: .+ [\d,]+ of [\d,]+ MACs tried, about .+ left\.$/, { timeout: 60_000 });
  await expect(page).toHaveTitle(/^\(\d+%\) Netvisor MAC/);
  await expect(verdict(create)).toHaveAttribute("data-state", "none", { timeout: 200_000 });
  await expect(page).toHaveTitle(/^✗ Netvisor MAC/);
  await expect(verdict(create).locator("[data-id=value]")).toContainText("123456");
  await expect(verdict(create).locator("details li")).toHaveCount(9);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await create.button("Copy a report without values").click();
  await expect(verdict(create).getByRole("button", { name: "copied" })).toBeVisible();
  const report = await clipboardOf(page);
  expect(report).toContain("sender: 10 characters, ASCII");
  for (const value of [request.sender, request.customerId, request.url, ...Object.values(keys)]) expect(report).not.toContain(value);
  const [download] = await Promise.all([page.waitForEvent("download"), verdict(create).getByRole("button", { name: "Save a case file" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^netvisor-case/);
  await create.button("Paste the code that signs").click();
  await expect(create.field("pasted")).toBeFocused();
});

// The paste box: text, files, drops, undo, links and case files; by mouse and by keyboard.

import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { clipboardOf, expect, officialExample, officialMAC, test } from "../page.js";

/** @import { CreatePage } from "../page.js" */

const { keys } = officialExample;

/** A paste of the Go package's tests. @param {string} name */
const sample = (name) => readFileSync(new URL(`../../../mac/paste/testdata/${name}.paste`, import.meta.url));

/** @param {CreatePage} create @param {string} [fragment] */
async function open(create, fragment = "#check") {
  create.address += fragment;
  await create.openOnly();
  await expect(create.page.locator("main")).toHaveAttribute("data-state", "ready");
}

/** @param {CreatePage} create */
const about = (create) => create.field("pasted-about");

/** @param {CreatePage} create @param {"request" | "keys"} what */
const slot = (create, what) => create.page.locator(`[data-slot="${what}"]`);

/** Puts a text on the clipboard and pastes it into the box with the keyboard. @param {CreatePage} create @param {string} text */
async function pasteKeys(create, text) {
  await create.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await create.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await create.field("pasted").focus();
  await create.page.keyboard.press("Control+A");
  await create.page.keyboard.press("Control+V");
}

/** Drops a file on the page. @param {CreatePage} create @param {string} name @param {Buffer} content */
async function drop(create, name, content) {
  const transfer = await create.page.evaluateHandle(([name, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(bytes)], name));
    return data;
  }, /** @type {const} */ ([name, [...content]]));
  await create.page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await expect(create.field("paste")).toHaveAttribute("data-dragging");
  await create.page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** The official example as a curl command, with its keys in comments. */
const curl = `# customerKey=${keys.customer}\n# partnerKey=${keys.partner}\n${sample("curl-bash-single")}`;

test("a pasted command fills the form at once, and each value shows where it stands", async ({ create }) => {
  await open(create);
  await pasteKeys(create, sample("curl-bash-single").toString());
  await expect(about(create)).toContainText("Read as a curl command for bash.");
  await expect(slot(create, "keys")).toHaveText("○ Keys: paste or drop your settings");
  await expect(slot(create, "request")).toHaveText("✓ Request: 10 values");
  await expect(create.field("transactionId")).toHaveValue("123456");
  await expect(create.field("sent")).toHaveValue(/^[0-9a-f]{64}$/);
  await about(create).getByRole("button", { name: "Transaction id: line" }).press("Enter");
  const selected = await create.field("pasted").evaluate((/** @type {HTMLTextAreaElement} */ box) => box.value.slice(box.selectionStart, box.selectionEnd));
  expect(selected).toBe("123456");
  expect(create.complaints).toEqual([]);
});

test("the official page, pasted whole, is checked to the end", async ({ create }) => {
  await open(create);
  await pasteKeys(create, sample("official-page").toString());
  await expect(create.page.locator("#verdict")).toHaveAttribute("data-state", "unsure"); // the page has two timestamps
  await expect(create.page.locator("#verdict")).toContainText("Timestamp: the text has different values.");
  await expect(create.page.locator("#verdict")).toContainText("The MAC is right, provided that the request was sent as it stands here.");
  await expect(about(create)).toContainText("2 requests were found");
  await expect(about(create)).toContainText("Netvisor has accepted the request");
  await about(create).locator("#which").focus();
  await create.page.keyboard.press("ArrowDown");
  await expect(create.field("algorithm")).toHaveValue("SHA256");
  await expect(create.field("which")).toBeFocused();
});

test("undo brings back form and box, by mouse and by keyboard", async ({ create }) => {
  await open(create);
  await create.enter("sender", "typed before");
  await create.enter("customerKey", "a key that stays");
  await pasteKeys(create, sample("curl-bash-single").toString());
  await expect(create.field("sender")).not.toHaveValue("typed before");
  await expect(create.field("customerKey")).toHaveValue("a key that stays");
  await create.button("Undo").click();
  await expect(create.field("sender")).toHaveValue("typed before");
  await expect(create.field("pasted")).toHaveValue("");
  await expect(create.button("Undo")).toBeHidden();
  await pasteKeys(create, sample("php-array").toString());
  await expect(create.field("transactionId")).not.toHaveValue("");
  await create.field("pasted").focus();
  await create.page.keyboard.press("Tab");
  await create.page.keyboard.press("Tab");
  await expect(create.button("Undo")).toBeFocused();
  await create.page.keyboard.press("Enter");
  await expect(create.field("transactionId")).toHaveValue("");
  await expect(create.field("sender")).toHaveValue("typed before");
});

test("a dropped file is read in its own charset", async ({ create }) => {
  await open(create);
  await drop(create, "headers.txt", sample("headers-utf-16"));
  await expect(about(create)).toContainText("headers.txt");
  await expect(about(create)).toContainText("The text was in UTF-16.");
  await expect(create.field("sender")).not.toHaveValue("");
});

test("a file is opened with the keyboard", async ({ create }) => {
  await open(create);
  const [chooser] = await Promise.all([create.page.waitForEvent("filechooser"), create.button("Open a file").press("Enter")]);
  await chooser.setFiles({ name: "network.har", mimeType: "application/json", buffer: sample("har") });
  await expect(about(create)).toContainText("network.har");
  await expect(create.field("url")).toHaveValue(/netvisor\.fi/);
});

test("typing into the box is one step", async ({ create }) => {
  await open(create);
  await create.field("pasted").pressSequentially("X-Netvisor-Authentication-Sender: One\n", { delay: 5 });
  await expect(create.field("sender")).toHaveValue("One");
  await create.field("pasted").pressSequentially("X-Netvisor-Organisation-ID: 1967543-8\n", { delay: 5 });
  await expect(create.field("organisationId")).toHaveValue("1967543-8");
  await create.button("Undo").click();
  await expect(create.field("sender")).toHaveValue("");
  await expect(create.field("organisationId")).toHaveValue("");
});

test("what is no request leaves the form, and the sentence says what to paste", async ({ create }) => {
  await open(create);
  await create.enter("sender", "typed before");
  await pasteKeys(create, "Good morning, it does not work.");
  await expect(about(create)).toContainText("No request to Netvisor was found in this text");
  await expect(create.field("sender")).toHaveValue("typed before");
  await expect(create.field("pasted")).toHaveValue("Good morning, it does not work.");
});

test("the server's answer is explained and compared, and the request stays", async ({ create }) => {
  await open(create);
  await create.button("Official example").click();
  await pasteKeys(create, sample("answer-echo").toString());
  await expect(about(create).locator(".answered")).toHaveAttribute("data-id", "answer-string-shown");
  await expect(about(create).locator(".differs").first()).toContainText("accounting");
  await expect(about(create).locator(".differs").first()).toContainText("customerlist");
  await expect(create.field("sender")).toHaveValue("ClientName");
  await pasteKeys(create, "REQUEST_NOT_UNIQUE :: Request is not unique");
  await expect(about(create)).toContainText("The transaction id was used before");
  await expect(about(create)).toContainText("The MAC was probably right");
});

test("an algorithm that the form has no option for is kept", async ({ create }) => {
  await open(create);
  await pasteKeys(create, sample("curl-bash-single").toString().replace("HMACSHA256", "MD5"));
  await expect(create.field("algorithm")).toHaveValue("MD5");
});

test("a header that was not sent is told, and a string to sign names no header", async ({ create }) => {
  await open(create);
  await pasteKeys(create, sample("curl-bash-single").toString().replace(/.*MACHashCalculationAlgorithm.*\n/, ""));
  await expect(create.field("algorithm")).toHaveValue("");
  await pasteKeys(create, sample("string-to-sign-nine").toString());
  await expect(create.field("algorithm")).toHaveValue("SHA256");
  await expect(about(create)).toContainText("The text does not name the algorithm; its values are those of SHA256.");
});

test("what is pasted before the module arrives is read when it does", async ({ create, page }) => {
  /** @type {(value?: unknown) => void} */
  let arrive = () => {};
  const arrival = new Promise((resolve) => { arrive = resolve; });
  await page.route("**/*.wasm*", async (route) => { await arrival; await route.continue(); });
  create.address += "#check";
  await create.openOnly();
  await create.field("pasted").fill(sample("curl-bash-single").toString());
  arrive();
  await expect(create.field("transactionId")).toHaveValue("123456");
});

test("a link holds the request and no key, fills the form, and leaves the address", async ({ create, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(create);
  await pasteKeys(create, curl);
  await expect(create.page.locator("#verdict")).not.toHaveAttribute("data-state", "empty");
  await create.enter("partnerId", `typed wrongly ${keys.partner}`);
  await create.button("Copy a link").press("Enter");
  await expect(create.field("note-said")).toContainText("Partner id was left out: it contains a key");
  const link = await clipboardOf(page);
  expect(link).toContain("#check?url=https");
  for (const key of Object.values(keys)) expect(link).not.toContain(key);
  const values = await Promise.all(["url", "sender", "transactionId", "sent"].map((name) => create.field(name).inputValue()));
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  expect(page.url()).toBe(create.address);
  for (const [i, name] of ["url", "sender", "transactionId", "sent"].entries()) await expect(create.field(name)).toHaveValue(values[i]);
  await expect(create.field("customerKey")).toHaveValue("");
});

test("a link that is opened in an open page fills it, too", async ({ create, page }) => {
  await open(create, "");
  await page.evaluate(() => { location.hash = "#check?sender=P%C3%A4iv%C3%A4+Oy&mac=00"; });
  await expect(create.field("sender")).toHaveValue("Päivä Oy");
  await expect(create.field("sent")).toHaveValue("00");
  expect(page.url()).toBe(`${create.address}#check`);
});

/** Saves a case file of what the form holds. @param {CreatePage} create */
async function saveCase(create) {
  const [download] = await Promise.all([create.page.waitForEvent("download"), create.button("Save a case file").press("Enter")]);
  return readFileSync(await download.path());
}

test("a case file carries request, report and fingerprints, and tells whether the keys are the same", async ({ create, page }) => {
  await open(create);
  await create.button("Official example").click();
  await create.enter("timestamp", "2023-05-04 00:00:00.000");
  await expect(page.locator("#verdict")).toHaveAttribute("data-state", "wrong", { timeout: 30_000 });
  const download = page.waitForEvent("download");
  await page.evaluate((key) => { // typed into the wrong field, and saved before it is checked
    const field = /** @type {HTMLInputElement} */ (document.getElementById("partnerId"));
    field.value = key;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    document.getElementById("save-case")?.click();
  }, keys.customer);
  const file = readFileSync(await (await download).path());
  for (const key of Object.values(keys)) expect(file.toString()).not.toContain(key);
  const { netvisorCase, report, request } = JSON.parse(file.toString());
  expect([netvisorCase, report.causes[0][0].id, request.sender]).toEqual([1, "timestamp-offset", "ClientName"]);

  await page.reload();
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  await drop(create, "case.json", file);
  await expect(page.locator("#verdict")).toContainText("Signed with 12:00:00, 12 hrs later than the timestamp that was sent (00:00:00).");
  await expect(create.field("sent")).toHaveValue(officialMAC);
  await expect(create.field("case-keys")).toContainText("enter yours in the form");
  await create.enter("customerKey", keys.customer);
  await expect(create.field("case-keys")).toContainText("✓ Customer key: same key as in the case file. (32 characters, lower-case hex digits)");
  await create.enter("partnerKey", keys.customer);
  await expect(create.field("case-keys")).toContainText("✗ Partner key: not the same key as in the case file. One of you has the wrong one: compare it with the key that Netvisor gave the partner. (31 characters, lower-case hex digits)");
  await create.button("Undo").click();
  await expect(create.field("sent")).toHaveValue("");
});

for (const [name, text, sentence] of [
  ["cut off", '{"netvisorCase": 1, "request": {', "it may have been cut off"],
  ["newer", '{"netvisorCase": 7}', "This case file is of version 7; this page reads version 1."],
]) {
  test(`a case file that is ${name} is refused, and the form stays`, async ({ create }) => {
    await open(create);
    await create.enter("sender", "typed before");
    await pasteKeys(create, text);
    await expect(about(create)).toContainText(sentence);
    await expect(create.field("sender")).toHaveValue("typed before");
  });
}

test("clearing all clears the box", async ({ create }) => {
  await open(create);
  await pasteKeys(create, curl);
  await expect(create.field("customerKey")).toHaveValue(keys.customer);
  await create.button("Clear all").click();
  for (const name of ["pasted", "customerKey", "sender"]) await expect(create.field(name)).toHaveValue("");
  await expect(about(create)).toBeEmpty();
});

test("no link, case file, note, attribute or log holds a key of a paste", async ({ create, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const canaries = { customer: "c0ffee00c0ffee00c0ffee00c0ffee01", partner: "decaf000decaf000decaf000decaf002" };
  const text = curl.replaceAll(keys.customer, canaries.customer).replaceAll(keys.partner, canaries.partner);
  await open(create);
  await pasteKeys(create, text);
  await expect(create.field("customerKey")).toHaveValue(canaries.customer);
  await expect(page.locator("#search-about, .proof").first()).toBeVisible({ timeout: 30_000 });
  if (await create.button("Stop").isVisible()) await create.button("Stop").click();
  const handed = [(await saveCase(create)).toString()];
  for (const name of ["Copy a link", "Copy a note for a ticket"]) {
    if (await create.button(name).isEnabled()) await create.button(name).click();
    handed.push(await clipboardOf(page));
  }
  handed.push(...await page.evaluate(() => [
    ...[...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].map(({ value }) => value)),
    document.documentElement.textContent ?? "", document.title, location.href, JSON.stringify(history.state),
    JSON.stringify(localStorage), JSON.stringify(sessionStorage),
  ]), ...create.complaints, ...create.requests);
  for (const key of Object.values(canaries)) expect(handed.filter((said) => said.includes(key) && said !== text)).toEqual([]);
});

/** The official example as a program that hands the query over apart, signed over the whole address or without the query. @param {string} url @param {string} query */
function apart(url, query) {
  const { request } = officialExample, { customer, partner } = keys;
  const values = [url, request.sender, request.customerId, request.timestamp, request.language, request.organisationId, request.transactionId, request.timestampUnix, customer, partner];
  const mac = createHmac("sha256", `${customer}&${partner}`).update(Buffer.from(values.join("&"), "latin1")).digest("hex");
  const names = { sender: "Authentication-Sender", customerId: "Authentication-CustomerId", timestamp: "Authentication-Timestamp", timestampUnix: "Authentication-TimestampUnix", transactionId: "Authentication-TransactionId", language: "Interface-Language", organisationId: "Organisation-ID", algorithm: "Authentication-MACHashCalculationAlgorithm" };
  const headers = Object.entries(names).map(([name, header]) => `"X-Netvisor-${header}": "${Reflect.get(request, name)}"`);
  return `requests.get("https://isvapi.netvisor.fi/customerlist.nv", params=${query}, headers={${headers.join(", ")}, "X-Netvisor-Authentication-MAC": "${mac}"})`;
}

/** @param {CreatePage} create @param {string} text */
async function checkPaste(create, text) {
  await open(create);
  await create.enter("customerKey", keys.customer);
  await create.enter("partnerKey", keys.partner);
  await pasteKeys(create, text);
}

test("a MAC that was made without the query is not called right", async ({ create }) => {
  await checkPaste(create, apart("https://isvapi.netvisor.fi/customerlist.nv", '{"keyword": "abc"}'));
  await expect(create.page.locator("#verdict")).toHaveAttribute("data-state", "wrong");
  await expect(create.page.locator("#verdict .headline")).toContainText("without its query");
});

test("where a program computes the query, no verdict is told without a word of it", async ({ create }) => {
  await checkPaste(create, apart("https://isvapi.netvisor.fi/customerlist.nv", "query"));
  await expect(create.page.locator("#verdict")).toHaveAttribute("data-state", "unsure");
  await expect(create.page.locator("#verdict .doubts li")).toHaveCount(1);
  await create.enter("url", "https://isvapi.netvisor.fi/customerlist.nv?keyword=abc");
  await expect(create.page.locator("#verdict")).toHaveAttribute("data-state", "wrong");
  await expect(create.page.locator("#verdict .doubts")).toHaveCount(0);
});

test("settings add keys and keep the request, and tell where they are of somebody else", async ({ create }) => {
  await open(create);
  await pasteKeys(create, sample("curl-bash-single").toString());
  await expect(create.field("transactionId")).toHaveValue("123456");
  await create.field("pasted").fill("");
  await pasteKeys(create, `NETVISOR_CUSTOMER_ID=JK_1\nNETVISOR_CUSTOMER_KEY=${keys.customer}\nNETVISOR_PARTNER_KEY=${keys.partner}`);
  await expect(about(create)).toContainText("Both keys were taken from these settings; the request is unchanged.");
  await expect(about(create)).toContainText("Customer id: the settings have JK_1, the request has Integration user identifier.");
  await expect(create.field("customerKey")).toHaveValue(keys.customer);
  await expect(create.field("transactionId")).toHaveValue("123456");
  await create.button("Undo").click();
  await expect(create.field("customerKey")).toHaveValue("");
  expect(create.complaints).toEqual([]);
});

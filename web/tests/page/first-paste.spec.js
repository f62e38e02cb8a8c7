// From the first paste to the verdict: the mode follows what was pasted, two slots say what is there, and Undo goes back.

import { expect, officialExample, officialMAC, test } from "../page.js";

/** @import { CreatePage } from "../page.js" */

const { request, keys } = officialExample;
/** @type {Record<string, string>} */
const names = { sender: "Sender", customerId: "CustomerId", partnerId: "PartnerId", timestamp: "Timestamp", timestampUnix: "TimestampUnix", transactionId: "TransactionId", algorithm: "MACHashCalculationAlgorithm", mac: "MAC" };
/** @param {Record<string, string>} values */
const curl = ({ url, language, organisationId, ...values }) => [`curl '${url}'`, `-H 'X-Netvisor-Interface-Language: ${language}'`, `-H 'X-Netvisor-Organisation-ID: ${organisationId}'`,
  ...Object.entries(values).map(([field, value]) => `-H 'X-Netvisor-Authentication-${names[field]}: ${value}'`)].join(" ");
const settings = `CUSTOMER_KEY=${keys.customer}\nPARTNER_KEY=${keys.partner}\n`;

/** @param {CreatePage} create @param {"request" | "keys"} what */
const slot = (create, what) => create.page.locator(`[data-slot="${what}"]`);
/** @param {CreatePage} create @param {string} mode */
const expectMode = (create, mode) => expect(create.page.locator("html")).toHaveAttribute("data-mode", mode);

test("two pastes, and no click, lead to the verdict", async ({ create, page }) => {
  await create.open();
  await expect(slot(create, "request")).toHaveText("○ Request: paste it here, or fill in the form");
  await expect(slot(create, "keys")).toHaveText("○ Keys: paste or drop your settings");
  await create.field("pasted").fill(curl({ ...request, mac: officialMAC }));
  await expectMode(create, "check");
  await expect(slot(create, "request")).toHaveText("✓ Request: 10 values");
  await create.field("pasted").fill(settings);
  await expect(slot(create, "keys")).toHaveText("✓ Keys: 2 of 2");
  await expect(page.locator("#verdict")).toHaveAttribute("data-state", "ok");
  await create.enter("partnerKey", "");
  await expect(slot(create, "keys")).toHaveText("○ Keys: 1 of 2; missing: Partner key");
  await create.enter("organisationId", "");
  await expect(slot(create, "request")).toHaveText("○ Request: 9 values; missing: Organisation id");
});

test("a request without a MAC gets one, whatever the mode was", async ({ create, page }) => {
  await page.goto(`${create.address}#check`);
  await create.field("pasted").fill(curl(request));
  await expectMode(create, "create");
  await expect(slot(create, "request")).toHaveText("✓ Request: 9 values");
});

test("Undo goes back to the mode, the form and the text", async ({ create }) => {
  await create.open();
  await create.enter("sender", "typed before");
  await create.field("pasted").fill(curl({ ...request, mac: officialMAC }));
  await expectMode(create, "check");
  await create.button("Undo").click();
  await expectMode(create, "create");
  await expect(create.field("sender")).toHaveValue("typed before");
  await expect(create.field("pasted")).toHaveValue("");
});

for (const [example, headline] of Object.entries({
  timezone: "Signed with Finnish time (20:05:09), sent as UTC (17:05:09).",
  utf8: "UTF-8",
  query: "without its query",
  swapped: "swapped",
  plain: "SHA-256",
  two: "✗ 1.",
})) {
  test(`a broken example: ${example}`, async ({ create, page }) => {
    await create.open();
    await create.enter("sender", "typed before");
    await create.field("broken").selectOption(example);
    await expectMode(create, "check");
    await expect(page.locator("#verdict .headline").first()).toContainText(headline);
    await expect(page.locator("#verdict .headline")).toHaveCount(example === "two" ? 2 : 1);
    await expect(page.locator("#verdict .headline").first()).toBeInViewport();
    await expect(create.field("broken")).toHaveValue("");
    await create.button("Undo").click();
    await expectMode(create, "create");
    await expect(create.field("sender")).toHaveValue("typed before");
  });
}

test("what was cleared can be had back, but for the keys", async ({ create }) => {
  await create.openExample();
  await create.field("pasted").fill(settings);
  await expect(slot(create, "keys")).toHaveText("✓ Keys: 2 of 2");
  await create.button("Clear all").click();
  await expect(create.field("sender")).toHaveValue("");
  await create.button("Undo").click();
  await expect(create.field("sender")).toHaveValue(request.sender);
  for (const name of ["customerKey", "partnerKey", "pasted"]) await expect(create.field(name)).toHaveValue("");
  await expect(create.button("Undo")).toBeHidden();
});

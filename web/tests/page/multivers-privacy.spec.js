// Secrets that are planted everywhere, and looked for everywhere.

import { expect, test } from "../guide.js";

const token = "CanaryT0kenWithFortyLettersAndDigitsAaBb";
const refreshToken = "Ca1!CanaryRefreshTokenThatIsLongEnoughToBeTrueXyZ012";
const password = "CanaryPassw0rdOfTheDatabase";
const machineKey = "CA9A00112233445566778899AABBCCDDEEFF";
const oldToken = "CanaryOldTokenOfTheFileThatIsReplaced999";
const poolPassword = "CanaryOfThePoolsOwnAccount", errorPassword = "CanaryInAnErrorsConnection";
const secrets = [token, refreshToken, password, machineKey, oldToken, poolPassword, errorPassword];

const file = `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <connectionStrings><add name="A" connectionString="Data Source=.;User Id=api;Password=${password};" /></connectionStrings>
  <appSettings>
    <!-- <add key="Zenvoices.SecretToken" value="${oldToken}" /> -->
    <add key=”Zenvoices.SecretToken” value=”${oldToken}“/>
    <add key="copy" value="${token}" />
  </appSettings>
  <system.web><machineKey validationKey="${machineKey}" decryptionKey="${machineKey}" /></system.web>
  <system.webServer><modules /></system.webServer>
</configuration>
`;

test("no secret is in the document, a request, the address, a store, the record or the state", async ({ guide, page, context }) => {
  test.slow();
  await guide.open("binding", "token", "refresh", "config", "server", "verification", "zenvoices", "record");
  await page.waitForLoadState("networkidle");
  const loaded = guide.requests.length;
  await guide.field("token").fill(token);
  await guide.field("refresh-token").fill(refreshToken);
  await guide.field("header").fill("X-Secret");
  await guide.field("url").fill("https://203.0.113.7:4430/API/");
  await guide.field("output").fill(`APPPOOL "a" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)\n<processModel identityType="SpecificUser" userName="CONTOSO\\svc" password="${poolPassword}" />`);
  await guide.field("error").fill(`HTTP Error 500.0\nData Source=.;User ID=api;Password=${errorPassword};`);
  for (const field of ["output", "error"]) await expect(guide.field(field)).toHaveValue(/●{8}/);
  await guide.openConfig(Buffer.from(file));
  await expect(guide.verdict).toContainText("The corrected file next to it has no errors");
  await guide.download("save-mended");
  await guide.download("save-test");
  await guide.download("save-restored");
  await guide.findings("config").getByRole("button").first().click();
  const state = String(await guide.download("save-state"));
  const record = String(await guide.download("save-record"));
  const found = await page.evaluate(async () => ({
    fields: [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("textarea, input:not([type=password])"))].map(({ value }) => value),
    markup: document.documentElement.outerHTML,
    text: document.documentElement.textContent,
    page: [document.title, location.href, JSON.stringify(history.state), document.cookie, window.name],
    stored: [Object.entries(localStorage), Object.entries(sessionStorage), await indexedDB.databases()],
  }));
  const masks = (found.markup.match(/●{8}/g) ?? []).length;
  expect(masks, "secrets that are masked").toBeGreaterThan(8);
  for (const secret of secrets) {
    for (const [where, text] of Object.entries({ ...found, state, record, requests: guide.requests, complaints: guide.complaints })) {
      expect(JSON.stringify(text).includes(secret), `${secret} in ${where}`).toBe(false);
    }
  }
  expect(found.stored).toEqual([[], [], []]);
  expect(await context.cookies()).toEqual([]);
  expect(guide.requests.slice(loaded)).toEqual([]);
  expect(guide.complaints).toEqual([]);
});

test("secrets are shown on demand alone", async ({ guide, page }) => {
  await guide.open("token", "config", "record");
  await guide.field("token").fill(token);
  await guide.openConfig(Buffer.from(file));
  const view = guide.field("config-view");
  await expect(view).not.toContainText(token);
  await guide.field("show-secrets").click();
  await expect(view).toContainText(token);
  await expect(view).toContainText(password);
  await guide.field("show-secrets").click();
  await expect(view).not.toContainText(password);
  await expect(guide.field("token")).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show Secret token" }).click();
  await expect(guide.field("token")).toHaveAttribute("type", "text");
});

test("the record has the tokens if that is ticked alone", async ({ guide }) => {
  await guide.open("token", "record");
  await guide.field("token").fill(token);
  const record = guide.field("record");
  await expect(record).toContainText("not in this record; fingerprint");
  await guide.field("record-secrets").check();
  await expect(record).toContainText(token);
  await guide.field("record-secrets").uncheck();
  await expect(record).not.toContainText(token);
  await guide.field("record-language").selectOption("nl");
  await expect(record).toContainText("niet in dit document; vingerafdruk");
});

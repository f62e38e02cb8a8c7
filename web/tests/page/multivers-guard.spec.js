// What of somebody else's state, and of what commands print, does not reach a command, a file or the screen.

import { expect, refreshToken, test, token } from "../guide.js";

test("a state with values of another form gives no command, and says so", async ({ guide, page }) => {
  await guide.open("binding", "server", "verification");
  const state = { multiversInstallation: 1, values: { "binding-port": "1@evil.example", site: "a'; calc", folder: "\\\\evil\\share", header: "X-Zenvoices-Token" }, ticks: [{ toString: 1 }, 3], sums: {}, made: { toString: 1 } };
  await guide.field("state-file").setInputFiles({ name: "state.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(state)) });
  await expect(guide.field("keeping-said")).toContainText("A port is a number from 1 to 65535");
  await expect(guide.field("keeping-said")).toContainText("No site of IIS can have this name");
  await expect(guide.field("binding-port")).toHaveValue("1@evil.example");
  for (const id of ["call-plain", "call-token", "list-bindings", "list-modules", "backup", "unblock", "hash"]) {
    await expect(guide.field(`command-${id}`)).not.toContainText("evil");
    await expect(page.locator(`[data-copy=command-${id}]`)).toBeDisabled();
  }
  expect(guide.complaints).toEqual([]);
});

test("passwords in what a command or an error printed are masked where they were pasted", async ({ guide }) => {
  await guide.open("binding", "verification");
  await guide.field("output").fill('APPPOOL "a" (MgdMode:Integrated)\n  <processModel userName="CONTOSO\\svc" password="hunter2!" />\nPwd: hunter3!');
  await expect(guide.field("output")).toHaveValue(/password="●●●●●●●●" \/>\nPwd: ●●●●●●●●$/);
  await expect(guide.field("output")).toHaveValue(/userName="CONTOSO\\svc"/);
  await guide.field("error").fill("HTTP Error 500.19\nData Source=.;Password=hunter4!;");
  await expect(guide.field("error")).toHaveValue(/Password=●●●●●●●●/);
});

for (const written of [token, ` ${token} `, token.toUpperCase(), `${token.slice(0, 20)} ${token.slice(20)}`, `${token.slice(0, 12)}x${token.slice(13)}`, "Pa55word: OtherSecretOfTheServer12345"]) {
  test(`a state and a record without secrets have none in any value: ${written.length} characters, ${written.trim() === token ? "exact" : "changed"} ${written.slice(-3)}`, async ({ guide }) => {
    await guide.open("token", "refresh", "record");
    await guide.field("token").fill(token);
    await guide.field("refresh-token").fill(refreshToken);
    await guide.field("record-remarks").fill(written);
    await guide.field("record-customer").fill(`a ${written} b`);
    const [state, record] = [String(await guide.download("save-state")), String(await guide.download("save-record"))];
    const secret = written.includes("Other") ? "OtherSecretOfTheServer12345" : token;
    for (const text of [state, record]) {
      for (let at = 0; at + 8 <= secret.length; at++) expect(text.toLowerCase()).not.toContain(secret.slice(at, at + 8).toLowerCase());
    }
    expect(record).toContain("fingerprint");
  });
}

test("a token that stands in the remarks alone is no part of a state or a record", async ({ guide }) => {
  await guide.open("record");
  await guide.field("record-remarks").fill(`see ${token}`);
  for (const text of [String(await guide.download("save-state")), String(await guide.download("save-record"))]) expect(text).not.toContain(token.slice(0, 8));
});

test("shown secrets of the file are hidden when the window is left", async ({ guide, page }) => {
  await guide.open("config", "token");
  await guide.openConfig(Buffer.from('<configuration><appSettings><add key="SmtpPwd" value="hunter2!"/><add key="Feed" value="https://u:hunter3!@host/\u202e"/></appSettings></configuration>'));
  const view = guide.field("config-view");
  await expect(view).toContainText("SmtpPwd");
  await expect(view).not.toContainText("hunter");
  await expect(view).toContainText("[U+202E]");
  await guide.field("show-secrets").click();
  await expect(view).toContainText("hunter2!");
  await page.evaluate(() => dispatchEvent(new Event("blur")));
  await expect(view).not.toContainText("hunter");
  await guide.field("token").fill(token);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(guide.field("token")).toHaveValue("");
  await expect(view).not.toBeVisible();
});

// The whole guide, from the empty page to the printed record, by keyboard alone.

import { config, content, expect, refreshToken, sum, test } from "../guide.js";

test("the guide is walked by keyboard, with a web.config that has neither line", async ({ guide, page }) => {
  test.slow();
  await page.addInitScript(() => { globalThis.print = () => { document.title = "printed"; }; });
  await guide.open();
  const plain = config("plain.config");

  await guide.type("#multivers-version", "10.10");
  await guide.type("#webapi-version", "2.2.1.1");
  await guide.press("#other-use", "ArrowDown");
  await guide.type("#wan", "203.0.113.7");
  await guide.press("#tick-server-there", "Space");
  await guide.press("#tick-wan-port", "Space");
  await guide.expectState("requirements", "done");

  await guide.press("#step-certificates > summary", "Enter");
  for (const tick of ["webapi-installed", "database-made", "ssl-installed", "pfx-installed", "rights-given"]) await guide.press(`#tick-${tick}`, "Space");
  await guide.expectState("certificates", "done");

  await guide.press("#step-binding > summary", "Enter");
  await guide.type("#site", "Multivers WebAPI");
  await expect(guide.field("command-list-bindings")).toHaveText("Get-WebBinding -Name 'Multivers WebAPI'");
  await guide.type("#output", 'SITE "Multivers WebAPI" (id:2,bindings:http/*:80:,https/*:4430:,state:Started)');
  await expect(guide.findings("binding")).toContainText("The site still has an http binding");
  await guide.expectState("binding", "wrong");
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText('SITE "Multivers WebAPI" (id:2,bindings:https/*:4430:,state:Started)');
  await guide.expectState("binding", "done");

  await guide.press("#step-token > summary", "Enter");
  await guide.press("#make-token", "Enter");
  await guide.expectState("token", "done");
  await expect(guide.field("token")).toHaveValue(/^\w{40}$/);
  const token = await guide.field("token").inputValue();
  expect(token).toMatch(/^[A-Za-z0-9]{40}$/);

  await guide.press("#step-refresh > summary", "Enter");
  await expect(guide.step("refresh")).toContainText("Make it before the module goes in.");
  await guide.type("#refresh-token", refreshToken);
  await guide.expectState("refresh", "done");

  await guide.press("#step-config > summary", "Enter");
  const choosing = page.waitForEvent("filechooser"); // what follows asks the page, so it has been told before Enter
  await guide.press("#open-config", "Enter");
  await (await choosing).setFiles({ name: "web.config", mimeType: "text/xml", buffer: plain });
  await expect(guide.verdict).toContainText("2 errors in this file");
  await guide.expectState("config", "wrong");
  await guide.tabTo("#save-mended");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const mended = await content(download);
  expect(String(mended)).toBe(String(plain)
    .replace("  </appSettings>", `    <add key="Zenvoices.SecretToken" value="${token}" />\n  </appSettings>`)
    .replace("    </modules>", '      <add name="ZenvoicesSecurityTokenHttpModule" type="Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule, ZenvoicesSecurityTokenHttpModule" />\n    </modules>'));
  await guide.expectState("config", "done");

  await guide.press("#step-server > summary", "Enter");
  await guide.press("#tick-backup-made", "Space");
  await guide.press("#tick-dll-placed", "Space");
  await guide.type("#server-sum", sum(mended).toUpperCase());
  await expect(guide.findings("server")).toContainText("The server has the right web.config, byte for byte.");
  await guide.expectState("server", "done");

  await guide.press("#step-verification > summary", "Enter");
  await guide.type("#error", "HTTP Error 403.14 - Forbidden");
  await expect(guide.findings("error")).toContainText("It does not show that the module works.");
  await guide.expectState("verification", "wrong");
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("403 Forbidden");
  await guide.press("#tick-seen-403", "Space");
  await guide.expectState("verification", "done");

  await guide.press("#step-zenvoices > summary", "Enter");
  await guide.type("#url", "https://203.0.113.7:4430/API/");
  await guide.press("#test-result", "ArrowDown");
  await guide.type("#administrations", "3");
  await guide.expectState("zenvoices", "done");

  await guide.press("#step-record > summary", "Enter");
  await guide.type("#record-customer", "Bakker & Zn");
  await guide.press("#print-record", "Enter");
  await expect(page).toHaveTitle("printed");
  await guide.press("#tick-record-given", "Space");
  await guide.expectState("record", "done");
  await expect(page.locator("#overview [data-state=done]")).toHaveCount(10);

  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("body").innerText();
  for (const text of ["Installation record", "Bakker & Zn", "10.10", "203.0.113.7", sum(plain), sum(mended), "fingerprint ", "403 in the browser (date)", "yes, "]) expect(printed).toContain(text);
  for (const text of [token, refreshToken, "Keep your work", "Requirements"]) expect(printed).not.toContain(text);
  expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("a step can be entered by its address, and without the ones before it", async ({ guide, page }) => {
  await page.goto(`${guide.address}#step-verification`);
  await expect(guide.step("verification")).toHaveAttribute("open", "");
  await expect(guide.step("requirements")).not.toHaveAttribute("open");
  await guide.field("error").fill("0x800700c1");
  await expect(guide.findings("error")).toContainText("a 32-bit DLL in a 64-bit application pool");
});

test("what is wrong is told in the step where it was entered", async ({ guide }) => {
  await guide.open("zenvoices", "refresh", "token");
  await guide.field("multivers-version").fill("10.8");
  await expect(guide.findings("requirements")).toContainText("This version of Multivers is too old");
  await guide.field("url").fill("https://192.168.1.4:4430/API/");
  await expect(guide.findings("zenvoices")).toContainText("cannot be reached from the internet");
  await guide.field("token").fill("short");
  await expect(guide.findings("token")).toContainText("shorter than 32 characters");
  await guide.field("refresh-token").fill("abcd");
  await expect(guide.findings("refresh")).toContainText("probably gives it");
  for (const step of ["requirements", "zenvoices", "token"]) await guide.expectState(step, "wrong");
  await guide.expectState("refresh", "todo");
  await guide.field("tick-refresh-compared").check();
  await guide.expectState("refresh", "done");
});

test("the commands carry what was entered, quoted for PowerShell, and say what they lack", async ({ guide, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await guide.open("certificates", "binding", "server", "verification", "token");
  await expect(guide.field("command-call-token")).toHaveText("Fill in the header's name above.");
  await expect(page.locator("[data-copy=command-call-token]")).toBeDisabled();
  await guide.field("folder").fill("D:\\O'Neill’s\\Server\\");
  await expect(guide.field("command-unblock")).toHaveText("Unblock-File -LiteralPath 'D:\\O''Neill’’s\\Server\\Bin\\ZenvoicesSecurityTokenHttpModule.dll'");
  await guide.field("binding-port").fill("4431");
  await expect(guide.field("command-call-plain")).toHaveText("curl.exe -k -i 'https://localhost:4431/API/AdministrationNVL.json'");
  await guide.field("header").fill("X Secret:");
  await expect(guide.findings("header")).toContainText("This is not the name of a header.");
  await guide.field("header").fill("X-Secret");
  await expect(guide.field("command-line-key")).toHaveText("Make or enter a token of letters A to Z and digits in step Secret token.");
  await guide.field("make-token").click();
  const call = "$token = Read-Host -AsSecureString 'token'; 'X-Secret: ' + (New-Object Net.NetworkCredential '', $token).Password | curl.exe -k -i -H '@-' 'https://localhost:4431/API/AdministrationNVL.json'";
  await expect(guide.field("command-call-token")).toHaveText(call);
  await expect(guide.field("token")).toHaveValue(/^\w{40}$/);
  const token = await guide.field("token").inputValue();
  const copied = async (/** @type {string} */ id) => {
    await page.locator(`[data-copy=${id}]`).click();
    await expect(page.locator(`[data-copy=${id}]`)).toHaveText("copied");
    return guide.clipboard();
  };
  expect(await copied("command-call-token")).toBe(call);
  expect(await copied("command-line-key")).toBe(`<add key="Zenvoices.SecretToken" value="${token}" />`);
  expect(await copied("command-line-module")).toBe('<add name="ZenvoicesSecurityTokenHttpModule" type="Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule, ZenvoicesSecurityTokenHttpModule" />');
});

test("a masked line that is selected is copied with its token", async ({ guide, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError")); });
  await guide.open("token");
  await guide.field("make-token").click();
  await expect(guide.field("command-line-key")).toContainText("●●●●●●●●");
  await page.locator("[data-copy=command-line-key]").click();
  await page.keyboard.press("Control+C");
  expect(await guide.clipboard()).toBe(`<add key="Zenvoices.SecretToken" value="${await guide.field("token").inputValue()}" />`);
});

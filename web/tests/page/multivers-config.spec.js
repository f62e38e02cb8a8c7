// web.config in the page: opened, dropped, pasted, mended, tested and restored.

import { config, expect, sum, test, token } from "../guide.js";
import { pressDuring } from "../press.js";

/** The guide's two lines verbatim, behind a byte-order mark and with CR LF. */
const guides = Buffer.from("\ufeff" + String(config("guide-verbatim.config")).replaceAll("\n", "\r\n"));

test("the guide's own lines are found, marked and mended, byte for byte", async ({ guide, page }) => {
  await guide.open("config");
  await guide.field("token").evaluate((field, value) => { /** @type {HTMLInputElement} */ (field).value = value; }, token);
  await guide.openConfig(guides);
  await expect(guide.verdict).toContainText(/errors? in this file/);
  await expect(guide.findings("config").first()).toContainText("There is a typographic quotation mark where XML needs a straight one");
  const marks = page.locator("#config-view .old mark[data-kind=error]");
  await expect(marks.first()).toHaveText("”");
  await expect(page.locator("#config-view .new mark[data-kind=ok]").first()).toHaveText('"');
  await guide.findings("config").first().getByRole("button").nth(1).click();
  await expect(page.locator("#config-view .row:focus .old code")).toContainText("ZenvoicesSecurityTokenHttpModule");
  const mended = await guide.download("save-mended");
  expect(mended).toEqual(Buffer.from(String(guides).replace("randomkey", token).replace(/[“”]/g, '"')));
  await expect(guide.field("config-sums")).toContainText(sum(guides));
  await expect(guide.field("config-sums")).toContainText(sum(mended));
});

test("what is found of the file waits while a button is down, so that nothing moves away from under it", async ({ guide, page }) => {
  await guide.open("config", "token");
  await guide.openConfig(config("plain.config"));
  await expect(guide.verdict).toContainText("To correct the file, a secret token is needed");
  await pressDuring(page.locator("#show-secrets"), { field: guide.field("token"), value: token, shown: page.locator("#config-view") });
  await expect(page.locator("#show-secrets")).toHaveText("Hide secrets");
});

test("UTF-16 is shown as text, and stays UTF-16", async ({ guide, page }) => {
  const file = config("utf-16-le.config");
  await guide.open("config", "token");
  await guide.field("token").fill(token);
  await guide.openConfig(file);
  await expect(page.locator("#config-view")).toContainText("<configuration>");
  expect((await guide.download("save-mended")).subarray(0, 2)).toEqual(file.subarray(0, 2));
});

test("a file is dropped anywhere, and the one before comes back", async ({ guide, page }) => {
  await guide.open();
  const drop = async (/** @type {string} */ name, /** @type {string} */ text) => {
    const data = await page.evaluateHandle(([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    }, [name, text]);
    await page.dispatchEvent("#step-record", "drop", { dataTransfer: data });
  };
  await drop("Web.config", String(config("right.config")));
  await expect(guide.verdict).toContainText("The file is in order");
  await expect(guide.verdict).toContainText("Nothing needs to be corrected.");
  await guide.expectState("config", "done");
  await drop("other.config", String(config("module-missing.config")));
  await expect(guide.verdict).toContainText("One error in this file");
  await guide.field("undo-config").click();
  await expect(guide.field("config-about")).toContainText("Web.config");
  await expect(guide.verdict).toContainText("The file is in order");
});

test("pasted text is checked, warned of, and does not stay in the box", async ({ guide, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await guide.open("config");
  await page.evaluate((text) => navigator.clipboard.writeText(text), String(config("module-missing.config")));
  await guide.field("config-paste").focus();
  await page.keyboard.press("Control+V");
  await expect(guide.field("config-about")).toContainText("A byte order mark, line breaks and the encoding may have been lost");
  await expect(guide.findings("config")).not.toHaveCount(0);
  await expect(guide.field("config-paste")).toHaveValue("");
});

test("without a token the file is checked, and mended once there is one", async ({ guide }) => {
  await guide.open("config");
  await guide.openConfig(config("plain.config"));
  await expect(guide.verdict).toContainText("To correct the file, a secret token is needed");
  await expect(guide.field("save-mended")).toBeDisabled();
  await guide.field("make-token-here").click();
  await expect(guide.verdict).toContainText("Places that change: 2.");
  await expect(guide.field("token")).toHaveValue(/^[A-Za-z0-9]{40}$/);
});

test("the token of a file that has a good one is taken over", async ({ guide }) => {
  await guide.open("config");
  await guide.openConfig(config("right.config"));
  await guide.field("take-token").click();
  await expect(guide.field("token")).toHaveValue(String(config("right.config")).match(/SecretToken" value="(\w+)"/)?.[1] ?? "");
  await expect(guide.field("take-token")).toBeHidden();
  await expect(guide.page.locator("#findings-config [data-id=token-equal]")).toHaveCount(1);
});

test("a file that cannot be mended is refused with the place and the reason, and stays", async ({ guide }) => {
  await guide.open("config");
  for (const [name, reason] of [["token-less-than.config", "not well-formed XML"], ["sections-twice.config", "A section is there twice"], ["transform.config", "This is a transform"], ["json.config", "not well-formed XML"]]) {
    await guide.openConfig(config(name), name);
    await expect(guide.verdict, name).toContainText("cannot be corrected here and stays as it is");
    await expect(guide.verdict, name).toContainText(reason);
    await expect(guide.field("save-mended")).toBeDisabled();
    await guide.expectState("config", "wrong");
  }
  await guide.field("config-file").setInputFiles({ name: "picture.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 255, 13, 10]) });
  await expect(guide.verdict).toContainText("cannot be corrected here");
});

test("the local test takes the module out, and the file comes back to the byte", async ({ guide }) => {
  await guide.open("config", "verification", "server");
  await expect(guide.field("save-test")).toBeDisabled();
  const before = config("right.config");
  await guide.openConfig(before);
  const without = await guide.download("save-test");
  expect(String(without)).toBe(String(before).replace(/^.*ZenvoicesSecurityTokenHttpModule.*\n/m, ""));
  await expect(guide.findings("test")).toContainText("The module is out");
  await guide.expectState("verification", "wrong");
  await guide.field("server-sum").fill(sum(without));
  await expect(guide.findings("server")).toContainText("The server has the file of the local test");
  const restored = await guide.download("save-restored");
  expect(restored).toEqual(before);
  await expect(guide.findings("test")).toContainText(["The module is out", "byte for byte"]);
  for (const file of [before, without]) await expect(guide.field("test-sums")).toContainText(sum(file));
  await guide.field("tick-restored").check();
  await guide.field("tick-seen-403").check();
  await guide.expectState("verification", "wrong"); // the sum of the test's file was seen on the server, whatever is ticked
  await guide.field("server-sum").fill(sum(before));
  await guide.expectState("verification", "done");
});

test("a long file is shown where something is, and the rest on demand", async ({ guide, page }) => {
  const lines = Array.from({ length: 20000 }, (_, i) => `    <add key="setting.${i}" value="1" />`).join("\n");
  const file = String(config("plain.config")).replace("  <appSettings>", `  <appSettings>\n${lines}`);
  await guide.open("config", "token");
  await guide.field("make-token").click();
  await guide.openConfig(Buffer.from(file));
  await expect(guide.verdict).toContainText("Places that change: 2.");
  expect(await page.locator("#config-view .row").count()).toBeLessThan(60);
  const gap = page.locator("#config-view .gap").first();
  await expect(gap).toContainText("Lines without a finding");
  const rows = await page.locator("#config-view .row").count();
  await gap.getByRole("button").click();
  await expect(page.locator("#config-view .row")).toHaveCount(rows + 100);
});

test("one long line is cut to what is marked in it", async ({ guide, page }) => {
  const file = `<configuration><appSettings>${"<add key='x' value='y'/>".repeat(5000)}<add key=”Zenvoices.SecretToken” value=”randomkey“/></appSettings></configuration>`;
  await guide.open("config", "token");
  await guide.field("make-token").click();
  await guide.openConfig(Buffer.from(file));
  await expect(page.locator("#config-view .old .cut").first()).toContainText("characters left out");
  await expect(page.locator("#config-view .old mark[data-kind=error]").first()).toBeVisible();
  expect((await page.locator("#config-view").innerText()).length).toBeLessThan(8000);
});

test("a file of some MB does not hold up the page", async ({ guide, page }) => {
  test.slow();
  const lines = Array.from({ length: 60000 }, (_, i) => `    <add key=”setting.${i}” value=”some value that is not very long” />`).join("\n");
  await guide.open("config", "token");
  await guide.field("make-token").click();
  await page.evaluate(() => {
    const place = /** @type {any} */ (globalThis);
    place.frames = 0;
    const count = () => { place.frames++; requestAnimationFrame(count); };
    count();
  });
  const began = Date.now();
  await guide.openConfig(Buffer.from(String(config("plain.config")).replace("  <appSettings>", `  <appSettings>\n${lines}`)));
  await expect(guide.verdict).toContainText("The corrected file next to it has no errors", { timeout: 120_000 });
  const frames = await page.evaluate(() => /** @type {any} */ (globalThis).frames);
  expect(frames, "frames that the page drew meanwhile").toBeGreaterThan((Date.now() - began) / 1000);
  await expect(page.locator("#config-view")).toContainText("Further places that change");
  expect(await page.locator("#config-view *").count()).toBeLessThan(8000);
});

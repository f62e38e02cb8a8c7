// A step is done or wrong by what was seen, and what was ticked counts only where nothing was seen.

import { config, expect, refreshToken, sum, test, token } from "../guide.js";

/** @import { GuidePage } from "../guide.js" */

/** @param {GuidePage} guide @param {string[]} ticks */
async function tickAll(guide, ticks) {
  for (const tick of ticks) await guide.field(`tick-${tick}`).check();
}

const certificates = ["webapi-installed", "database-made", "ssl-installed", "pfx-installed", "rights-given"];

test("a good token in the checked file is one, without any that was typed", async ({ guide }) => {
  await guide.open("config");
  await guide.openConfig(config("token-placeholder.config"));
  await guide.expectState("token", "todo");
  await guide.openConfig(config("right.config"));
  await guide.expectState("token", "done");
});

test("the file on the server is the one whose sum was seen, whatever is ticked", async ({ guide }) => {
  await guide.open("token", "config", "server");
  await guide.field("token").fill(token);
  const plain = config("plain.config");
  await guide.openConfig(plain);
  await tickAll(guide, ["backup-made", "dll-placed", "config-placed"]);
  await guide.expectState("server", "done");
  await guide.field("server-sum").fill("no sum");
  await guide.expectState("server", "todo");
  await guide.field("server-sum").fill(sum(plain));
  await guide.expectState("server", "todo");
  await guide.field("server-sum").fill("0".repeat(64));
  await guide.expectState("server", "wrong");
  await guide.expectState("config", "wrong");
  await guide.field("tick-config-placed").uncheck();
  await guide.field("server-sum").fill(await guide.field("config-sums").locator("code").nth(1).innerText());
  await guide.expectState("server", "done");
  await guide.expectState("config", "done"); // not downloaded in this visit, but there
});

test("a file that was right is the one that has to be on the server", async ({ guide }) => {
  await guide.open("config", "server", "record");
  const right = config("right.config");
  await guide.openConfig(right);
  await tickAll(guide, ["backup-made", "dll-placed"]);
  await guide.expectState("server", "todo");
  await expect(guide.field("record-module")).toHaveValue("");
  await guide.field("server-sum").fill(sum(right));
  await guide.expectState("server", "done");
  await expect(guide.field("record-module")).toHaveValue("present");
  await expect(guide.field("record-sum-after")).toHaveValue(sum(right));
});

/** What is pasted, the step that it is of, and what is ticked there. @type {[string, string, string[]][]} */
const errors = [
  ["Keyset does not exist", "certificates", certificates],
  ["Could not load file or assembly 'ZenvoicesSecurityTokenHttpModule'", "server", ["backup-made", "dll-placed", "config-placed"]],
  ["ERR_CONNECTION_REFUSED", "binding", ["https-binding", "http-removed"]],
];

for (const [error, step, ticks] of errors) {
  test(`an error that was seen outdoes the boxes of its step: ${step}`, async ({ guide }) => {
    await guide.open(step, "verification");
    await tickAll(guide, ticks);
    await guide.expectState(step, "done");
    await guide.field("error").fill(error);
    await guide.expectState(step, "wrong");
    await guide.field("error").fill("");
    await guide.expectState(step, "done");
  });
}

test("the answer in Zenvoices tells of both tokens", async ({ guide }) => {
  await guide.open("token", "refresh", "zenvoices");
  await guide.field("token").fill(token);
  await guide.field("refresh-token").fill(refreshToken);
  /** @type {[string, "done" | "wrong", "done" | "wrong"][]} */
  const answers = [["", "done", "done"], ["403", "wrong", "done"], ["400", "done", "wrong"], ["empty", "done", "wrong"], ["list", "done", "done"]];
  for (const [answer, token, refresh] of answers) {
    await guide.field("test-result").selectOption(answer);
    await guide.expectState("token", token);
    await guide.expectState("refresh", refresh);
  }
  await guide.field("refresh-token").fill("");
  await guide.expectState("refresh", "done"); // Zenvoices has one that works
});

test("what commands printed outdoes the boxes, and fills the record", async ({ guide }) => {
  await guide.open("binding", "record");
  await tickAll(guide, ["https-binding", "http-removed"]);
  await guide.field("output").fill("https *:4430: 0\nhttp *:80: 0");
  await guide.expectState("binding", "todo");
  await guide.field("output").fill('SITE "Multivers" (id:2,bindings:https/*:4430:,state:Started)\nAPPPOOL "Multivers" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)\n32-bit:\nMultivers');
  await guide.expectState("binding", "done");
  await expect(guide.findings("binding")).toContainText(["The WebAPI's pool is started, and the module runs in it (v4.0, Integrated, 32-bit).", "The site has https"]);
  await expect(guide.field("record-pool-mode")).toHaveValue("v4.0, Integrated, 32-bit");
});

test("the record has the day on which something was seen, also when it is opened on another", async ({ guide, page }) => {
  await page.clock.setFixedTime(new Date("2026-11-25T12:00:00Z"));
  await guide.open("verification", "record");
  await expect(guide.field("record-date")).toHaveValue("");
  await guide.field("tick-seen-403").check();
  await expect(guide.field("record-date")).toHaveValue("25 November 2026");
  const state = await guide.download("save-state");
  await page.clock.setFixedTime(new Date("2026-12-02T12:00:00Z"));
  await page.reload();
  await guide.field("state-file").setInputFiles({ name: "state.json", mimeType: "application/json", buffer: state });
  await expect(guide.field("record-date")).toHaveValue("25 November 2026");
  await expect(guide.field("record-browser-403")).toHaveValue("yes, 25 November 2026");
  await guide.openStep("record");
  await guide.field("record-language").selectOption("nl");
  await expect(guide.field("record-browser-403")).toHaveValue("ja, 25 november 2026");
});

// The saved state: what is in it, what is not, and what becomes of one that cannot be read.

import { config, expect, refreshToken, sum, test, token } from "../guide.js";

/** @import { GuidePage } from "../guide.js" */

/** @param {GuidePage} guide @param {string | Buffer} text @param {string} [name] */
async function openState(guide, text, name = "state.json") {
  await guide.field("state-file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** @param {GuidePage} guide */
async function fill(guide) {
  await guide.open("token", "refresh", "config", "zenvoices", "record");
  await guide.field("multivers-version").fill("10.8.1");
  await guide.field("tick-server-there").check();
  await guide.field("other-use").selectOption("others");
  await guide.field("token").fill(token);
  await guide.field("refresh-token").fill(refreshToken);
  await guide.field("record-remarks").fill(`Mind the token ${token}.`);
  await guide.openConfig(config("guide-verbatim.config"));
}

test("without secrets, everything else comes back", async ({ guide, page }) => {
  await fill(guide);
  const text = String(await guide.download("save-state"));
  await expect(guide.field("keeping-said")).toHaveText("Saved, without tokens and web.config.");
  for (const secret of [token, refreshToken, "<configuration", "base64"]) expect(text).not.toContain(secret);
  await page.reload();
  await expect(guide.field("token")).toHaveValue("");
  await openState(guide, text);
  await expect(guide.field("keeping-said")).toContainText("It contains no tokens and no web.config");
  await expect(guide.field("multivers-version")).toHaveValue("10.8.1");
  await expect(guide.field("tick-server-there")).toBeChecked();
  await expect(guide.field("other-use")).toHaveValue("others");
  await expect(guide.findings("requirements")).toContainText("Other applications use this API");
  await expect(guide.field("record-remarks")).toHaveValue("Mind the token ●●●●●●●●.");
  await expect(guide.field("record-sum-before")).toHaveValue(sum(config("guide-verbatim.config")));
  await expect(guide.field("token")).toHaveValue("");
});

test("with secrets, tokens and web.config come back to the byte, and what was here before, too", async ({ guide, page }) => {
  await fill(guide);
  await guide.field("keep-secrets").check();
  const text = await guide.download("save-state");
  await expect(guide.field("keeping-said")).toContainText("keep this file like a password");
  await page.reload();
  await guide.field("multivers-version").fill("11");
  await openState(guide, text);
  await expect(guide.field("token")).toHaveValue(token);
  await expect(guide.field("refresh-token")).toHaveValue(refreshToken);
  await expect(guide.field("config-sums")).toContainText(sum(config("guide-verbatim.config")));
  await expect(guide.field("multivers-version")).toHaveValue("10.8.1");
  await guide.field("undo-state").click();
  await expect(guide.field("multivers-version")).toHaveValue("11");
  await expect(guide.field("token")).toHaveValue("");
  await expect(guide.field("config-shown")).toBeHidden();
});

/** @type {[string, string, string][]} */
const refused = [
  ["is cut off", '{"multiversInstallation": 1, "values": {"site": "M', "state.json is not a complete saved state"],
  ["is newer", '{"multiversInstallation": 2}', "state.json was saved by a newer page (version 2; this page reads version 1)"],
  ["is something else", '{"netvisorCase": 1}', "state.json is not a saved state of this page"],
  ["is no JSON", "no state", "state.json is not a saved state of this page"],
  ["has a web.config that is none", '{"multiversInstallation": 1, "secrets": {}, "config": {"name": "web.config", "base64": "%"}}', "state.json is not a complete saved state"],
];

for (const [what, text, sentence] of refused) {
  test(`a state that ${what} is refused, and nothing is lost`, async ({ guide }) => {
    await guide.open();
    await guide.field("multivers-version").fill("10.9");
    await openState(guide, text);
    await expect(guide.field("keeping-said")).toContainText(sentence);
    await expect(guide.field("keeping-said")).toContainText("Nothing was changed here");
    await expect(guide.field("multivers-version")).toHaveValue("10.9");
  });
}

for (const encoding of /** @type {const} */ (["utf8", "utf16le"])) {
  test(`a web.config chosen as a state is opened as what it is, in ${encoding}`, async ({ guide }) => {
    await guide.open();
    await guide.field("state-file").setInputFiles({ name: "web.config", mimeType: "", buffer: Buffer.from("\ufeff<configuration/>", encoding) });
    await expect(guide.findings("config").first()).toContainText("The module is missing");
  });
}

test("what a state holds beside what it should is left out", async ({ guide }) => {
  await guide.open();
  await openState(guide, JSON.stringify({ multiversInstallation: 1, made: "2026-11-25T10:00:00Z", values: { site: "A", __proto__: "x", unknown: "y", port: 7 }, ticks: ["wan-port", 3, "none"], secrets: { token: 5 } }));
  await expect(guide.field("keeping-said")).toContainText("Opened. It was saved");
  await expect(guide.field("site")).toHaveValue("A");
  await expect(guide.field("port")).toHaveValue("4430");
  await expect(guide.field("tick-wan-port")).toBeChecked();
  expect(guide.complaints).toEqual([]);
});

// The guide as its readers walk it: in Dutch, with a mouse, from nothing to the printed record, and back from a saved state.

import { config, expect, refreshToken, sum, test } from "../guide.js";

/** @import { GuidePage } from "../guide.js" */

test.use({ locale: "nl-NL" });

const output = ['SITE "Default Web Site" (id:1,bindings:http/*:80:,state:Started)', 'SITE "Multivers" (id:2,bindings:https/*:4430:,state:Started)', 'APP "Multivers/" (applicationPool:Multivers)',
  'APPPOOL "DefaultAppPool" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)', 'APPPOOL ".NET v4.5 Classic" (MgdVersion:v4.0,MgdMode:Classic,state:Started)', 'APPPOOL "Multivers" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)',
  "32-bit:", "Multivers", "", "SSL-certificaatbindingen:", "    IP:poort                     : 0.0.0.0:4430"].join("\r\n");

/** Each step, by its name in the list: what is done in it. @type {[string, (guide: GuidePage) => Promise<unknown>][]} */
const walk = [
  ["Installatie-eisen", async (guide) => {
    for (const [id, text] of [["multivers-version", "10.8.1"], ["webapi-version", "2.2.1.1"], ["wan", "multivers.bakker.nl"], ["allowed-addresses", "203.0.113.1\n203.0.113.2"]]) await guide.field(id).fill(text);
    await guide.field("other-use").selectOption({ label: "nee, het wordt een nieuwe installatie" });
    await guide.field("proxy-use").selectOption({ label: "nee" });
    for (const tick of ["server-there", "wan-port", "logins"]) await guide.field(`tick-${tick}`).check();
  }],
  ["WebAPI en certificaten", async (guide) => {
    await guide.field("pool-name").fill("Multivers");
    for (const tick of ["webapi-installed", "database-made", "ssl-installed", "pfx-installed", "rights-given"]) await guide.field(`tick-${tick}`).check();
  }],
  ["https-binding", async (guide) => {
    await guide.field("site").fill("Multivers");
    await guide.field("output").fill(output);
  }],
  ["Secret token", (guide) => guide.field("make-token").click()],
  ["Refresh token", (guide) => guide.field("refresh-token").fill(refreshToken)],
  ["web.config", async (guide) => {
    await guide.field("config-file").setInputFiles({ name: "web.config", mimeType: "text/xml", buffer: config("guide-verbatim.config") });
    await expect(guide.verdict).toContainText("Het verbeterde bestand ernaast heeft geen fouten.");
    await expect(guide.findings("config").first()).toContainText("Er staat een typografisch aanhalingsteken");
    mended = await guide.download("save-mended");
  }],
  ["DLL en het bestand op de server", async (guide) => {
    for (const tick of ["backup-made", "dll-placed"]) await guide.field(`tick-${tick}`).check();
    await guide.field("server-sum").fill(`Hash : ${sum(mended).toUpperCase()}`);
    await expect(guide.findings("server")).toContainText("Op de server staat de juiste web.config, tot op de byte.");
  }],
  ["Controle", async (guide) => {
    await guide.field("error").fill("Je verbinding is niet privé\nNET::ERR_CERT_AUTHORITY_INVALID");
    await expect(guide.findings("error")).toContainText("volgens verwachting");
    await guide.field("tick-seen-403").check();
  }],
  ["Zenvoices", async (guide) => {
    await expect(guide.field("url")).toHaveValue("https://multivers.bakker.nl:4430/API/");
    await guide.field("test-result").selectOption({ label: "een lijst met administraties" });
    await guide.field("administrations").fill("3");
  }],
  ["Installatie documenteren", async (guide) => {
    await guide.field("record-customer").fill("Bakker & Zn");
    await guide.field("print-record").click();
    await expect(guide.page).toHaveTitle("printed");
    await guide.field("tick-record-given").check();
  }],
];

/** @type {Buffer} */
let mended = Buffer.alloc(0);

/** What the list of steps says. @param {GuidePage} guide */
const states = (guide) => guide.page.locator("#overview .state").allTextContents();

/** The record but for its salt, which is of the visit. @param {GuidePage} guide */
const recordOf = async (guide) => (await guide.field("record").innerText()).replace(/vingerafdruk .*|(?<=salt )\w+/g, "");

test("the guide in Dutch, from nothing to the printed record, and back from the saved state", async ({ guide, page }) => {
  test.slow();
  await page.addInitScript(() => { globalThis.print = () => { document.title = "printed"; }; });
  await guide.open();
  expect(await states(guide)).toEqual(walk.map(() => "te doen"));
  for (const [i, [name, act]] of walk.entries()) {
    await page.locator("#overview").getByRole("link", { name }).click();
    await act(guide);
    await expect.poll(() => states(guide), name).toEqual(walk.map((_, at) => (at <= i ? "klaar" : "te doen")));
  }
  const record = await recordOf(guide);
  const today = await page.evaluate(() => new Date().toLocaleDateString("nl-NL", { dateStyle: "long" })); // where the browser is, it may be tomorrow already
  for (const text of ["Bakker & Zn", "10.8.1", "https *:4430:", "v4.0, Integrated, 32-bit", "multivers.bakker.nl", "203.0.113.1; 203.0.113.2", `ja, ${today}`, "aanwezig", sum(config("guide-verbatim.config")), sum(mended)]) expect(record).toContain(text);
  expect(guide.complaints).toEqual([]);

  const lean = await guide.download("save-state");
  await expect(guide.field("keeping-said")).toHaveText("Opgeslagen, zonder tokens en web.config.");
  await guide.field("keep-secrets").check();
  const whole = await guide.download("save-state");
  for (const [state, differ] of /** @type {[Buffer, string[]][]} */ ([[whole, []], [lean, ["Secret token"]]])) {
    await page.reload();
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
    await guide.field("state-file").setInputFiles({ name: "tussenstand.json", mimeType: "application/json", buffer: state });
    await expect(guide.field("keeping-said")).toContainText("Geopend. De tussenstand is van");
    await expect.poll(() => states(guide)).toEqual(walk.map(([name]) => (differ.includes(name) ? "te doen" : "klaar")));
    await guide.openStep("record");
    if (state === whole) await expect.poll(() => recordOf(guide)).toBe(record);
    else await expect(guide.field("record")).toContainText(sum(mended));
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("body").innerText()).toContain("Installatiedocument: Zenvoices en Exact Multivers lokaal");
  for (const secret of [refreshToken, String(mended).match(/SecretToken" value="(\w+)"/)?.[1] ?? ""]) expect(await page.content()).not.toContain(secret);
});

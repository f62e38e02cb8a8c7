// What the installation guide says, and where the page says it: in Dutch, as its readers have it.

import { expect, refreshToken, test, token } from "../guide.js";

/** Each thing that the guide says, in short, with the step it stands in ("" for the head of the page) and what the page says there. @type {[string, string, RegExp][]} */
const guide = [
  ["the WebAPI is installed on a server of the customer, in IIS, and talked to over the internet", "requirements", /software van Exact die in IIS op een server van de klant draait; Zenvoices wisselt er via het internet/],
  ["how the link is secured, and what is exchanged", "", /Hoe de koppeling beveiligd is en welke gegevens/],
  ["contact by chat, mail and telephone", "", /chat van Zenvoices, support@zenvoices\.com of \+31 \(0\)85 3038853/],
  ["requirement 1: Multivers 10.8.1", "requirements", /Multivers 10\.8\.1 of hoger/],
  ["requirement 2: a server", "requirements", /een server waarop Multivers WebAPI geïnstalleerd kan worden/],
  ["requirement 3: a WAN TCP port for a range of addresses", "requirements", /zet de WAN TCP-poort open voor deze IP-adressen/],
  ["requirement 4: access by TeamViewer or AnyDesk", "requirements", /toegang tot de server, via TeamViewer, AnyDesk/],
  ["requirement 5: an API that is there already, used by others", "requirements", /Is de Multivers API al geïnstalleerd\?.*andere applicaties gebruiken hem/s],
  ["needed: WAN address", "requirements", /WAN-IP of hostnaam/],
  ["needed: forwarded port", "requirements", /Doorgestuurde poort/],
  ["needed: version of Multivers", "requirements", /Multivers-versie/],
  ["needed: login with full rights, login of Zenvoices", "requirements", /Multivers-login met volledige rechten, en een login van Zenvoices/],
  ["installation 1: download, compatible, at least 2.2.1.1", "requirements", /Multivers WebAPI 2\.2\.1\.1 of hoger die daarmee compatibel is/],
  ["installation 1: from the customer portal", "certificates", /gedownload uit het klantportaal van Exact/],
  ["installation 2: chapter 2, without 2.6", "certificates", /hoofdstuk 2, waarvan stap 2\.6 overgeslagen kan worden/],
  ["installation 2: the database by hand", "certificates", /WEBAPI-database is handmatig aangemaakt in SQL Server/],
  ["installation 3: a certificate, of Zenvoices if there is none", "certificates", /een klant die er geen heeft, kan er een krijgen van support van Zenvoices/],
  ["installation 3: how to install a certificate", "certificates", /dubbelklik op de server op het \.pfx-bestand, kies Lokale computer/],
  ["installation 4: the https binding, in IIS Manager", "binding", /In IIS-beheer: Sites, de site van de WebAPI, Bindingen, Toevoegen; kies https en poort 4430/],
  ["installation 5: the http binding goes", "binding", /Kies daarna de http-binding en Verwijderen/],
  ["installation 6: the key, at least 32 letters and digits", "token", /Minstens 32 tekens, alleen letters en cijfers/],
  ["installation 6: under appSettings", "token", /Onder appSettings/],
  ["installation 7: download the generator, change the address", "refresh", /Download de refresh token generator uit stap 7 van de handleiding, open hem op de server en wijzig het serveradres/],
  ["installation 7: yes to the warning, login with full rights", "refresh", /klik op Ja bij de waarschuwing over het certificaat en log in met een Multivers-gebruiker met volledige rechten/],
  ["installation 7: no window", "refresh", /Verschijnt er geen venster met het token\?.*via API help een actie uit/s],
  ["installation 8: download the DLL, put it in Bin", "server", /download ZenvoicesSecurityTokenHttpModule\.dll uit stap 8 van de handleiding, plaats hem in Bin/],
  ["installation 9: the module's line", "token", /Onder modules van system\.webServer/],
  ["installation 10: 403 in a browser", "verification", /moet met 403 antwoorden/],
  ["Zenvoices 1: where to click", "zenvoices", /Beheer \/ Omgeving \/ Boekhoudsystemen, Nieuw boekhoudsysteem koppelen, kies Exact Multivers/],
  ["Zenvoices 2: API url, secret token, refresh token", "zenvoices", /API url.*Secret token.*OAuth refresh token/s],
  ["Zenvoices 3: the list of administrations, 403, 400, others", "zenvoices", /een lijst met administraties.*fout 403.*fout 400.*fout 401.*fout 404.*fout 502 of 504.*fout 503/s],
  ["document the installation, give it to the administrator", "record", /Voor de systeembeheerder van de klant/],
  ["known problem: ExistingSiteCombo", "certificates", /ExistingSiteCombo/],
  ["known problem: 0x800700c1", "verification", /0x800700c1 wijst op x86 tegenover x64.*ontgrendel ze op serverniveau en verwijder ze daarna bij de site/s],
  ["known problem: private signing key", "certificates", /private signing key must be set.*\.pfx/s],
  ["known problem: keyset", "certificates", /Keyset does not exist.*Persoonlijke sleutels beheren/s],
  ["question: is 403 right", "verification", /Dat is de module, die het secret token mist/],
  ["question: local test: backup, take the line out, put it back", "verification", /Lokaal testen zonder de module.*zet het bestand meteen daarna terug/s],
  ["question: what the local test shows, and whom to ask", "verification", /De pagina die de handleiding toont, moet verschijnen\. Verschijnt ze niet of niet juist, neem dan contact op met Zenvoices/],
  ["question: a warning of the certificate", "verification", /waarschuwt de browser voor het certificaat\. Dat is volgens verwachting/],
  ["question: updates", "zenvoices", /volgens Exact vooralsnog compatibel met hogere versies/],
];

test("every sentence of the guide has its place", async ({ guide: page }) => {
  await page.open();
  await page.page.locator("#speaks").selectOption("nl");
  await expect(page.step("record").locator("> summary h2")).toHaveText("Installatie documenteren");
  const texts = await page.page.evaluate(() => Object.fromEntries([["", document.querySelector("main")?.textContent ?? ""],
    ...[.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("details[data-step]"))].map(({ dataset, textContent }) => [dataset.step, textContent])]));
  const missing = guide.filter(([, step, said]) => !said.test(texts[step] ?? "")).map(([sentence]) => sentence);
  expect(missing).toEqual([]);
});

test("the error box is reached from everywhere, and leads to the step that mends it", async ({ guide: page }) => {
  await page.open("requirements");
  await page.page.locator("#to-error").click();
  await expect(page.field("error")).toBeFocused();
  await page.page.keyboard.insertText("The access token's private signing key must be set");
  await page.findings("error").getByRole("button").click();
  await expect(page.step("certificates")).toHaveAttribute("open", "");
  await expect(page.step("certificates").locator("> summary")).toBeFocused();
});

test("the API address is made of WAN host and port, and a private one is told", async ({ guide: page }) => {
  await page.open("requirements", "zenvoices");
  await page.field("wan").fill("multivers.klant.nl");
  await page.field("port").fill("8443");
  await expect(page.field("url")).toHaveValue("https://multivers.klant.nl:8443/API/");
  await page.field("url").fill("https://anders.nl:4430/API/");
  await page.field("wan").fill("192.168.1.10");
  await expect(page.findings("requirements")).toContainText("cannot be reached from the internet");
  await expect(page.field("url")).toHaveValue("https://anders.nl:4430/API/");
});

test("commands for what is clicked take values of their form alone", async ({ guide: page }) => {
  await page.open("certificates", "binding");
  await page.field("site").fill("Multivers WebAPI");
  await page.field("thumbprint").fill("a1 b2".repeat(10));
  await page.field("pool-name").fill("Multivers");
  await expect(page.field("command-new-binding")).toContainText("New-WebBinding -Name 'Multivers WebAPI' -Protocol https -Port 4430");
  await expect(page.field("command-new-binding")).toContainText(`AddSslCertificate('${"a1b2".repeat(10)}', 'My')`);
  await expect(page.field("command-remove-binding")).toHaveText("Remove-WebBinding -Name 'Multivers WebAPI' -Protocol http");
  await expect(page.field("command-grant-key")).toContainText("/grant 'IIS AppPool\\Multivers:R'");
  for (const [field, odd, command] of [["thumbprint", "x'; del c:", "new-binding"], ["pool-name", "a'$(b)", "grant-key"], ["pool-name", "a\"b", "grant-key"], ["thumbprint", "a1b2", "grant-key"]]) {
    await page.field(field).fill(odd);
    await expect(page.field(`command-${command}`)).toHaveAttribute("data-lacking", "");
  }
});

test("the record says what was seen, and goes to Word as a table", async ({ guide: page }) => {
  await page.page.addInitScript(() => {
    navigator.clipboard.write = async ([item]) => { /** @type {any} */ (globalThis).copied = await Promise.all(["text/html", "text/plain"].map(async (type) => (await item.getType(type)).text())); };
  });
  await page.open("token", "record");
  await expect(page.field("record-binding")).toHaveValue("");
  await page.field("token").fill(token);
  await page.openStep("refresh");
  await page.field("refresh-token").fill(refreshToken);
  await page.field("record-customer").fill("Bakkerij <Jansen> & zn");
  await expect(page.field("record")).toContainText("Bakkerij <Jansen> & zn");
  await page.field("copy-rich").click();
  await expect(page.field("copy-rich")).toHaveText("copied");
  const [html, text] = await page.page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).copied));
  expect(html).toContain("Bakkerij &lt;Jansen&gt; &amp; zn");
  expect(html).toMatch(/<h2[^>]*>Server<\/h2>/);
  expect(text).toContain("Bakkerij <Jansen> & zn");
  for (const secret of [token, refreshToken]) for (const form of [html, text]) expect(form).not.toContain(secret);
});

test("a file is opened at its first change", async ({ guide: page }) => {
  await page.open("config");
  const lines = Array.from({ length: 100 }, (_, i) => `    <add key="k${i}" value="v" />`).join("\n");
  const text = `<configuration>\n  <appSettings>\n${lines}\n    <add key="Zenvoices.SecretToken" value="${token}">\n${lines}\n  </appSettings>\n  <system.webServer>\n    <modules />\n  </system.webServer>\n</configuration>\n`;
  await page.page.locator("#config-file").setInputFiles({ name: "web.config", mimeType: "text/xml", buffer: Buffer.from(text) });
  await expect(page.verdict).toContainText("error");
  const seen = await page.page.locator('#config-view .row[data-changed]').first().evaluate((row) => {
    const view = /** @type {HTMLElement} */ (row.closest("#config-view")).getBoundingClientRect(), { top } = row.getBoundingClientRect();
    return top >= view.top && top < view.top + 200;
  });
  expect(seen).toBe(true);
});

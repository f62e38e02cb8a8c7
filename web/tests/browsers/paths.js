// What a visitor does, step by step, and what the page must say: the same in every browser.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { pathToFileURL } from "node:url";
import { officialExample } from "../../netvisor/example.ts";
import { dist, serve } from "../browser.js";

/** @import { Tab } from "./tab.js" */

const { request, keys, mac: officialMAC } = officialExample;

/** @typedef {{ name: string, walk: (tab: Tab, site: string) => Promise<void> }} Path */

/** @type {Path[]} */
export const paths = [
  {
    name: "the self-test passes",
    async walk(tab, site) {
      await tab.open(`${site}selftest.html`);
      await tab.has("#line", "data-result", /^(passed|failed)$/);
      const { ok, passed, failed, browser } = JSON.parse(await tab.text("#line"));
      assert.equal(ok, true, await tab.text("#failures"));
      assert.equal(failed, 0);
      assert.ok(passed > 200, `${passed} passed`);
      assert.equal(browser, await tab.run(() => navigator.userAgent));
      assert.match(await tab.text("#verdict"), /^✓All \d+ tests passed in this browser/);
    },
  },
  {
    name: "Create gives the official MAC, and copies it",
    async walk(tab, site) {
      await tab.open(site);
      await tab.has("#main", "data-state", /^ready$/);
      await tab.click("#example");
      await tab.reads("#mac", new RegExp(`^${officialMAC}$`));
      assert.ok(await tab.run(macFits), "the MAC stands beside its button");
      await tab.click("#mac-section [data-copy=mac]");
      await tab.reads("#mac-section [data-copy=mac]", /^copied$/);
      await tab.enter("#sender", "");
      await tab.press("Control", "v");
      await tab.reads("#sender", new RegExp(`^${officialMAC}$`));
      await tab.enter("#sender", "Työaika Oy");
      await tab.reads("#mac", new RegExp(`^${officialSum({ sender: "Työaika Oy" })}$`));
    },
  },
  {
    name: "a button that is held down while another says its own word again is clicked",
    async walk(tab, site) {
      await tab.open(`${site}#`);
      await tab.has("#main", "data-state", /^ready$/);
      await tab.click("#example");
      await tab.enter("#sender", "Työaika Oy");
      await tab.reads("#mac", new RegExp(`^${officialSum({ sender: "Työaika Oy" })}$`));
      await tab.click("#mac-section [data-copy=mac]");
      await tab.click("#example", 2000);
      await tab.reads("#mac", new RegExp(`^${officialMAC}$`));
      await tab.reads("#mac-section [data-copy=mac]", /^copy$/);
    },
  },
  {
    name: "Check proves what is wrong, with its workers",
    async walk(tab, site) {
      await openCheck(tab, site);
      await tab.click("#example");
      await tab.has("#verdict", "data-state", /^ok$/);
      const text = signed().replace(`&${request.timestampUnix}`, "");
      await tab.enter("#sent", createHmac("sha256", keys.customer).update(text).digest("hex"));
      await tab.has("#verdict", "data-state", /^searching$/);
      await tab.has("#verdict", "data-state", /^wrong$/);
      await tab.reads("#verdict", /Unix timestamp is missing from the string\.[^]*The HMAC key is only the customer key\./i);
      await tab.enter("#sent", officialMAC);
      await tab.has("#verdict", "data-state", /^ok$/);
    },
  },
  {
    name: "a curl command that is pasted fills the form and is judged",
    async walk(tab, site) {
      await openCheck(tab, site);
      await tab.paste("#pasted", curl({ ...request, timestamp: "2023-05-04 00:00:00.000" }));
      await tab.reads("#customerId", new RegExp(`^${request.customerId}$`));
      await tab.reads("#partnerId", new RegExp(`^${request.partnerId}$`));
      await tab.enter("#customerKey", keys.customer);
      await tab.enter("#partnerKey", keys.partner);
      await tab.has("#verdict", "data-state", /^wrong$/);
      await tab.reads("#verdict", /12 hrs? later than the timestamp that was sent/);
    },
  },
  {
    name: "language and theme are changed, and what was typed stays",
    async walk(tab, site) {
      await tab.open(`${site}?lang=sv#check`);
      await tab.reads("nav [aria-current=page]", /^Kontrollera$/);
      await tab.has("#main", "data-state", /^ready$/);
      await tab.click("#example");
      await tab.enter("#sender", "Työaika Oy");
      await tab.choose("#speaks", "fi");
      await tab.reads("nav [aria-current=page]", /^Tarkista$/);
      await tab.reads("#verdict", /MAC-koodi/);
      assert.match(await tab.run(() => location.href), /[?]lang=fi#check$/);
      await tab.choose("#theme", "light");
      assert.equal(await paper(tab), "rgb(255, 255, 255)");
      await tab.choose("#theme", "dark");
      assert.equal(await paper(tab), "rgb(20, 23, 26)");
      assert.equal(await tab.text("#sender"), "Työaika Oy");
      assert.equal(await tab.text("#sent"), officialMAC);
    },
  },
  {
    name: "a web.config is mended and saved",
    async walk(tab, site) {
      await tab.open(`${site}multivers.html#step-token`);
      await tab.has("#main", "data-state", /^ready$/);
      await tab.click("#make-token");
      const token = await tab.reads("#token", /^[A-Za-z0-9]{40}$/);
      await tab.has("#step-token", "data-state", /^done$/); // what is found of it moves what stands below
      await tab.click("#step-config > summary");
      await tab.paste("#config-paste", '<configuration>\n  <appSettings>\n  </appSettings>\n</configuration>\n');
      await tab.reads("#config-verdict", /2 errors in this file/);
      await tab.click("#save-mended");
      const mended = await tab.saved("web.config");
      assert.ok(mended.includes(`<add key="Zenvoices.SecretToken" value="${token}" />`), mended.replace(token, "TOKEN"));
      assert.match(mended, /<add name="ZenvoicesSecurityTokenHttpModule"/);
    },
  },
  {
    name: "embedded in a page of another origin, it tells the verdict",
    walk: (tab, site) => embed(tab, site.replace("127.0.0.1", "localhost"), site),
  },
  {
    name: "embedded in a page of its own site, shut off from it, it tells the verdict",
    walk: (tab, site) => embed(tab, site, site),
  },
  {
    name: "the single file opens from a disk, gives the official MAC, and searches with its workers",
    async walk(tab) {
      await tab.open(`${pathToFileURL(dist)}netvisor-mac.html`);
      await tab.has("#main", "data-state", /^ready$/);
      await tab.click("#example");
      await tab.reads("#mac", new RegExp(`^${officialMAC}$`));
      await tab.click("[data-mode-link=check]");
      await tab.enter("#sent", createHmac("sha256", keys.customer).update(signed().replace(`&${request.timestampUnix}`, "")).digest("hex"));
      await tab.has("#verdict", "data-state", /^wrong$/);
      await tab.reads("#verdict", /The HMAC key is only the customer key\./);
    },
  },
  {
    name: "after the first visit the host is gone, and Create and Check go on",
    async walk(tab) {
      const host = await serve(dist);
      await tab.open(host.url);
      await tab.has("#main", "data-state", /^ready$/);
      await tab.until("the site is kept", () => navigator.serviceWorker.controller?.state === "activated");
      host.close();
      await tab.open(host.url);
      await tab.has("#main", "data-state", /^ready$/);
      await tab.click("#example");
      await tab.reads("#mac", new RegExp(`^${officialMAC}$`));
      await openCheck(tab, `${host.url}index.html`);
      await tab.click("#example");
      await tab.has("#verdict", "data-state", /^ok$/);
      await tab.enter("#timestamp", "2023-05-04 11:00:00.000");
      await tab.has("#verdict", "data-state", /^wrong$/);
    },
  },
];

/** A page that embeds ours once it has loaded; its title becomes the verdict. */
export const hostPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<netvisor-mac mode="check" example>fallback</netvisor-mac>
<script>
addEventListener("netvisor-mac", ({ detail }) => { document.title = detail.verdict; });
const script = document.createElement("script");
script.src = decodeURIComponent(location.search.slice(1));
document.head.append(script);
</script>`;

/** @param {Tab} tab @param {string} host @param {string} site */
async function embed(tab, host, site) {
  await tab.open(`${host}host.html?${encodeURIComponent(`${site}element.js`)}`);
  await tab.until("the verdict comes", () => document.title === "ok");
  await tab.until("the frame is as high as what it shows", () => Number(document.querySelector("netvisor-mac")?.shadowRoot?.querySelector("iframe")?.height) > 300);
}

/** @param {Tab} tab @param {string} site */
async function openCheck(tab, site) {
  await tab.open(`${site}#check`);
  await tab.has("#main", "data-state", /^ready$/);
}

/** Whether no group of the MAC's digits reaches beyond it. Runs in the page. */
function macFits() {
  const mac = document.querySelector("#mac");
  const right = mac?.getBoundingClientRect().right ?? 0;
  return [...mac?.children ?? []].every((group) => group.getBoundingClientRect().right <= right);
}

/** The colour behind the page. @param {Tab} tab */
const paper = (tab) => tab.run(() => getComputedStyle(document.documentElement).backgroundColor);

/** The string to sign of the official example. @param {{ sender?: string }} [changed] */
function signed({ sender = request.sender } = {}) {
  return [request.url, sender, request.customerId, request.timestamp, request.language, request.organisationId,
    request.transactionId, request.timestampUnix, keys.customer, keys.partner].join("&");
}

/** Its MAC. @param {{ sender?: string }} changed */
function officialSum(changed) {
  return createHmac("sha256", `${keys.customer}&${keys.partner}`).update(signed(changed), "latin1").digest("hex");
}

/** @param {typeof request} sent */
function curl(sent) {
  const headers = Object.entries({
    "Authentication-Sender": sent.sender,
    "Authentication-CustomerId": sent.customerId,
    "Partner-Id": sent.partnerId,
    "Authentication-Timestamp": sent.timestamp,
    "Authentication-TimestampUnix": sent.timestampUnix,
    "Interface-Language": sent.language,
    "Organisation-ID": sent.organisationId,
    "Authentication-TransactionId": sent.transactionId,
    "Authentication-MACHashCalculationAlgorithm": sent.algorithm,
    "Authentication-MAC": officialMAC,
  });
  return [`curl '${sent.url}'`, ...headers.map(([name, value]) => `  -H 'X-Netvisor-${name}: ${value}'`)].join(" \\\n");
}

// The picture of the guide for those who embed: the frame in a page of somebody else's, with a request that was pasted.

import { officialExample, officialMAC } from "../binding.js";

/** @import { Page } from "@playwright/test" */

const { request, keys } = officialExample;
const message = `GET ${request.url}\n` + Object.entries({ "Authentication-Sender": request.sender, "Authentication-CustomerId": request.customerId, "Authentication-PartnerId": request.partnerId,
  "Authentication-Timestamp": "2023-05-04 09:00:00.000", "Authentication-TimestampUnix": request.timestampUnix, "Authentication-TransactionId": request.transactionId, "Interface-Language": request.language,
  "Organisation-ID": request.organisationId, "Authentication-MACHashCalculationAlgorithm": request.algorithm, "Authentication-MAC": officialMAC }).map(([name, value]) => `X-Netvisor-${name}: ${value}\n`).join("");

const host = (/** @type {string} */ site) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Guide</title>
<style>:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif } body { margin: 16px 24px; background: light-dark(#fafafa, #1b1b1d) } h1 { font-size: 22px; margin: 0 } p { margin: 4px 0 16px }</style>
<h1>When a request is refused</h1><p>Paste it here: the tool tells which mistake made its MAC.</p>
<script defer src="${site}element.js"></script><netvisor-mac mode="check"></netvisor-mac>`;

/** What it shows, and how wide this computer's fonts set it. @param {Page} page @param {string} site @param {"light" | "dark"} scheme */
export async function embedPictureOf(page, site, scheme) {
  await page.setViewportSize({ width: 860, height: 1600 }); // what is out of sight is painted later, and coarser
  await page.emulateMedia({ colorScheme: scheme });
  await page.route(`${site}guide.html`, (route) => route.fulfill({ contentType: "text/html", body: host(site) }));
  await page.goto(`${site}guide.html`);
  const frame = page.locator("netvisor-mac iframe"), inside = frame.contentFrame();
  await inside.locator("main[data-state=ready]").waitFor();
  await inside.locator("#pasted").fill(message);
  for (const [field, key] of Object.entries({ customerKey: keys.customer, partnerKey: keys.partner })) await inside.locator(`#${field}`).fill(key);
  await inside.locator("#partnerKey").blur();
  const verdict = inside.locator("#verdict[data-state=wrong]");
  await verdict.waitFor();
  await page.mouse.move(0, 0);
  const { y, height } = /** @type {{ y: number, height: number }} */ (await verdict.boundingBox());
  const png = await page.screenshot({ scale: "css", clip: { x: 0, y: 0, width: 860, height: Math.round(y + height) } });
  const text = (await verdict.innerText()).replace(/\s+/g, " ").trim();
  return { png, text, size: `860 × ${y + height}` };
}

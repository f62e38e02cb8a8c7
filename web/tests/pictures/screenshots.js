// Makes the pictures of the README and of the guide to embedding, and keeps beside them what they show: readme.spec.js compares.

import { chromium as playwright } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, dist, serve } from "../browser.js";
import { embedPictureOf } from "./embed-picture.js";
import { options, pictureOf, schemes } from "./verdict-picture.js";

const server = await serve(dist);
// What is painted anew in parts differs by a shade at the edges of the parts.
const browser = await playwright.launch({ ...chromium, args: [...chromium.args, "--disable-partial-raster"] });
const place = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
for (const [name, make] of Object.entries({ verdict: pictureOf, embed: embedPictureOf })) {
  /** @type {Record<string, { text: string, size: string }>} */
  const shown = {};
  for (const scheme of schemes) {
    const page = await browser.newPage(options);
    const { png, ...about } = await make(page, server.url, scheme);
    writeFileSync(place(`${name}-${scheme}.png`), png);
    shown[scheme] = about;
    await page.close();
  }
  writeFileSync(place(`${name}.json`), JSON.stringify(shown, null, 2) + "\n");
}
await browser.close();
server.close();

// Makes the picture that the README opens with: the official example on the
// Create page. The same page gives the same picture.

import { chromium as playwright } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { chromium, dist, serve } from "./browser.js";
import { CreatePage } from "./page.js";

const server = await serve(dist);
// What is painted anew in parts differs by a shade at the edges of the parts.
const browser = await playwright.launch({ ...chromium, args: [...chromium.args, "--disable-partial-raster"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1, colorScheme: "light", locale: "en-GB", timezoneId: "UTC" });
await page.clock.setFixedTime(new Date("2023-05-04T12:00:00Z"));
await new CreatePage(page, server.url).openExample();
await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
await page.mouse.move(0, 0);
await page.screenshot({ path: fileURLToPath(new URL("screenshot.png", import.meta.url)) });
await browser.close();
server.close();

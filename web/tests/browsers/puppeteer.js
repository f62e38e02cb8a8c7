// Chromium and Firefox, driven by puppeteer-core: Firefox over WebDriver BiDi.

import { existsSync } from "node:fs";
import { launch } from "puppeteer-core";
import { chromium } from "../browser.js";
import { Tab } from "./tab.js";

/** @import { KeyInput, LaunchOptions, Page } from "puppeteer-core" */

/** Firefox asks nobody for anything but the page. */
const quiet = {
  "app.normandy.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
};

/** What Chromium's keys mean: without a screen it does not know by itself. @type {Record<string, string[]>} */
const commands = { a: ["SelectAll"], c: ["Copy"], v: ["Paste"] };

/** @param {string} folder for files that are saved */
export const startChromium = (folder) => start(folder, {
  browser: "chrome",
  downloadBehavior: { policy: "allow", downloadPath: folder },
  ...chromium,
});

/** @param {string} folder for files that are saved */
export const startFirefox = (folder) => start(folder, {
  browser: "firefox",
  executablePath: [process.env.FIREFOX ?? "", "/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync),
  extraPrefsFirefox: { ...quiet, "browser.download.folderList": 2, "browser.download.dir": folder },
});

/** @param {string} folder @param {LaunchOptions} options */
async function start(folder, options) {
  const browser = await launch({ headless: true, defaultViewport: { width: 1280, height: 800 }, ...options });
  const version = await browser.version();
  return {
    version,
    open: async () => new PuppeteerTab(folder, await browser.newPage()),
    close: () => browser.close(),
  };
}

class PuppeteerTab extends Tab {
  /** @param {string} folder @param {Page} page */
  constructor(folder, page) {
    super(folder);
    this.page = page;
  }

  /** @override @param {string} url */
  async open(url) {
    await this.page.goto(url);
  }

  /** @override @type {Tab["run"]} */
  run(fn, ...args) {
    return /** @type {any} */ (this.page.evaluate(/** @type {any} */ (fn), ...args));
  }

  /** @override @param {string} selector @param {number} [held] */
  async click(selector, held = 0) {
    await this.page.click(selector, { delay: held });
  }

  /** @override @param {...string} keys */
  async press(...keys) {
    const { keyboard } = this.page;
    const last = /** @type {KeyInput} */ (keys.pop());
    for (const key of keys) await keyboard.down(/** @type {KeyInput} */ (key));
    await keyboard.press(last, keys.length ? { commands: commands[last] } : {});
    for (const key of keys) await keyboard.up(/** @type {KeyInput} */ (key));
  }

  /** @override @param {string} text */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** @override */
  async close() {
    await this.page.close();
  }
}

// The page about Multivers under test: how it is opened, walked by keyboard, and what it hands out.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
import { expect, test as base } from "./page.js";

/** @import { Download, Fixtures, Locator, Page, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions } from "@playwright/test" */

export { expect };

/** Made up for these tests. */
export const token = "rW0nE5qZ8kJ3vD7yH1sG6bL4cP9mX2tAuQfVzKoI";
export const refreshToken = "x7Qz!fa2_Kd83hs-Lw0qPz91mXc74bTnY6vRgE5jUoI2sAeHk";

/** A file of package multivers' tests. @param {string} name */
export const config = (name) => readFileSync(fileURLToPath(new URL(`../../multivers/testdata/configs/${name}`, import.meta.url)));

/** @param {Uint8Array} bytes */
export const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");

export class GuidePage {
  /** Addresses of all requests. @type {string[]} */
  requests = [];
  /** Messages of the console, errors nobody caught, and violations of the policy. @type {string[]} */
  complaints = [];

  /** @param {Page} page @param {string} address */
  constructor(page, address) {
    this.page = page;
    this.address = `${address}multivers.html`;
    page.on("request", (request) => this.requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
    page.on("console", (message) => this.complaints.push(message.text()));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
  }

  /** @param {...string} steps to open */
  async open(...steps) {
    await this.page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective)));
    await this.page.goto(this.address);
    await expect(this.page.locator("main")).toHaveAttribute("data-state", "ready");
    for (const step of steps) await this.openStep(step);
  }

  /** @param {string} step */
  async openStep(step) {
    const found = this.step(step);
    if (await found.getAttribute("open") === null) await found.locator("> summary").click();
  }

  /** @param {string} id */
  step(id) { return this.page.locator(`#step-${id}`); }

  /** @param {string} id @returns {Locator} */
  field(id) { return this.page.locator(`#${id}`); }

  /** @param {string} list */
  findings(list) { return this.page.locator(`#findings-${list} li`); }

  get verdict() { return this.page.locator("#config-verdict"); }

  /** @param {string} id @param {"todo" | "done" | "wrong"} state */
  async expectState(id, state) {
    await expect(this.step(id)).toHaveAttribute("data-state", state);
    await expect(this.page.locator(`[data-step-link=${id}] .state`)).toHaveText({ todo: "to do", done: "done", wrong: "has errors" }[state]);
  }

  /** @param {Buffer} bytes @param {string} [name] */
  async openConfig(bytes, name = "web.config") {
    await this.page.locator("#config-file").setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
    await expect(this.page.locator("#config-about")).toContainText(name);
    await expect(this.verdict).not.toContainText("Correcting");
  }

  /** What a button downloads. @param {string} id @returns {Promise<Buffer>} */
  async download(id) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.field(id).click()]);
    return content(download);
  }

  /** What is on the clipboard, by pasting it: the page's policy lets no script read it. */
  async clipboard() {
    await this.openStep("requirements");
    await this.field("allowed-addresses").focus();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Control+V");
    return this.field("allowed-addresses").inputValue();
  }

  /** Presses Tab until an element has the focus. @param {string} selector */
  async tabTo(selector) {
    for (let i = 0; i < 150; i++) {
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${selector}`);
  }

  /** @param {string} selector @param {string} text */
  async type(selector, text) {
    await this.tabTo(selector);
    await this.page.keyboard.insertText(text);
  }

  /** @param {string} selector @param {string} key */
  async press(selector, key) {
    await this.tabTo(selector);
    await this.page.keyboard.press(key);
  }
}

/** @param {Download} download */
export async function content(download) {
  return readFileSync(await download.path());
}

/** @type {Fixtures<{ guide: GuidePage }, {}, PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs & PlaywrightWorkerOptions & { site: string }>} */
const fixtures = {
  guide: async ({ page, site }, use) => use(new GuidePage(page, site)),
};

export const test = base.extend(fixtures);

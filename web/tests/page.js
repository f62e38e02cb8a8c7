// The Create page under test: how it is opened, what is read from it, and what
// it asked for and complained about meanwhile.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test as base } from "@playwright/test";
import { officialExample } from "../netvisor/example.ts";
import { dist, serve } from "./browser.js";

/**
 * @import { BrowserContext, Fixtures, Locator, Page, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions } from "@playwright/test"
 * @import { FieldName } from "../api/types/mac.d.ts"
 */

export { expect, officialExample };

export const officialMAC = "86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27";

/** The official example by the ids of the form's fields. @type {Record<string, string>} */
export const officialValues = {
  ...officialExample.request,
  customerKey: officialExample.keys.customer,
  partnerKey: officialExample.keys.partner,
};

/** The files that are a page each, with all that it needs. */
export const singles = ["netvisor-mac.html", "multivers-on-premise.html"];

export class CreatePage {
  /** Addresses of all requests. @type {string[]} */
  requests = [];
  /** Messages of the console, errors nobody caught, and violations of the policy. @type {string[]} */
  complaints = [];

  /** @param {Page} page @param {string} address */
  constructor(page, address) {
    this.page = page;
    this.address = address;
    page.on("request", (request) => this.requests.push(request.url()));
    page.on("console", (message) => this.complaints.push(message.text()));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
  }

  /** Opens the page and does not wait for the module. */
  async openOnly() {
    await this.page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective)));
    await this.page.goto(this.address);
  }

  async open() {
    await this.openOnly();
    await this.ready();
  }

  /** Waits for the module, and for what a page fills in by itself then. */
  async ready() {
    await expect(this.page.locator("main")).toHaveAttribute("data-state", "ready");
    await expect(this.field("transactionId")).not.toHaveValue("");
  }

  async openExample() {
    await this.open();
    await this.field("example").click();
    await expect(this.mac).toHaveText(officialMAC);
  }

  get mac() { return this.page.locator("#mac"); }
  get status() { return this.page.locator("#status"); }
  get dock() { return this.page.locator("#dock"); }
  get headers() { return this.page.locator("#headers > div"); }
  get pieces() { return this.page.locator("#pieces .text"); }
  get addresses() { return this.page.locator("#addresses label"); }

  /** @param {string} name @returns {Locator} */
  field(name) { return this.page.locator(`#${name}`); }

  /** @param {string} name */
  hints(name) { return this.page.locator(`#${name}-hints li`); }

  /** @param {string | RegExp} name */
  button(name) { return this.page.getByRole("button", { name, exact: true }); }

  /** @param {string} what the button copies: "mac" or "headers" */
  copy(what) { return this.page.locator(`main button[data-copy=${what}]`); }

  /** Writes a value and leaves the field. @param {string} name @param {string} value */
  async enter(name, value) {
    await this.field(name).fill(value);
    await this.field(name).blur();
  }
}

/**
 * Of each worker: the addresses of the site, and of a folder that has the single files and nothing else.
 * @type {Fixtures<{ create: CreatePage, keptOffline: boolean, context: BrowserContext }, { site: string, disk: string }, PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs & PlaywrightWorkerOptions>}
 */
const fixtures = {
  site: [async ({}, use) => {
    const server = await serve(dist);
    await use(server.url);
    server.close();
  }, { scope: "worker" }],
  disk: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "single-"));
    for (const name of singles) copyFileSync(join(dist, name), join(folder, name));
    await use(`${pathToFileURL(folder)}/`);
    rmSync(folder, { recursive: true });
  }, { scope: "worker" }],
  keptOffline: [false, { option: true }],
  context: async ({ context, keptOffline }, use) => {
    if (!keptOffline) await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
    await use(context);
  },
  create: async ({ page, site }, use) => use(new CreatePage(page, site)),
};

/** What is on the clipboard: read in a page of its own, since ours let no script read it. @param {Page} page @param {string} [site] where reading is granted */
export async function clipboardOf(page, site = page.url()) {
  const other = await page.context().newPage();
  await other.goto(new URL("/absent", site).href);
  const text = await other.evaluate(() => navigator.clipboard.readText());
  await other.close();
  return text;
}

export const test = base.extend(fixtures);

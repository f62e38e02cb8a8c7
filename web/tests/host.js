// A site of somebody else that embeds ours: under another name of this machine, so from another origin.

import { createServer } from "node:http";
import { test as base } from "./page.js";

/** @import { Fixtures, FrameLocator, Page, PlaywrightTestArgs } from "@playwright/test" */

export class HostSite {
  /** @type {{ html: string, headers: Record<string, string> }} */
  #shown = { html: "", headers: {} };
  #server = createServer((request, response) => {
    response.writeHead(request.url === "/" ? 200 : 204, { "Content-Type": "text/html; charset=utf-8", ...this.#shown.headers });
    response.end(request.url === "/" ? this.#shown.html : "");
  });
  url = "";
  /** Messages of the console, and violations of the policy. @type {string[]} */
  complaints = [];

  /** @param {Page} page @param {string} site the address of ours */
  constructor(page, site) {
    this.page = page;
    this.site = site;
    page.on("console", (message) => this.complaints.push(message.text()));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
  }

  async start() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", () => resolve(null)));
    this.url = `http://localhost:${/** @type {import("node:net").AddressInfo} */ (this.#server.address()).port}/`;
    await this.page.addInitScript(listenAsHost);
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Opens a page with this in its body. @param {string} body @param {Record<string, string>} [headers] */
  async open(body, headers = {}) {
    this.#shown = { html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><body>${body}`, headers };
    await this.page.goto(this.url, { waitUntil: "domcontentloaded" }); // a frame may be held up
  }

  /** Opens a page with the element. @param {string} attributes @param {Record<string, string>} [headers] */
  openElement(attributes, headers) {
    return this.open(`${this.script}<netvisor-mac ${attributes}><a href="${this.site}">fallback</a></netvisor-mac><p>after</p>`, headers);
  }

  get script() { return `<script defer src="${this.site}element.js"></script>`; }

  /** @param {number} [nth] */
  frame(nth = 0) { return this.page.locator("netvisor-mac").nth(nth).locator("iframe"); }

  /** What stands in the frame. @param {number} [nth] */
  inside(nth = 0) { return this.frame(nth).contentFrame(); }

  /** Waits for the module in the frame. @param {number} [nth] */
  async ready(nth = 0) {
    await this.inside(nth).locator("main[data-state=ready]").waitFor();
    return this.inside(nth);
  }

  /** All that the page has received. @returns {Promise<any[]>} */
  messages() { return this.page.evaluate(() => /** @type {any} */ (window).heard.messages); }

  /** The details of the element's events. @returns {Promise<{ verdict: string, mistakes: string[] }[]>} */
  events() { return this.page.evaluate(() => /** @type {any} */ (window).heard.events); }
}

/** Keeps in the host's page all that it receives. */
function listenAsHost() {
  const heard = { messages: /** @type {unknown[]} */ ([]), events: /** @type {unknown[]} */ ([]) };
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => console.error(`policy: ${violatedDirective} ${blockedURI}`));
  if (window !== top) return;
  addEventListener("message", ({ data }) => heard.messages.push(data));
  addEventListener("netvisor-mac", (event) => heard.events.push(/** @type {CustomEvent} */ (event).detail));
  Object.assign(window, { heard });
}

/** @type {Fixtures<{ host: HostSite }, {}, PlaywrightTestArgs, { site: string }>} */
const fixtures = {
  host: async ({ page, site }, use) => {
    const host = new HostSite(page, site);
    await host.start();
    await use(host);
    host.stop();
  },
};

export const test = base.extend(fixtures);

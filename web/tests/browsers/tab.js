// What the paths do with a page, in whatever browser it is open.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How long a page may take for one step, in milliseconds: machines are busy. */
const patience = 120_000;

/** The tab of a browser; what its driver must do is left to its kind. */
export class Tab {
  /** @param {string} folder where the browser saves files */
  constructor(folder) {
    this.folder = folder;
  }

  /** @param {string} url @returns {Promise<void>} when the page has loaded */
  async open(url) { throw new Error(`no driver opens ${url}`); }

  /**
   * What a function gives that runs in the page; it may not use anything from outside.
   * @template T
   * @template {unknown[]} Args
   * @param {(...args: Args) => T} fn
   * @param {Args} args
   * @returns {Promise<Awaited<T>>}
   */
  async run(fn, ...args) { throw new Error(`no driver runs ${fn}(${args})`); }

  /** Clicks with the mouse, and holds it down for some milliseconds. @param {string} selector @param {number} [held] */
  async click(selector, held = 0) { throw new Error(`no driver clicks ${selector} for ${held} ms`); }

  /** Presses keys together, the last one last; "Control" and letters. @param {...string} keys */
  async press(...keys) { throw new Error(`no driver presses ${keys}`); }

  /** Types at the focus, key by key. @param {string} text */
  async type(text) { throw new Error(`no driver types ${text}`); }

  async close() {}

  /** Clicks into a field and replaces what it has. @param {string} selector @param {string} text */
  async enter(selector, text) {
    await this.click(selector);
    await this.press("Control", "a");
    await this.type(text);
  }

  /** Pastes from the browser's own clipboard, into which the text is copied first. @param {string} selector @param {string} text */
  async paste(selector, text) {
    await this.click(selector);
    await this.run((selector, text) => {
      const field = /** @type {HTMLTextAreaElement} */ (document.querySelector(selector));
      field.value = text;
      field.select();
    }, selector, text);
    await this.press("Control", "c");
    await this.run((selector) => { /** @type {HTMLTextAreaElement} */ (document.querySelector(selector)).value = ""; }, selector);
    await this.press("Control", "v");
  }

  /** Chooses of a list, as a user does who gets its events. @param {string} selector @param {string} value */
  async choose(selector, value) {
    await this.run((selector, value) => {
      const list = /** @type {HTMLSelectElement} */ (document.querySelector(selector));
      list.value = value;
      for (const type of ["input", "change"]) list.dispatchEvent(new Event(type, { bubbles: true }));
    }, selector, value);
  }

  /** The text or the value of an element; "" if there is none. @param {string} selector */
  text(selector) {
    return this.run((selector) => {
      const found = document.querySelector(selector);
      return found && "value" in found && !(found instanceof HTMLButtonElement) ? String(found.value) : found?.textContent ?? "";
    }, selector);
  }

  /** Waits for a file that the browser saves, and gives its text. @param {string} name */
  async saved(name) {
    const path = join(this.folder, name);
    const late = Date.now() + patience;
    while (!existsSync(path) || !readFileSync(path).length) {
      if (Date.now() > late) throw new Error(`no file ${name} was saved`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return readFileSync(path, "utf8");
  }

  /** Waits until the text of an element matches, and gives it. @param {string} selector @param {RegExp} want */
  async reads(selector, want) {
    const late = Date.now() + patience;
    for (;;) {
      const got = await this.text(selector);
      if (want.test(got)) return got;
      if (Date.now() > late) throw new Error(`${selector} is ${JSON.stringify(got)}, want ${want}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Waits for an attribute. @param {string} selector @param {string} name @param {RegExp} want */
  async has(selector, name, want) {
    return this.until(`${selector} has ${name} ${want}`, (selector, name, want) =>
      new RegExp(want).test(document.querySelector(selector)?.getAttribute(name) ?? ""), selector, name, want.source);
  }

  /**
   * Waits until a function that runs in the page gives true.
   * @template {unknown[]} Args
   * @param {string} what for the message
   * @param {(...args: Args) => unknown} fn
   * @param {Args} args
   */
  async until(what, fn, ...args) {
    const late = Date.now() + patience;
    while (!await this.run(fn, ...args)) {
      if (Date.now() > late) throw new Error(`waited in vain: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

// A visitor who presses everything, and all the places where a secret could then be found.

import { readFileSync } from "node:fs";

/** @import { Page } from "@playwright/test" */

/** Made up: 32 hex digits as Netvisor's keys have, and letters as Multivers' tokens have. @type {Record<string, string>} */
export const canaries = {
  customerKey: "ca9a5ec0de00112233445566778899a1", partnerKey: "ca9a5ec0de00998877665544332211b2",
  token: "CanaryT0kenWithFortyLettersAndDigitsAaBb", "refresh-token": "Ca1!CanaryRefreshTokenThatIsLongEnoughToBeTrueXyZ012",
};

/** The ways in which a secret may be written: whole, a half of it, its case changed, encoded. @param {string} secret */
function forms(secret) {
  const half = secret.length / 2, bytes = Buffer.from(secret);
  const plain = [secret, secret.slice(0, half), secret.slice(half)];
  return [...plain, ...plain.map((text) => text.toUpperCase()), encodeURIComponent(secret), [...secret].reverse().join(""), bytes.toString("hex"), bytes.toString("base64").replace(/=+$/, "")];
}

const wanted = Object.values(canaries).flatMap(forms);

/** The canaries that a text holds. @param {unknown} where */
export const canariesIn = (where) => wanted.filter((form) => JSON.stringify(where ?? "").includes(JSON.stringify(form).slice(1, -1)));

/** What leaves a page, by the name of the way and what it was pressed for. */
export class Witness {
  /** @type {{ way: string, button: string, text: string }[]} */
  seen = [];
  button = "";

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    page.on("request", (request) => this.awaited("request", request.allHeaders().catch(() => ""), (headers) => [request.method(), request.url(), request.postData(), headers]));
    page.on("console", (message) => this.saw("console", message.text()));
    page.on("pageerror", (error) => this.saw("error", `${error} ${error.stack}`));
    page.on("download", (download) => this.awaited("download", download.path(), (path) => [download.suggestedFilename(), readFileSync(path, "utf8")]));
    page.on("filechooser", () => {});
    page.on("dialog", (dialog) => { this.saw("dialog", dialog.message()); dialog.dismiss(); });
    page.on("popup", (popup) => { this.saw("popup", popup.url()); popup.close(); });
  }

  /** @param {string} way @param {unknown} what @param {string} [button] that was pressed for it */
  saw(way, what, button = this.button) {
    this.seen.push({ way, button, text: JSON.stringify(what) });
  }

  /** Saw something that is known in a moment, when another button may be pressed. @template T @param {string} way @param {Promise<T>} coming @param {(come: T) => unknown} what */
  async awaited(way, coming, what) {
    const { button } = this;
    this.saw(way, what(await coming), button);
  }

  /** Before the page is opened: what is copied is told. */
  async begin() {
    await this.page.exposeFunction("copied", (/** @type {string} */ text) => this.saw("clipboard", text));
    await this.page.addInitScript(() => {
      const tell = (/** @type {string} */ text) => /** @type {any} */ (globalThis).copied(text);
      navigator.clipboard.writeText = async (text) => tell(text);
      navigator.clipboard.write = async (items) => { for (const item of items) for (const type of item.types) tell(await (await item.getType(type)).text()); };
      document.addEventListener("copy", () => tell(String(getSelection())));
      addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => console.error(violatedDirective, sample));
    });
  }

  /** What left for a reason other than that the visitor asked for it by these buttons. @param {RegExp} [asked] */
  leaks(asked) {
    return this.seen.filter(({ button, text }) => !asked?.test(button) && wanted.some((form) => text.includes(JSON.stringify(form).slice(1, -1))));
  }
}

/** Types the canaries into the fields for secrets that there are. @param {Page} page */
export async function typeCanaries(page) {
  const secret = ["input[type=password]", ...Object.keys(canaries).map((id) => `#${id}`)].join(", "); // shown or not
  const wanted = await page.locator(secret).evaluateAll((all, canaries) => all.map((field, i) => ({
    i, canary: canaries[field.id] ?? Object.values(canaries)[i % 2],
    open: field.checkVisibility() && !field.matches(":disabled, :read-only"), value: /** @type {HTMLInputElement} */ (field).value,
  })).filter(({ open, canary, value }) => open && value !== canary), canaries);
  for (const { i, canary } of wanted) await page.locator(secret).nth(i).fill(canary);
}

/** Types into every other field, chooses every option, ticks every box but those that ask for secrets. @param {Page} page @param {RegExp} asked */
export async function fillAll(page, asked) {
  for (const field of await page.locator("input:not([type=password], [type=checkbox], [type=radio], [type=file]), textarea:not([readonly])").all()) {
    if (await field.isVisible() && await field.isEditable() && !await field.inputValue()) await field.fill("2023-05-04 12:00:00.000");
  }
  for (const box of await page.locator("input[type=checkbox], input[type=radio]").all()) {
    if (await box.isVisible() && await box.isEnabled() && !asked.test(await box.getAttribute("id") ?? "")) await box.check();
  }
  for (const select of await page.locator("select").all()) {
    if (!await select.isVisible()) continue;
    for (let index = await select.locator("option").count() - 1; index >= 0; index--) await select.selectOption({ index });
  }
}

/**
 * Presses every button, also those that come up meanwhile, and of a long list of equal ones the first few;
 * returns their names.
 * @param {Page} page
 * @param {Witness} witness
 */
export async function pressAll(page, witness) {
  /** @type {string[]} */
  const pressed = [];
  for (;;) {
    await openAll(page);
    await typeCanaries(page);
    const [name, ...others] = await nextButtons(page, pressed);
    if (name === undefined) return pressed;
    pressed.push(name);
    witness.button = name;
    const saved = /^save/.test(name) && page.waitForEvent("download", { timeout: 2000 }).catch(() => {}); // it comes after the click
    await page.locator("[data-canary]").click({ timeout: 2000 }).catch(() => {}); // one that went away meanwhile
    await saved;
    if (others.length === 0) await page.waitForTimeout(200); // what comes up late
  }
}

/** Opens all that can be opened; a dialog would stand before it. @param {Page} page */
export async function openAll(page) {
  if (await page.locator("dialog[open]").count()) await page.keyboard.press("Escape");
  const closed = page.locator("details:not([open]) > summary:visible");
  for (let tries = 0; tries < 30 && await closed.count(); tries++) await closed.first().click({ timeout: 1000 }).catch(() => {}); // what is drawn anew meanwhile
}

/** The names of the buttons that have not been pressed; the first is marked. @param {Page} page @param {string[]} pressed */
function nextButtons(page, pressed) {
  return page.evaluate((pressed) => {
    const few = 4;
    /** @type {Map<string, number>} */
    const counts = new Map();
    const nameOf = (/** @type {HTMLElement} */ button) => {
      if (button.id) return button.id;
      if (button.dataset.copy) return `copy ${button.dataset.copy}`;
      const list = `${button.closest("[id]:not([id*='='])")?.id} ${button.className}`, nth = (counts.get(list) ?? 0) + 1;
      counts.set(list, nth);
      return nth > few ? "" : `${list} ${nth}`;
    };
    const all = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button, [role=button], main a[href^='#']"))].filter((button) => button.checkVisibility() && !button.matches(":disabled"));
    const left = all.map((button) => ({ button, name: nameOf(button) })).filter(({ name }) => name && !pressed.includes(name));
    document.querySelector("[data-canary]")?.removeAttribute("data-canary");
    left[0]?.button.setAttribute("data-canary", "");
    return left.map(({ name }) => name);
  }, pressed);
}

/** All places of a page and its browser that outlast or surround what is shown. @param {Page} page */
export async function placesOf(page) {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  const inPage = await page.evaluate(async () => ({
    attributes: [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`)),
    title: document.title,
    address: [location.href, history.state, window.name, document.referrer],
    resources: performance.getEntries().map(({ name }) => name),
  }));
  return { ...inPage, history: entries, cookies: await page.context().cookies(), ...await storesOf(page) };
}

/** @param {Page} page */
function storesOf(page) {
  return page.evaluate(async () => {
    const of = (/** @type {() => any} */ what) => Promise.resolve().then(what).catch(() => []); // a file or a shut-in frame has none
    const kept = async () => {
      const cached = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const response = request.url.includes(".wasm") ? undefined : await cache.match(request);
          cached.push(request.url, await response?.text() ?? "");
        }
      }
      return cached;
    };
    return {
      local: await of(() => Object.entries(localStorage)),
      session: await of(() => Object.entries(sessionStorage)),
      databases: await of(() => indexedDB.databases()),
      caches: await of(kept),
    };
  });
}

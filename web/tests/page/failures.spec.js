// What is thrown and not caught: the page says that it failed and that what was typed is still here, goes on, and tells no key.

import { readFileSync } from "node:fs";
import { expect, officialExample, officialMAC, test } from "../page.js";

/** @import { Page } from "@playwright/test" */

const words = (/** @type {string} */ language) => JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), "utf8"));
const { customer } = officialExample.keys;

/** Lets what a handler calls throw, with a key in the message. @param {Page} page @param {"HTMLInputElement" | "Clipboard"} type @param {string} method */
const plant = (page, type, method) => page.evaluate(([type, method, key]) => {
  const { prototype } = /** @type {any} */ (globalThis)[type];
  const before = prototype[method];
  prototype[method] = () => { prototype[method] = before; throw new Error(`planted by ${key}`); };
}, [type, method, customer]);

for (const language of ["en", "fi", "sv", "nl"]) {
  test(`a handler that throws is told in ${language}, without the key, and the page goes on`, async ({ create, page, context }) => {
    await context.grantPermissions(["clipboard-write"]);
    create.address += `?lang=${language}`;
    await create.open();
    await create.field("example").click();
    await expect(create.mac).toHaveText(officialMAC);
    await plant(page, "HTMLInputElement", "click");
    await create.field("open").click();
    const said = words(language);
    await expect(create.status).toContainText(`${said["page.failed"].replace("{reason}", "planted by ●●●●●●●●")} ${said["result.failed.keep"]}`);
    await expect(create.status).not.toContainText(customer);
    await expect(create.field("sender")).toHaveValue(officialExample.request.sender);
    await expect(create.status.locator(".anew")).toHaveText(said.anew);
    await page.locator("#retry").click();
    await expect(create.status).toHaveText("");
    await expect(create.mac).toHaveText(officialMAC);
  });
}

test("what fails after a wait is told, too", async ({ create, page }) => {
  await create.openExample();
  await plant(page, "Clipboard", "writeText");
  await create.copy("mac").click();
  await expect(create.status).toContainText("Something on this page failed (planted by ●●●●●●●●). What you typed is still here.");
});

for (const [name, control, place] of [["multivers.html", "#open-config", "#status"], ["embed.html", "button[data-copy=mac]", "#status"], ["selftest.html", "button[data-copy=line]", "#verdict"]]) {
  test(`${name} tells it`, async ({ create, page }) => {
    await page.goto(new URL(name, create.address).href + (name === "embed.html" ? "#example" : ""));
    await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
    if (name === "multivers.html") await page.locator("#step-config > summary").click();
    await expect(page.locator(control)).toBeEnabled();
    await plant(page, control === "#open-config" ? "HTMLInputElement" : "Clipboard", control === "#open-config" ? "click" : "writeText");
    await page.locator(control).click();
    await expect(page.locator(place)).toContainText("Something on this page failed (planted by");
  });
}

// The languages of the page: which one, the change without a loss, room for long words.

import { readFileSync } from "node:fs";
import { expect, officialMAC, officialValues, test } from "../page.js";

/** @import { CreatePage } from "../page.js" */

const languages = /** @type {const} */ (["fi", "sv", "nl"]);
/** Of each language, as its catalogue has it. @type {Record<string, Record<string, string>>} */
const words = Object.fromEntries(["en", ...languages].map((language) => [language, JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), "utf8"))]));

/** @param {CreatePage} create @param {string} language */
async function expectSpoken(create, language) {
  await expect(create.page.locator("html")).toHaveAttribute("lang", language);
  await expect(create.field("speaks")).toHaveValue(language);
  await expect(create.page).toHaveTitle(words[language]["title.index"]);
}

/** @param {CreatePage} create @param {string} language */
async function choose(create, language) {
  await create.field("speaks").selectOption(language);
  await expectSpoken(create, language);
}

test("English asks for no catalogue, and stays out of the address", async ({ create, page }) => {
  await create.open();
  await expectSpoken(create, "en");
  expect(create.requests.filter((address) => address.endsWith(".json"))).toEqual([]);
  expect(page.url()).toBe(create.address);
});

for (const [locale, link, language] of [
  ["fi-FI", "", "fi"], ["sv-FI", "", "sv"], ["nl-BE", "", "nl"], ["de-DE", "", "en"],
  ["nl-NL", "?lang=fi", "fi"], ["fi-FI", "?lang=en", "en"], ["sv-SE", "?lang=xx", "sv"], ["en-GB", "?lang=sv-FI#check", "sv"],
]) {
  test.describe(`a browser of ${locale}, the link "${link}"`, () => {
    test.use({ locale });
    test(`speaks ${language}`, async ({ create }) => {
      create.address += link;
      await create.openOnly();
      await expectSpoken(create, language);
      expect(create.complaints).toEqual([]);
    });
  });
}

test.describe("a page whose script does not come", () => {
  test.use({ locale: "fi-FI" });

  test("shows itself in English in the end", async ({ create, page }) => {
    await page.route("**/main-*.js", () => {}); // what fails at once is told at once: lies.spec.js has it
    await page.goto(create.address, { waitUntil: "commit" });
    await expect(page.locator("h1")).toBeHidden();
    await expect(page.locator("h1")).toBeVisible();
  });
});

test("the menu changes everything at once, loses nothing, and back again it is as before", async ({ create, page }) => {
  await create.openExample();
  await create.enter("sender", "Hinta 5 EUR ");
  await create.enter("url", "https://isvapi.netvisor.fi/customer.nv?q=ö");
  await create.button("Show Customer key").click();
  await page.locator("[data-help=url]").click();
  await page.evaluate(() => Object.assign(window, { unloaded: false }));
  const before = await page.locator("body").innerText();
  await create.field("speaks").focus();
  await page.keyboard.press("ArrowDown");
  await expectSpoken(create, "fi");
  expect(new URL(page.url()).search).toBe("?lang=fi");
  await expect(create.hints("sender")).toContainText("tyhjä merkki");
  await expect(page.locator("#url-help")).toHaveText(words.fi["help.url"]);
  await expect(page.locator("[data-reveal=customerKey]")).toHaveText(words.fi["action.hide"]);
  await expect(create.field("speaks")).toBeFocused();
  for (const language of ["sv", "nl", "en"]) await choose(create, language);
  expect(await page.locator("body").innerText()).toBe(before);
  for (const [name, value] of Object.entries({ ...officialValues, sender: "Hinta 5 EUR ", url: "https://isvapi.netvisor.fi/customer.nv?q=ö" })) await expect(create.field(name)).toHaveValue(value);
  expect(await page.evaluate(() => "unloaded" in window)).toBe(true);
  await page.reload();
  await expectSpoken(create, "en");
});

test("words that do not arrive: the page stays English, says so, and tries again", async ({ create, page }) => {
  await page.route("**/assets/fi-*.json", (route) => route.fulfill({ status: 404 }));
  create.address += "?lang=fi";
  await create.open();
  const said = page.locator("#language-said");
  await expect(said).toContainText("The texts for “suomi” could not be loaded.");
  await expectSpoken(create, "en");
  await choose(create, "sv");
  await expect(said).toBeEmpty();
  await create.field("speaks").selectOption("fi");
  await expect(said).toContainText("”suomi”");
  await expectSpoken(create, "sv");
  await page.unroute("**/assets/fi-*.json");
  await said.getByRole("button").click();
  await expectSpoken(create, "fi");
  await expect(said).toBeEmpty();
});

test("links to other pages of the site keep the language of the address, others do not", async ({ create, page }) => {
  await create.open();
  await choose(create, "fi");
  const hrefs = await page.evaluate(() => ["other.html#part", "#check", "https://example.com/a.html", "assets/x.json"].map((href) => {
    const link = Object.assign(document.createElement("a"), { href });
    link.setAttribute("href", href);
    document.body.append(link);
    link.addEventListener("click", (event) => event.preventDefault());
    link.click();
    return link.getAttribute("href");
  }));
  expect(hrefs).toEqual([`${create.address}other.html?lang=fi#part`, "#check", "https://example.com/a.html", "assets/x.json"]);
});

test("numbers and dates are written as in the language", async ({ create, page }) => {
  create.address += "?lang=fi#check";
  await create.openOnly();
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  await page.locator("#example").click();
  await create.enter("sent", "0".repeat(64));
  await expect(page.locator("#search-about")).toContainText(/\d+\u00a0\d{3}.* \d+\s(s|min)/, { timeout: 30_000 });
  await page.locator("#stop").click();
  await expect(page.locator("#verdict .headline")).toContainText(words.fi["verdict.stopped"]);
});

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ viewport: { width: 320, height: 700 } });

    test("nothing is wider than a small phone", async ({ create, page }) => {
      create.address += `?lang=${language}`;
      await create.open();
      await page.locator("#example").click();
      await expect(create.mac).toHaveText(officialMAC);
      await create.enter("url", "https://isvapi.netvisor.fi/customer.nv?q=ö");
      for (const help of await page.locator("[data-help]:visible").all()) await help.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      const cut = await page.locator("button:visible, label:visible, h2:visible, .bar a").evaluateAll((all) =>
        all.filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline").map((element) => element.textContent));
      expect(cut).toEqual([]);
      const over = await page.locator("#picture text").evaluateAll((all) => all.filter((text) => {
        const box = text.parentElement?.querySelector("rect")?.getBoundingClientRect(), { left, right } = text.getBoundingClientRect();
        return box && (left < box.left || right > box.right);
      }).map((text) => text.textContent));
      expect(over, "over the boxes of the picture").toEqual([]);
    });
  });
}

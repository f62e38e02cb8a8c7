// What of a page stands in no catalogue: in a language all of whose words wear
// brackets, letters without brackets are somebody's forgotten words.

import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { copyOfSite, spoil } from "./spoil.js";

/** @import { Page } from "@playwright/test" */
/** @typedef {Record<string, Record<string, string>>} Catalogues */

/** Lets every word of some languages arrive in brackets. @param {Page} page @param {readonly string[]} languages */
export const bracketWords = (page, languages) => changeWords(page, languages, (catalogues) => catalogues);

/**
 * Lets the words of some languages arrive changed, and in brackets: the page is another site's then, with sums of its own.
 * @param {Page} page
 * @param {readonly string[]} languages
 * @param {(catalogues: Catalogues) => Catalogues} change takes what a file of the site has
 */
export async function changeWords(page, languages, change) {
  const folder = copyOfSite();
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const name of readdirSync(join(folder, "assets")).filter((name) => languages.includes(name.split("-")[0]) && name.endsWith(".json"))) {
    spoil(folder, `assets/${name}`, (text) => JSON.stringify(bracketed(change(JSON.parse(text)))));
  }
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url()), path = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    return existsSync(path) && statSync(path).isFile() ? route.fulfill({ path }) : route.fallback();
  });
}

/** @param {Catalogues} catalogues @returns {Catalogues} */
const bracketed = (catalogues) => Object.fromEntries(Object.entries(catalogues).map(([name, words]) =>
  [name, Object.fromEntries(Object.entries(words).map(([key, text]) => [key, `⟦${text}⟧`]))]));

/** The visible texts and attributes that have letters outside of brackets, where a translator may look. @param {Page} page */
export function unspoken(page) {
  return page.evaluate(() => {
    /** @param {string | null} text */
    const bare = (text) => {
      let depth = 0, rest = "";
      for (const c of text ?? "") {
        if (c === "⟦") depth++;
        else if (c === "⟧") depth--;
        else if (depth === 0) rest += c;
      }
      return /\p{L}/u.test(rest);
    };
    /** @param {Element | null} element */
    const spared = (element) => element?.closest("[translate], script, style, noscript, textarea")?.matches("[translate=yes]") === false;
    const found = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent } = node;
      const seen = parent?.checkVisibility() || parent?.matches("title, option, .unheard");
      if (seen && !spared(parent) && bare(node.textContent)) found.push(`${parent?.tagName}: ${node.textContent}`);
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], meta[name=description]")) {
      for (const name of ["aria-label", "title", "placeholder", "content"]) {
        if (!spared(element) && bare(element.getAttribute(name))) found.push(`${element.tagName} ${name}: ${element.getAttribute(name)}`);
      }
    }
    return found;
  });
}

// What of a page stands in no catalogue: in a language all of whose words wear
// brackets, letters without brackets are somebody's forgotten words.

/** @import { Page } from "@playwright/test" */

/** Lets every word of a language arrive in brackets. @param {Page} page @param {string} language */
export function bracketWords(page, language) {
  return page.route(`**/assets/${language}-*.json`, async (route) => {
    const catalogues = await (await route.fetch()).json();
    for (const catalogue of Object.values(catalogues)) {
      for (const key of Object.keys(catalogue)) catalogue[key] = `⟦${catalogue[key]}⟧`;
    }
    await route.fulfill({ json: catalogues });
  });
}

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

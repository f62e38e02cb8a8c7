// What every page has around it: the language and the theme.

import { byId } from "./dom.js";
import { startLanguage } from "./menu.js";

/** @param {string} [own] the catalogue of the page's own words */
export function listenToFrame(own) {
  startLanguage(own);
  byId("theme", HTMLSelectElement).addEventListener("change", ({ target }) => {
    document.documentElement.dataset.theme = /** @type {HTMLSelectElement} */ (target).value;
  });
}

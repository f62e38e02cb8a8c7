// What every page has around it: the theme.

import { byId } from "./dom.js";

export function listenToFrame() {
  byId("theme", HTMLSelectElement).addEventListener("change", ({ target }) => {
    document.documentElement.dataset.theme = /** @type {HTMLSelectElement} */ (target).value;
  });
}

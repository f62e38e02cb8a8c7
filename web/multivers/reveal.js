// Secrets shown and hidden again.

import { byId } from "../dom.js";
import { tell } from "../language.js";
import { t as page } from "../words.js";
import { t } from "./words.js";

/** @import { Key } from "./words.js" */

/** @returns {NodeListOf<HTMLButtonElement>} */
const buttons = () => document.querySelectorAll("button[data-reveal]");

export function listenToReveals() {
  for (const button of buttons()) {
    reveal(button, false);
    button.addEventListener("click", () => reveal(button, button.getAttribute("aria-pressed") !== "true"));
  }
}

/** @param {HTMLButtonElement} button @param {boolean} shown */
function reveal(button, shown) {
  const id = button.dataset.reveal ?? "";
  byId(id, HTMLInputElement).type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", String(shown));
  tell(`reveal-${id}`, () => {
    button.setAttribute("aria-label", page("action.show.about", { field: t(/** @type {Key} */ (`entry.${id}`)) }));
    button.textContent = page(shown ? "action.hide" : "action.show");
  });
}

// Secrets shown, and hidden again: by the button, after a while, and when somebody looks elsewhere.

import { byId } from "../dom/elements.js";
import { tell } from "../words/language.js";
import { t } from "../words/page-words.js";

/** In milliseconds. */
const patience = 30_000;

/** @returns {NodeListOf<HTMLButtonElement>} */
const buttons = () => document.querySelectorAll("button[data-reveal]");

/** @type {((id: string) => string)} */
let nameOf;
/** What hides what is shown besides. @type {() => unknown} */
let besides = () => {};
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** @param {(id: string) => string} name of a field @param {() => unknown} [hide] hides what else is shown */
export function listenToReveals(name, hide = besides) {
  nameOf = name;
  besides = hide;
  for (const button of buttons()) {
    reveal(button, false);
    button.addEventListener("click", () => {
      reveal(button, button.getAttribute("aria-pressed") !== "true");
      hideLater();
    });
  }
  addEventListener("blur", hideAll);
  addEventListener("hashchange", hideAll);
}

/** Hides all after a while, in which nothing else was shown. */
export function hideLater() {
  clearTimeout(waiting);
  waiting = setTimeout(hideAll, patience);
}

export function hideAll() {
  clearTimeout(waiting);
  for (const button of buttons()) if (button.getAttribute("aria-pressed") === "true") reveal(button, false);
  besides();
}

/** @param {HTMLButtonElement} button @param {boolean} shown */
function reveal(button, shown) {
  const id = button.dataset.reveal ?? "";
  byId(id, HTMLInputElement).type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", String(shown));
  tell(`reveal-${id}`, () => {
    button.setAttribute("aria-label", t("action.show.about", { field: nameOf(id) }));
    button.textContent = t(shown ? "action.hide" : "action.show");
  });
}

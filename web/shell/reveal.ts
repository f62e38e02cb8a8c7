// Secrets shown, and hidden again: by the button, after a while, and when somebody looks elsewhere.

import { byId } from "../dom/elements.ts";
import { tell } from "../words/language.ts";
import { t } from "../words/page-words.ts";

/** In milliseconds. */
const patience = 30_000;

const buttons = (): NodeListOf<HTMLButtonElement> => document.querySelectorAll("button[data-reveal]");

/** What hides what is shown besides. */
let besides: () => unknown = () => {};
let waiting: ReturnType<typeof setTimeout> | undefined;

/** @param hide hides what else is shown */
export function listenToReveals(hide: () => unknown = besides) {
  besides = hide;
  for (const button of buttons()) listenToReveal(button);
  addEventListener("blur", hideAll);
  addEventListener("hashchange", hideAll);
}

/** @param button whose field is in the page, with its label */
export function listenToReveal(button: HTMLButtonElement) {
  reveal(button, false);
  button.addEventListener("click", () => {
    reveal(button, button.getAttribute("aria-pressed") !== "true");
    hideLater();
  });
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

function reveal(button: HTMLButtonElement, shown: boolean) {
  const id = button.dataset.reveal ?? "";
  const field = byId(id, HTMLInputElement);
  field.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", String(shown));
  tell(`reveal-${id}`, () => {
    button.setAttribute("aria-label", t("action.show.about", { field: field.labels?.[0].textContent ?? "" }));
    button.textContent = t(shown ? "action.hide" : "action.show");
  });
}

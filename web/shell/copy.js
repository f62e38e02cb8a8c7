// Copying. Where the clipboard is refused, the text is selected instead.

import { toClipboard } from "../dom/clipboard.js";
import { byId } from "../dom/elements.js";
import { isDue } from "./due.js";
import { mask } from "../text/guard.js";
import { retell } from "../words/language.js";
import { untilReleased } from "../dom/press.js";
import { t } from "../words/page-words.js";

/**
 * Makes every button with data-copy copy what texts gives for that name.
 * @param {(name: string) => Guarded} text
 */
export function listenForCopies(text) {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-copy]");
    if (button instanceof HTMLButtonElement) copy(button, text);
  });
}

/**
 * @param {HTMLButtonElement} button
 * @param {(name: string) => Guarded} text
 */
async function copy(button, text) {
  const name = button.dataset.copy ?? "", copied = text(name);
  if (isDue()) return say(button, t("action.outdated"));
  if (await toClipboard(copied)) return say(button, t(copied.includes(mask) ? "action.copied.held" : "action.copied"));
  getSelection()?.selectAllChildren(byId(name, HTMLElement));
  say(button, t("action.selected"));
}

/** What a button shows when nothing has happened. @type {WeakMap<HTMLButtonElement, Node[]>} */
const labels = new WeakMap();

/**
 * Shows what has happened on the button itself, for as long as it takes to read it.
 * @param {HTMLButtonElement} button
 * @param {string} text
 */
export function say(button, text) {
  const label = labels.get(button) ?? [...button.childNodes];
  labels.set(button, label);
  button.replaceChildren(text);
  setTimeout(async () => {
    await untilReleased();
    button.replaceChildren(...label);
    retell("markup"); // in whose language the label may not be any more
  }, 1500);
}

// Copying. Where the clipboard is refused, the text is selected instead.

import { toClipboard } from "../dom/clipboard.ts";
import { byId } from "../dom/elements.ts";
import { isDue } from "./due.ts";
import { mask } from "../text/guard.ts";
import { retell } from "../words/language.ts";
import { untilReleased } from "../dom/press.ts";
import { t } from "../words/page-words.ts";

/** Makes every button with data-copy copy what texts gives for that name. */
export function listenForCopies(text: (name: string) => Guarded) {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-copy]");
    if (button instanceof HTMLButtonElement) void copy(button, text);
  });
}

async function copy(button: HTMLButtonElement, text: (name: string) => Guarded) {
  const name = button.dataset.copy ?? "", copied = text(name);
  if (isDue()) say(button, t("action.outdated"));
  else if (await toClipboard(copied)) say(button, t(copied.includes(mask) ? "action.copied.held" : "action.copied"));
  else {
    getSelection()?.selectAllChildren(byId(name));
    say(button, t("action.selected"));
  }
}

/** What a button shows when nothing has happened. */
const labels = new WeakMap<HTMLButtonElement, Node[]>();

/** Shows what has happened on the button itself, for as long as it takes to read it. */
export function say(button: HTMLButtonElement, text: string) {
  const label = labels.get(button) ?? [...button.childNodes];
  labels.set(button, label);
  button.replaceChildren(text);
  setTimeout(() => void untilReleased().then(() => {
    button.replaceChildren(...label);
    retell("markup"); // in whose language the label may not be any more
  }), 1500);
}

// What keys do without the mouse: check, go to the box, change the mode, and list these keys. And the links that skip.

import { onClick } from "../dom/buttons.ts";
import { byId } from "../dom/elements.ts";
import { focusVerdict } from "./check/panel.ts";
import { control } from "./controls.ts";
import { enterMode, mode } from "./mode.ts";
import { update } from "./page.ts";
import { readBox } from "./paste/paste.ts";
import { onDemand } from "./on-demand/ask.ts";
import { tell } from "../words/language.ts";
import type { Mode } from "./mode.ts";

/** Whether keys without Ctrl or Alt do something. */
let single = true;

const list = () => byId("keys", HTMLDialogElement);

export function listenToShortcuts() {
  addEventListener("keydown", (event) => {
    const action = event.defaultPrevented || list().open ? undefined : actionOf(event);
    if (!action) return;
    event.preventDefault();
    void action();
  });
  onClick("show-keys", showList);
  skip("form", () => control("url").focus());
  skip("verdict", focusVerdict);
}

/** Keys by what they write, wherever they stand; digits by their place, since with Alt a Mac writes something else. */
function actionOf({ key, code, ctrlKey, metaKey, altKey, target }: KeyboardEvent): (() => unknown) | undefined {
  const at = target instanceof Element ? target : undefined;
  const typing = at?.matches("textarea, select, input:not([type=checkbox], [type=radio])");
  if (ctrlKey || metaKey) return key === "Enter" && !altKey && !at?.matches("a") ? check : undefined;
  if (altKey) return typing && !/^\d$/.test(key) ? undefined : { Digit1: () => change("create"), Digit2: () => change("check") }[code];
  return typing || !single ? undefined : { "/": () => byId("pasted").focus(), "?": showList }[key];
}

/** Checks what stands in the box and in the form, and goes to the verdict. */
async function check() {
  await readBox();
  await change("check");
  await update({ atOnce: true });
  focusVerdict();
}

async function change(wanted: Mode) {
  if (mode() === wanted) return;
  enterMode(wanted);
  await new Promise((changed) => addEventListener("hashchange", changed, { once: true })); // the page has followed then
}

async function showList() {
  await tell("keys", fillList);
  if (!list().open) list().showModal();
}

async function fillList() {
  const { keysList } = await onDemand();
  list().replaceChildren(...keysList(single, (is) => { single = is; }));
}

/** The link itself would change the address, and so the mode. */
function skip(id: string, go: () => void) {
  document.querySelector(`.skip[href="#${id}"]`)?.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
}

// The buttons of the table and around it.

import { element } from "../dom/elements.js";

/** @param {string} text @param {() => unknown} action */
export function button(text, action) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", action);
  return made;
}

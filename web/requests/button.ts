// The buttons of the table and around it.

import { element } from "../dom/elements.ts";

export function button(text: string, action: () => unknown) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", () => void action());
  return made;
}

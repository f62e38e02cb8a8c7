// What a button does. An action may take its time; nobody waits for it, and shell/failures.ts tells where it fails.

import { byId, element } from "./elements.ts";

export function onClick(id: string, action: (event: MouseEvent) => unknown) {
  byId(id, HTMLButtonElement).addEventListener("click", (event) => void action(event));
}

export function button(attributes: Record<string, string>, text: string, action: (button: HTMLButtonElement) => unknown) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", () => void action(made));
  return made;
}

// What a button does.

import { byId } from "./elements.ts";

/** @param action may take its time; nobody waits for it, and shell/failures.ts tells where it fails */
export function onClick(id: string, action: (event: MouseEvent) => unknown) {
  byId(id, HTMLButtonElement).addEventListener("click", (event) => void action(event));
}

// The fields of the form.

import { byId } from "../dom/elements.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function control(name: string): Control {
  return byId(name) as Control;
}

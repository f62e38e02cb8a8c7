// Puts a text on the clipboard. Over plain http browsers have no clipboard for scripts: there the old command does it.

import { element } from "./elements.ts";

/** Whether a text came to the clipboard: a browser may refuse. */
export async function toClipboard(text: Guarded) {
  const { clipboard } = navigator as Partial<Navigator>;
  if (clipboard) return clipboard.writeText(text).then(() => true, () => false);
  const field = element("textarea", { class: "unheard" }), focused = document.activeElement as HTMLElement;
  field.value = text;
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies over plain http
  const copied = document.execCommand("copy");
  field.remove();
  focused.focus();
  return copied;
}

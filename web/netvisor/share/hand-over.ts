// Copying what is handed over. Where the browser refuses, the text is shown and selected, so that Ctrl+C copies it.

import { toClipboard } from "../../dom/clipboard.ts";
import { say } from "../../shell/copy.ts";
import { t } from "../../words/page-words.ts";

/** @param shown whether the text is shown in any case */
export async function handOver(pressed: HTMLButtonElement, text: Guarded, shown: boolean = false) {
  const copied = await toClipboard(text), box = document.getElementById("note-text");
  if (box instanceof HTMLTextAreaElement) {
    box.hidden = copied && !shown;
    box.value = text;
    if (!box.hidden) box.select();
  }
  say(pressed, t(copied ? "action.copied" : "action.selected"));
}

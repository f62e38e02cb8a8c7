// Handing a request over: as a link, a case file or a note, never with a key.

import { caseFile } from "./case-file.ts";
import { toClipboard } from "../../dom/clipboard.ts";
import { onClick } from "../../dom/buttons.ts";
import { byId } from "../../dom/elements.ts";
import { readForm } from "../form.ts";
import { framed, guarded } from "../../text/guard.ts";
import { tell } from "../../words/language.ts";
import { fragmentOf, heldBack } from "./link.ts";
import { mode } from "../mode.ts";
import { supportNote } from "./note.ts";
import { newSalt } from "../../text/salt.ts";
import { save } from "../../dom/save.ts";
import { fieldName, t } from "../../words/page-words.ts";
import { updateCheck } from "../check/check.ts";
import type { Result } from "../check/check.ts";
import type { FieldName } from "../../api/types/mac.d.ts";

/** What was checked last. */
let checked: Result | undefined;

/** Hands over what was checked, once it is known. */
export function showHandover(result: Result) {
  checked = result;
  byId("note", HTMLButtonElement).disabled = !result.report;
  if (result.report) return;
  byId("note-text").hidden = true;
  tell("note-text", () => {});
}

export function listenToHandover() {
  onClick("note", makeNote);
  onClick("link", copyLink);
  onClick("save-case", async () => {
    if (mode() === "check") await updateCheck().catch(() => {}); // the page tells it
    const now = new Date(), form = readForm();
    const text = await caseFile(form, mode() === "check" ? checked : undefined, now);
    save(text, framed`netvisor-case-${guarded(now.toISOString().slice(0, 19).replaceAll(":", ""))}.json`, "application/json");
    say("case.saved", heldBack(form.request), "held");
  });
}

async function copyLink() {
  const { fragment, left } = fragmentOf(mode(), readForm());
  const text = framed`${guarded(location.href.replace(/#.*$/s, ""))}${fragment}`;
  const copied = await toClipboard(text);
  const shown = byId("note-text", HTMLTextAreaElement);
  shown.hidden = copied;
  if (!copied) {
    shown.value = text;
    shown.select();
  }
  say(copied ? "action.copied" : "action.selected", left, "link.left");
}

/** Makes the note, shows it and copies it. */
async function makeNote() {
  if (!checked?.report) return;
  const { input, report, doubts } = checked, salt = newSalt();
  const shown = byId("note-text", HTMLTextAreaElement);
  shown.hidden = false;
  let text = guarded("");
  await tell("note-text", async () => { shown.value = text = await supportNote(input.request, input.keys, report, salt, doubts); });
  shown.select();
  say(await toClipboard(text) ? "action.copied" : "action.selected", heldBack(input.request), "held");
}

/** Says what was done, and which fields hold a key that stayed behind. */
function say(what: "case.saved" | "action.copied" | "action.selected", fields: FieldName[], how: "link.left" | "held") {
  tell("note-said", () => {
    byId("note-said").textContent = [t(what), ...fields.map((name) => t(how, { field: fieldName(name) }))].join(". ");
  });
}

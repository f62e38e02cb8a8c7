// Handing a request over: as a link, a case file or a note, never with a key.

import { caseFile } from "./case-file.js";
import { toClipboard } from "../../dom/clipboard.js";
import { byId } from "../../dom/elements.js";
import { readForm } from "../form.js";
import { framed, guarded } from "../../text/guard.js";
import { tell } from "../../words/language.js";
import { fragmentOf, heldBack } from "./link.js";
import { mode } from "../mode.js";
import { supportNote } from "./note.js";
import { newSalt } from "../../text/salt.js";
import { save } from "../../dom/save.js";
import { fieldName, t } from "../../words/page-words.js";

/** @import { Result } from "../check/check.js" */
/** @import { FieldName } from "../../api/types/mac.d.ts" */

/** What was checked last. @type {Result | undefined} */
let checked;

/** Hands over what was checked, once it is known. @param {Result} result */
export function showHandover(result) {
  checked = result;
  byId("note", HTMLButtonElement).disabled = !result.report;
  if (result.report) return;
  byId("note-text", HTMLElement).hidden = true;
  tell("note-text", () => {});
}

export function listenToHandover() {
  byId("note", HTMLButtonElement).addEventListener("click", makeNote);
  byId("link", HTMLButtonElement).addEventListener("click", copyLink);
  byId("save-case", HTMLButtonElement).addEventListener("click", async () => {
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

/**
 * Says what was done, and which fields hold a key that stayed behind.
 * @param {"case.saved" | "action.copied" | "action.selected"} what
 * @param {FieldName[]} fields
 * @param {"link.left" | "held"} how
 */
function say(what, fields, how) {
  tell("note-said", () => {
    byId("note-said", HTMLElement).textContent = [t(what), ...fields.map((name) => t(how, { field: fieldName(name) }))].join(". ");
  });
}

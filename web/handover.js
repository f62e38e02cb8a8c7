// Handing a request over: as a link, a case file or a note, never with a key.

import { caseFile } from "./case.js";
import { byId } from "./dom.js";
import { readForm } from "./form.js";
import { newSalt } from "./keys.js";
import { tell } from "./language.js";
import { fragmentOf } from "./link.js";
import { mode } from "./mode.js";
import { supportNote } from "./note.js";
import { save } from "./save.js";
import { fieldName, t } from "./words.js";

/** @import { Result } from "./check.js" */

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
    const now = new Date();
    const text = await caseFile(readForm(), mode() === "check" ? checked?.report : undefined, now);
    save(text, `netvisor-case-${now.toISOString().slice(0, 19).replaceAll(":", "")}.json`, "application/json");
    say(() => t("case.saved"));
  });
}

async function copyLink() {
  const { request, keys } = readForm();
  const { fragment, left } = fragmentOf(mode(), request, keys);
  const text = location.href.replace(/#.*$/s, "") + fragment;
  const copied = await navigator.clipboard.writeText(text).then(() => true, () => false);
  const shown = byId("note-text", HTMLTextAreaElement);
  shown.hidden = copied;
  if (!copied) {
    shown.value = text;
    shown.select();
  }
  say(() => [t(copied ? "action.copied" : "action.selected"), ...left.map((name) => t("link.left", { field: fieldName(name) }))].join(". "));
}

/** Makes the note, shows it and copies it. */
async function makeNote() {
  if (!checked?.report) return;
  const { input, report } = checked, salt = newSalt();
  const shown = byId("note-text", HTMLTextAreaElement);
  shown.hidden = false;
  await tell("note-text", async () => { shown.value = await supportNote(input.request, input.keys, report, salt); });
  shown.select();
  const copied = await navigator.clipboard.writeText(shown.value).then(() => true, () => false);
  say(() => t(copied ? "action.copied" : "action.selected"));
}

/** @param {() => string} text */
function say(text) {
  tell("note-said", () => { byId("note-said", HTMLElement).textContent = text(); });
}

// Handing a request over: as a link or as a case file, never with a key.

import { caseFile } from "./case.js";
import { byId } from "./dom.js";
import { readForm } from "./form.js";
import { fragmentOf } from "./link.js";
import { mode } from "./mode.js";
import { fieldName, t } from "./words.js";

/** @import { Report } from "./mac.d.ts" */

/** @param {() => Report | undefined} report what Check found, if it did */
export function listenToHandover(report) {
  byId("link", HTMLButtonElement).addEventListener("click", copyLink);
  byId("save-case", HTMLButtonElement).addEventListener("click", async () => {
    const now = new Date();
    const text = await caseFile(readForm(), mode() === "check" ? report() : undefined, now);
    save(text, `netvisor-case-${now.toISOString().slice(0, 19).replaceAll(":", "")}.json`, "application/json");
    say(t("case.saved"));
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
  say([t(copied ? "action.copied" : "action.selected"), ...left.map((name) => t("link.left", { field: fieldName(name) }))].join(". "));
}

/** @param {string} text */
function say(text) {
  byId("note-said", HTMLElement).textContent = text;
}

/** Offers a text as a file. @param {string} text @param {string} name @param {string} type */
export function save(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

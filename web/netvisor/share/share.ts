// Handing a request over: as a link, a case file or a note, never with a key.

import { onClick } from "../../dom/buttons.ts";
import { byId } from "../../dom/elements.ts";
import { readForm } from "../form.ts";
import { framed, guarded } from "../../text/guard.ts";
import { tell } from "../../words/language.ts";
import { handOver } from "./hand-over.ts";
import { onDemand } from "../on-demand/ask.ts";
import { describeBoth } from "./keys.ts";
import { heldBack, linkTo } from "./link.ts";
import { mode } from "../mode.ts";
import { say } from "../../shell/copy.ts";
import { save } from "../../dom/save.ts";
import { fieldName, t } from "../../words/page-words.ts";
import { updateCheck } from "../check/check.ts";
import type { Result } from "../check/check.ts";
import type { FieldName, Keys } from "../../api/types/mac.d.ts";

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
    const { caseFile } = await onDemand(), text = caseFile(form, await describedKeys(form.keys), current(), now);
    save(text, framed`netvisor-case-${guarded(now.toISOString().slice(0, 19).replaceAll(":", ""))}.json`, "application/json");
    say(byId("save-case", HTMLButtonElement), t("case.saved"));
    sayHeld(heldBack(form.request), "held");
  });
}

/** What was checked of the form; nothing is in Create. */
const current = () => (mode() === "check" ? checked : undefined);

/** Those in the form, or of whoever made the report that is handed on. */
const describedKeys = async (keys: Keys) => current()?.described ?? describeBoth(keys);

async function copyLink() {
  const { link, left } = linkTo(mode(), readForm());
  await handOver(byId("link", HTMLButtonElement), link);
  sayHeld(left, "link.left");
}

/** Makes the note, shows it and copies it. */
async function makeNote() {
  if (!checked?.report) return;
  const { input, report, doubts } = checked, shown = byId("note-text", HTMLTextAreaElement);
  const described = await describedKeys(input.keys);
  const note = async () => (await onDemand()).supportNote(input.request, described, report, doubts);
  await handOver(byId("note", HTMLButtonElement), await note(), true);
  tell("note-text", async () => { shown.value = await note(); });
  sayHeld(heldBack(input.request), "held");
}

/** Says which fields hold a key that stayed behind. */
function sayHeld(fields: FieldName[], how: "link.left" | "held") {
  tell("note-said", () => {
    byId("note-said").textContent = fields.map((name) => t(how, { field: fieldName(name) })).join(". ");
  });
}

// The mode Check: from the form to the verdict.

import { checkOf } from "./calculator.js";
import { showCode } from "./code.js";
import { byId } from "./dom.js";
import { fillForm, readForm } from "./form.js";
import { listMistakes } from "./learn.js";
import { supportNote } from "./note.js";
import { searchWith, stopSearch } from "./search.js";
import { momentsOf, timeline } from "./timeline.js";
import { t } from "./words.js";
import * as verdict from "./verdict.js";

/** @import { Report } from "./mac.d.ts" */
/** @import { Checked, Input } from "./workings.js" */

/** What was checked last, as text: the same is not searched again. */
let checked = "";
/** What the support note is made of. @type {{ input: Input, report: Report } | undefined} */
let result;

/** How long typing rests before the search begins; a paste and a button do not wait. */
const rest = 400;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** Checks what the form holds. @param {{ atOnce?: boolean }} [how] */
export async function updateCheck({ atOnce = false } = {}) {
  const input = /** @type {Input} */ ({ ...readForm(), addressForm: "raw" });
  const text = JSON.stringify(input);
  if (text === checked) return;
  checked = text;
  stopSearch();
  clearTimeout(waiting);
  result = undefined;
  const report = await checkOf(input);
  if (!report || text !== checked) return;
  showAround(input, report);
  showCode(input.request, []);
  if (report.missing.length) return verdict.showEmpty(report);
  if (report.ok) return conclude(input, report, verdict.showRight);
  if (report.causes.length) return conclude(input, report, () => verdict.showCause(report));
  verdict.showSearch(() => stopSearch());
  waiting = setTimeout(() => search(input, text), atOnce ? 0 : rest);
}

/** Forgets the result, so that the same is checked anew. */
export function leaveCheck() {
  stopSearch();
  clearTimeout(waiting);
  checked = "";
}

/** @param {Input} input @param {string} text */
async function search(input, text) {
  const report = await searchWith(input, (progress) => { if (text === checked) verdict.showProgress(progress); });
  if (text !== checked) return;
  if (!report) return verdict.showStopped(() => { leaveCheck(); updateCheck({ atOnce: true }); });
  conclude(input, report, () => (report.causes.length ? verdict.showCause(report) : verdict.showNone(report)));
}

/** @param {Input} input @param {Report} report @param {() => void} show */
function conclude(input, report, show) {
  result = { input, report };
  showCode(input.request, report.ok ? [] : (report.causes[0] ?? []).map(({ id }) => id));
  show();
  byId("note", HTMLButtonElement).disabled = false;
}

/** @param {Input} input @param {Checked} report */
function showAround({ request }, report) {
  verdict.showNotices(report.missing.length < 4 ? report.notices : []);
  byId("note", HTMLButtonElement).disabled = true;
  byId("note-text", HTMLElement).hidden = true;
  const moments = momentsOf(request, Date.now());
  byId("timeline-section", HTMLElement).hidden = moments.length === 0;
  byId("timeline", HTMLElement).replaceChildren(...(moments.length ? [timeline(moments)] : []));
}

/** What was found, if the search has ended. */
export const reportOf = () => result?.report;

/** Makes the note, shows it and copies it. */
async function makeNote() {
  if (!result) return;
  const text = await supportNote(result.input.request, result.input.keys, result.report);
  const shown = byId("note-text", HTMLTextAreaElement);
  shown.value = text;
  shown.hidden = false;
  shown.select();
  const said = await navigator.clipboard.writeText(text).then(() => "action.copied", () => "action.selected");
  byId("note-said", HTMLElement).textContent = t(/** @type {"action.copied"} */ (said));
}

/** Sets up what does not depend on a request. */
export function startCheck() {
  byId("note", HTMLButtonElement).addEventListener("click", makeNote);
  byId("learn", HTMLDetailsElement).addEventListener("toggle", () => {
    if (byId("learn", HTMLDetailsElement).open && !byId("mistakes", HTMLElement).hasChildNodes()) showMistakes();
  });
}

/** Lists the mistakes that can be tried. */
export function showMistakes() {
  return listMistakes(async (request, keys) => {
    fillForm(request, keys);
    await updateCheck({ atOnce: true });
    byId("verdict", HTMLElement).scrollIntoView({ block: "center" });
  });
}

// The mode Check: from the form to the verdict.

import { checkOf } from "./calculator.js";
import { byId } from "./dom.js";
import { readForm } from "./form.js";
import { tell } from "./language.js";
import { untilReleased } from "./press.js";
import { searchWith, stopSearch } from "./search.js";
import { momentsOf, timeline } from "./timeline.js";
import * as verdict from "./verdict.js";

/** @import { Report } from "./mac.d.ts" */
/** @import { Checked, Input } from "./workings.js" */

/** What was checked last, as text: the same is not searched again. */
let checked = "";

/** @typedef {{ input: Input, report?: Report }} Result the report comes when the search has ended */

/** @type {(result: Result) => void} */
let told = () => {};

/** @param {(result: Result) => void} tell is called with what is checked, and again with what was found */
export function listenToCheck(tell) {
  told = tell;
}

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
  rouse();
  told({ input });
  const report = await checkOf(input);
  await untilReleased();
  if (!report || text !== checked) return;
  showAround(input, report);
  if (report.missing.length) return verdict.showEmpty(report);
  if (report.ok) return conclude(input, report, verdict.showRight);
  if (report.causes.length) return conclude(input, report, () => verdict.showCause(report));
  verdict.showSearch(() => stop());
  waiting = setTimeout(() => search(input, text), atOnce ? 0 : rest);
}

/** Ends the search, even before it has begun. */
function stop() {
  if (waiting === undefined) return stopSearch();
  rouse();
  showStopped();
}

/** Ends the rest before a search. */
function rouse() {
  clearTimeout(waiting);
  waiting = undefined;
}

const showStopped = () => verdict.showStopped(() => { leaveCheck(); updateCheck({ atOnce: true }); });

/** Forgets the result, so that the same is checked anew. */
export function leaveCheck() {
  stopSearch();
  rouse();
  checked = "";
}

/** @param {Input} input @param {string} text */
async function search(input, text) {
  waiting = undefined;
  const report = await searchWith(input, (progress) => { if (text === checked) verdict.showProgress(progress); });
  await untilReleased();
  if (text !== checked) return;
  if (!report) return showStopped();
  conclude(input, report, () => (report.causes.length ? verdict.showCause(report) : verdict.showNone(report)));
}

/** @param {Input} input @param {Report} report @param {() => void} show */
function conclude(input, report, show) {
  show();
  told({ input, report });
}

/** @param {Input} input @param {Checked} report */
function showAround({ request }, report) {
  verdict.showNotices(report.missing.length < 4 ? report.notices : []);
  const moments = momentsOf(request, Date.now());
  byId("timeline-section", HTMLElement).hidden = moments.length === 0;
  tell("timeline", () => byId("timeline", HTMLElement).replaceChildren(...(moments.length ? [timeline(moments)] : [])));
}

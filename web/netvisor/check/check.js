// The mode Check: from the form to the verdict.

import { checkOf } from "../calculator.js";
import { doubtsOf } from "../doubts.js";
import { byId } from "../../dom/elements.js";
import { readForm } from "../form.js";
import { tell } from "../../words/language.js";
import { untilReleased } from "../../dom/press.js";
import { searchWith, stopSearch } from "./search.js";
import { momentsOf, timeline } from "./timeline.js";
import * as verdict from "./verdict.js";

/** @import { Note, Report } from "../../api/types/mac.d.ts" */
/** @import { Checked, Input } from "../workings.js" */

/** What was checked last, as text: the same is not searched again. */
let checked = "";

/** @typedef {{ input: Input, report?: Report, doubts?: Note[] }} Result the report comes when the search has ended, with what the reading of the request left open */

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

/** What comes of what was checked last. @type {Promise<void>} */
let answering = Promise.resolve();

/** Checks what the form holds. @param {{ atOnce?: boolean }} [how] */
export function updateCheck({ atOnce = false } = {}) {
  const values = readForm(), doubts = doubtsOf(values.request);
  const input = /** @type {Input} */ ({ ...values, addressForm: "raw", addresses: doubts.addresses });
  const text = JSON.stringify([input, doubts.notes]);
  if (text === checked) return answering;
  checked = text;
  return answering = checkAnew(input, text, doubts, atOnce);
}

/** @param {Input} input @param {string} text @param {import("../doubts.js").Doubts} doubts @param {boolean} atOnce */
async function checkAnew(input, text, doubts, atOnce) {
  stopSearch();
  rouse();
  told({ input });
  const report = await checkOf(input).catch((error) => {
    if (text === checked) checked = ""; // so that the same can be asked again
    throw error;
  });
  await untilReleased();
  if (!report || text !== checked) return;
  showAround(input, report);
  if (report.missing.length) return verdict.showEmpty(report);
  const open = { ...doubts, right: report.otherwise };
  if (report.ok || open.right.length) return conclude({ input, report, doubts: open.notes }, () => verdict.showRight(open, report.ok ? input.request.url ?? "" : ""));
  if (report.causes.length) return conclude({ input, report, doubts: open.notes }, () => verdict.showCause(report, open));
  verdict.showSearch(() => stop());
  waiting = setTimeout(() => search(input, text, open), atOnce ? 0 : rest);
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

const showStopped = () => verdict.showStopped(again);

function again() {
  leaveCheck();
  updateCheck({ atOnce: true });
}

/** Forgets the result, so that the same is checked anew. */
export function leaveCheck() {
  stopSearch();
  rouse();
  checked = "";
}

/** @param {Input} input @param {string} text @param {import("./verdict.js").Open} open */
async function search(input, text, open) {
  waiting = undefined;
  const report = await searchWith(input, (progress) => { if (text === checked) verdict.showProgress(progress); }).catch(() => undefined);
  await untilReleased();
  if (text !== checked) return;
  if (report === undefined) return verdict.showDied(again);
  if (report === null) return showStopped();
  conclude({ input, report, doubts: open.notes }, () => (report.causes.length ? verdict.showCause(report, open) : verdict.showNone(report, open)));
}

/** @param {Result} result @param {() => void} show */
function conclude(result, show) {
  show();
  told(result);
}

/** @param {Input} input @param {Checked} report */
function showAround({ request }, report) {
  verdict.showNotices(report.missing.length < 4 ? report.notices : []);
  const moments = momentsOf(request, Date.now());
  byId("timeline-section", HTMLElement).hidden = moments.length === 0;
  tell("timeline", () => byId("timeline", HTMLElement).replaceChildren(...(moments.length ? [timeline(moments)] : [])));
}

// The mode Check: from the form to the verdict.

import { newest } from "../newest.ts";
import { ask } from "../../worker/workers.ts";
import { doubtsOf } from "../doubts.ts";
import { byId } from "../../dom/elements.ts";
import { readForm } from "../form.ts";
import { tell } from "../../words/language.ts";
import { untilReleased } from "../../dom/press.ts";
import { searchWith, stopSearch } from "./search.ts";
import { momentsOf, timeline } from "./timeline.ts";
import { onDemand } from "../on-demand/ask.ts";
import { caseOf } from "../share/opened-case.ts";
import { refusalOf } from "../answered.ts";
import { showNone } from "./none.ts";
import { markTab } from "./panel.ts";
import * as right from "./right.ts";
import { showDied, showProgress, showSearch, showStopped } from "./searching.ts";
import * as verdict from "./verdict.ts";
import type { Doubts } from "../doubts.ts";
import type { MacRequest, Note } from "../../api/types/mac.d.ts";
import type { Finding } from "../share/case.ts";
import type { DescribedKeys } from "../share/described.ts";
import type { Checked, Input } from "../workings.ts";

/** What was checked last, as text: the same is not searched again. */
let checked = "";

/**
 * the report comes when the search has ended, with what the reading of the request left open. modern is the same request with
 * HMACSHA256, where it is right with SHA256; described are the keys of whoever made the report, where that is somebody else.
 */
export type Result = { input: Input, report?: Finding, doubts?: Note[], modern?: MacRequest, described?: DescribedKeys };

let told: (result: Result) => void = () => {};

/** @param tell is called with what is checked, and again with what was found */
export function listenToCheck(tell: (result: Result) => void) {
  told = tell;
}

/** How long typing pauses before the search begins; a paste and a button do not wait. */
const debounce = 400;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** What comes of what was checked last. */
let answering: Promise<void> = Promise.resolve();

/** Checks what the form holds. */
export function updateCheck({ atOnce = false }: { atOnce?: boolean } = {}) {
  const values = readForm(), doubts = doubtsOf(values.request);
  const input = { ...values, addressForm: "raw", addresses: doubts.addresses } as Input;
  const text = JSON.stringify([input, doubts.notes, refusalOf(values.request), caseOf(values.request)]);
  if (text === checked) return answering;
  checked = text;
  return answering = checkAnew(input, text, doubts, atOnce);
}

async function checkAnew(input: Input, text: string, doubts: Doubts, atOnce: boolean) {
  stopSearch();
  cancelWaiting();
  told({ input });
  const report = await newest(() => ask.check(input)).catch((error: unknown) => {
    if (text === checked) checked = ""; // so that the same can be asked again
    throw error;
  });
  await untilReleased();
  if (!report || text !== checked) return;
  showAround(input, report);
  const result = { input, report, doubts: doubts.notes };
  if (report.missing.length) await showKeyless(input, report, text);
  else if (report.ok || report.otherwise.length) await showRight(result, report, doubts, text);
  else if (report.causes.length) conclude(result, () => verdict.showCause(report, doubts.notes, input.request.mac ?? ""));
  else {
    showSearch(() => stop());
    waiting = setTimeout(() => void search(input, text, doubts.notes), atOnce ? 0 : debounce);
  }
}

/** Without the keys: what somebody else found who had them, if the form holds the request of a case file. */
async function showKeyless({ request }: Input, report: Checked, text: string) {
  const opened = caseOf(request);
  if (!opened?.report) {
    verdict.showEmpty(report);
    return;
  }
  const [known, { asKnown }] = await Promise.all([ask.mistakes(), onDemand()]);
  if (text !== checked) return;
  const causes = opened.report.causes.map((cause) => cause.map((named) => asKnown(named, known)));
  verdict.showSenders({ ...opened.report, causes }, opened.made);
  told({ input: { request } as Input, report: { ...opened.report, causes, notices: [] }, described: opened.keys });
}

/** A right MAC, with what is to be said of it. */
async function showRight(result: Result, report: Checked, doubts: Doubts, text: string) {
  const { input } = result, refused = refusalOf(input.request);
  if (doubts.notes.length || doubts.addresses.length) conclude(result, () => { right.showUnsure({ ...doubts, right: report.otherwise }, report.ok ? input.request.url ?? "" : ""); });
  else if (refused) conclude(result, () => { right.showRefused(refused, input.request); });
  else if (input.request.algorithm === "SHA256") await showLegacy(result, report, text);
  else conclude(result, right.showRight);
}

/** What changes with the algorithm of today. */
async function showLegacy(result: Result, report: Checked, text: string) {
  const { input } = result, request = modernOf(input.request), modern = await ask.check({ ...input, request, charset: "" });
  if (text === checked) conclude({ ...result, modern: request }, () => { right.showLegacy(report, modern); });
}

/** The same request with HMACSHA256, which signs the Unix timestamp, too. */
function modernOf({ timestamp = "", timestampUnix, ...request }: MacRequest): MacRequest {
  const seconds = Math.floor(Date.parse(`${timestamp.replace(" ", "T")}Z`) / 1000);
  return { ...request, timestamp, timestampUnix: timestampUnix || (Number.isNaN(seconds) ? "" : String(seconds)), algorithm: "HMACSHA256", mac: "" };
}

/** Ends the search, even before it has begun. */
function stop() {
  if (waiting === undefined) stopSearch();
  else {
    cancelWaiting();
    tellStopped();
  }
}

/** Lets no search begin that waits for a pause. */
function cancelWaiting() {
  clearTimeout(waiting);
  waiting = undefined;
}

const tellStopped = () => { showStopped(again); };

function again() {
  leaveCheck();
  void updateCheck({ atOnce: true });
}

/** Forgets the result, so that the same is checked anew. */
export function leaveCheck() {
  stopSearch();
  cancelWaiting();
  checked = "";
  markTab();
}

async function search(input: Input, text: string, notes: Note[]) {
  waiting = undefined;
  const report = await searchWith(input, (progress) => { if (text === checked) showProgress(progress); }).catch(() => undefined);
  await untilReleased();
  if (text !== checked) return;
  if (report === undefined) showDied(again);
  else if (report === null) tellStopped();
  else conclude({ input, report, doubts: notes }, () => { if (report.causes.length) verdict.showCause(report, notes, input.request.mac ?? ""); else showNone(input, report, notes); });
}

function conclude(result: Result, show: () => void) {
  show();
  told(result);
}

function showAround({ request }: Input, report: Checked) {
  verdict.showNotices(report.missing.length < 4 ? report.notices : []);
  const moments = momentsOf(request, Date.now());
  byId("timeline-section").hidden = moments.length === 0;
  tell("timeline", () => byId("timeline").replaceChildren(...(moments.length ? [timeline(moments)] : [])));
}

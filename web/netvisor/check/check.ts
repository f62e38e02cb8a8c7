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
import * as verdict from "./verdict.ts";
import type { Doubts } from "../doubts.ts";
import type { Note, Report } from "../../api/types/mac.d.ts";
import type { Checked, Input } from "../workings.ts";

/** What was checked last, as text: the same is not searched again. */
let checked = "";

/** the report comes when the search has ended, with what the reading of the request left open */
export type Result = { input: Input, report?: Report, doubts?: Note[] };

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
  const text = JSON.stringify([input, doubts.notes]);
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
  if (report.missing.length) {
    verdict.showEmpty(report);
    return;
  }
  const open = { ...doubts, right: report.otherwise };
  const result = { input, report, doubts: open.notes };
  if (report.ok || open.right.length) conclude(result, () => verdict.showRight(open, report.ok ? input.request.url ?? "" : ""));
  else if (report.causes.length) conclude(result, () => verdict.showCause(report, open, input.request.mac ?? ""));
  else {
    verdict.showSearch(() => stop());
    waiting = setTimeout(() => void search(input, text, open), atOnce ? 0 : debounce);
  }
}

/** Ends the search, even before it has begun. */
function stop() {
  if (waiting === undefined) stopSearch();
  else {
    cancelWaiting();
    showStopped();
  }
}

/** Lets no search begin that waits for a pause. */
function cancelWaiting() {
  clearTimeout(waiting);
  waiting = undefined;
}

const showStopped = () => verdict.showStopped(again);

function again() {
  leaveCheck();
  void updateCheck({ atOnce: true });
}

/** Forgets the result, so that the same is checked anew. */
export function leaveCheck() {
  stopSearch();
  cancelWaiting();
  checked = "";
}

async function search(input: Input, text: string, open: import("./verdict.ts").Open) {
  waiting = undefined;
  const report = await searchWith(input, (progress) => { if (text === checked) verdict.showProgress(progress); }).catch(() => undefined);
  await untilReleased();
  if (text !== checked) return;
  if (report === undefined) verdict.showDied(again);
  else if (report === null) showStopped();
  else conclude({ input, report, doubts: open.notes }, () => (report.causes.length ? verdict.showCause(report, open, input.request.mac ?? "") : verdict.showNone(report, open)));
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

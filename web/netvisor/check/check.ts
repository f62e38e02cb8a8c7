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

/** How long typing rests before the search begins; a paste and a button do not wait. */
const rest = 400;
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

async function checkAnew(input: Input, text: string, doubts: import("../doubts.ts").Doubts, atOnce: boolean) {
  stopSearch();
  rouse();
  told({ input });
  const report = await newest(() => ask.check(input)).catch((error: unknown) => {
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

async function search(input: Input, text: string, open: import("./verdict.ts").Open) {
  waiting = undefined;
  const report = await searchWith(input, (progress) => { if (text === checked) verdict.showProgress(progress); }).catch(() => undefined);
  await untilReleased();
  if (text !== checked) return;
  if (report === undefined) return verdict.showDied(again);
  if (report === null) return showStopped();
  conclude({ input, report, doubts: open.notes }, () => (report.causes.length ? verdict.showCause(report, open) : verdict.showNone(report, open)));
}

function conclude(result: Result, show: () => void) {
  show();
  told(result);
}

function showAround({ request }: Input, report: Checked) {
  verdict.showNotices(report.missing.length < 4 ? report.notices : []);
  const moments = momentsOf(request, Date.now());
  byId("timeline-section", HTMLElement).hidden = moments.length === 0;
  tell("timeline", () => byId("timeline", HTMLElement).replaceChildren(...(moments.length ? [timeline(moments)] : [])));
}

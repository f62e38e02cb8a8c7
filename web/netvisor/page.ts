// The form and what is made of it, on any page that has both: loads the module,
// computes while you type.

import { isStopped } from "../worker/client.ts";
import { ask, loadModule, searchWorkers } from "../worker/workers.ts";
import { newest } from "./newest.ts";
import { leaveCheck, listenToCheck, updateCheck } from "./check/check.ts";
import { listenForCopies } from "../shell/copy.ts";
import { button, onClick } from "../dom/buttons.ts";
import { byId } from "../dom/elements.ts";
import { whileDue } from "../shell/due.ts";
import { failureOf, listenToFailures } from "../shell/failures.ts";
import { officialExample } from "./example.ts";
import { control } from "./controls.ts";
import { clearForm, fillForm, listenToForm, mark, readForm, showHints } from "./form.ts";
import { mode } from "./mode.ts";
import { untilReleased } from "../dom/press.ts";
import { suggestResources } from "./resources.ts";
import { copyText, say, showResult } from "./create/result.ts";
import { anewOffer } from "../shell/update.ts";
import { reasonOf, t } from "../words/page-words.ts";
import type { MacRequest } from "../api/types/mac.d.ts";
import type { Result } from "./check/check.ts";
import type { AddressForm, Input, Workings } from "./workings.ts";

/** What a page does besides. */
export interface Page {
  /** the module has, at first or after a failure */
  arrived: () => unknown;
  /** it has, and what the form held is answered */
  settled: () => unknown;
  /** a mode was come into, with the module there */
  entered: () => unknown;
  /** the form may have other values */
  changed: () => unknown;
  /** in Create; the request is as it would be sent */
  computed: (request: MacRequest, workings: Workings) => unknown;
  /** in Check: once at once, and once when the search has ended */
  checked: (result: Result) => unknown;
}

let page: Partial<Page> = {};

let addressForm: AddressForm = "ISO-8859-1";
let ready = false;
/** The result that is shown: the same is not shown again, so that a selection in it stays. */
let shown = "";

/** Waits for the module and begins. */
export async function begin(loading: Promise<unknown> = loadModule()) {
  try {
    await loading;
  } catch (error) {
    failed(error);
    return;
  }
  setReady(true);
  page.arrived?.();
  await enter();
  page.settled?.();
}

/** @param is whether there is a module to ask */
function setReady(is: boolean) {
  ready = is;
  byId("main").dataset.state = is ? "ready" : "failed";
  for (const id of ["now", "new"]) byId(id, HTMLButtonElement).disabled = !is;
}

function failed(error: unknown) {
  if (!isStopped(error)) setReady(false); // else another takes its place, which whatever is asked next starts
  tellFailure(error, () => `${t("result.failed")} ${reasonOf((error as Error).message)}`);
}

/** @param why unless a worker has stopped */
function tellFailure(thrown: unknown, why = () => failureOf(thrown)) {
  const stopped = isStopped(thrown);
  shown = "";
  drawn();
  say("failed", () => `${stopped ? t("result.stopped") : why()} ${t("result.failed.keep")}`, () => [retry(ready ? enter : begin), ...(stopped ? [] : anewOffer())]);
}

function retry(again: () => unknown) {
  return button({ id: "retry" }, t("action.retry"), () => {
    say("loading", () => t("result.loading"));
    return again();
  });
}

/** Comes into the mode that the address names. */
export async function enter() {
  if (ready) {
    say("ready", () => "");
    page.entered?.();
  }
  if (mode() === "create") {
    leaveCheck();
    if (ready) await fillFresh();
  } else {
    if (ready) void searchWorkers();
  }
  return update();
}

/** A request of this moment. */
const newRequest = () => ask.newRequest("", Date.now());

/** A new request needs times and an id of its own; one that is checked brings them, and so does one that came meanwhile. */
async function fillFresh() {
  const { timestamp, timestampUnix, transactionId } = await newRequest();
  if (!control("timestamp").value && !control("timestampUnix").value) fillForm({ timestamp, timestampUnix });
  if (!control("transactionId").value) fillForm({ transactionId });
}

/** Computes what the form holds. */
export async function update(how?: { atOnce?: boolean }) {
  suggestResources(control("url").value);
  page.changed?.();
  if (!ready) return;
  try {
    await whileDue(mode() === "check" ? check(how) : show({ ...readForm(), addressForm }));
  } catch (error) {
    failed(error);
  }
  drawn();
}

function check(how?: { atOnce?: boolean }) {
  showHints([]);
  return updateCheck(how);
}

/** From now on the workings hold something, or never will. */
const drawn = () => byId("main").toggleAttribute("data-drawn", true);

async function show(input: Input) {
  const workings = await newest(() => ask.workings(input));
  await untilReleased();
  if (!workings) return;
  const result = JSON.stringify(workings);
  if (result !== shown) showResult(workings, input.request.algorithm ?? "");
  shown = result;
  page.computed?.({ ...input.request, url: workings.addresses.find(({ signed }) => signed)?.text, mac: workings.mac }, workings);
  showHints(workings.notices);
}

async function fillNow() {
  const { timestamp, timestampUnix } = await newRequest();
  fillForm({ timestamp, timestampUnix });
}

async function fillTransactionId() {
  const { transactionId } = await newRequest();
  fillForm({ transactionId });
}

/** Lets a button change the form. */
function changeBy(id: string, action: () => unknown) {
  onClick(id, async () => {
    await action();
    await update({ atOnce: true });
  });
}

/** Listens to the form, and tells the page. */
export function listenToPage(besides: Partial<Page>) {
  listenToFailures(tellFailure);
  page = besides;
  listenToForm(update);
  listenToCheck((result) => page.checked?.(result));
  byId("form", HTMLFormElement).addEventListener("paste", () => setTimeout(() => void update({ atOnce: true })));
  listenForCopies(copyText);
  changeBy("now", fillNow);
  changeBy("new", fillTransactionId);
  changeBy("example", fillExample);
  changeBy("clear", clearForm);
  byId("addresses").addEventListener("change", ({ target }) => {
    addressForm = (target as HTMLInputElement).value as AddressForm;
    void update();
  });
  for (const [on, off] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(on, ({ target }) => mark(fieldAt(target)));
    document.addEventListener(off, () => mark());
  }
}

/** Fills in the official example, with its MAC and its keys. */
export function fillExample() {
  fillForm({ ...officialExample.request, mac: officialExample.mac }, officialExample.keys);
}

function fieldAt(target: EventTarget | null) {
  const found = target instanceof Element && target.closest("[data-field]");
  return found instanceof HTMLElement ? found.dataset.field : undefined;
}

// The form and what is made of it, on any page that has both: loads the module,
// computes while you type.

import { isStopped } from "../worker/client.js";
import { loadModule, newRequest, searchers, workingsOf } from "./calculator.js";
import { leaveCheck, listenToCheck, updateCheck } from "./check/check.js";
import { listenForCopies } from "../shell/copy.js";
import { byId, element } from "../dom/elements.js";
import { whileDue } from "../shell/due.js";
import { officialExample } from "./example.js";
import { clearForm, control, fillForm, listenToForm, mark, readForm, showHints } from "./form.js";
import { mode } from "./mode.js";
import { untilReleased } from "../dom/press.js";
import { suggestResources } from "./resources.js";
import { copyText, say, showResult } from "./create/result.js";
import { anewOffer } from "../shell/update.js";
import { reasonOf, t } from "../words/page-words.js";

/** @import { MacRequest } from "../api/types/mac.d.ts" */
/** @import { Result } from "./check/check.js" */
/** @import { AddressForm, Input, Workings } from "./workings.js" */

/**
 * What a page does besides.
 * @typedef {object} Page
 * @property {() => unknown} arrived the module has, at first or after a failure
 * @property {() => unknown} settled it has, and what the form held is answered
 * @property {() => unknown} entered a mode was come into, with the module there
 * @property {() => unknown} changed the form may have other values
 * @property {(request: MacRequest, workings: Workings) => unknown} computed in Create; the request is as it would be sent
 * @property {(result: Result) => unknown} checked in Check: once at once, and once when the search has ended
 */

const nothing = () => {};
/** @type {Page} */
let page = { arrived: nothing, settled: nothing, entered: nothing, changed: nothing, computed: nothing, checked: nothing };

/** @type {AddressForm} */
let addressForm = "ISO-8859-1";
let ready = false;
/** The result that is shown: the same is not shown again, so that a selection in it stays. */
let shown = "";

/** Waits for the module and begins. @param {Promise<unknown>} [loading] */
export async function begin(loading = loadModule()) {
  try {
    await loading;
  } catch (error) {
    return failed(error);
  }
  setReady(true);
  page.arrived();
  await enter();
  page.settled();
}

/** @param {boolean} is whether there is a module to ask */
function setReady(is) {
  ready = is;
  byId("main", HTMLElement).dataset.state = is ? "ready" : "failed";
  for (const id of ["now", "new"]) byId(id, HTMLButtonElement).disabled = !is;
}

/** @param {unknown} error */
function failed(error) {
  const stopped = isStopped(error); // then another takes its place, which whatever is asked next starts
  if (!stopped) setReady(false);
  shown = "";
  drawn();
  const why = () => (stopped ? t("result.stopped") : `${t("result.failed")} ${reasonOf(/** @type {Error} */ (error).message)}`);
  say("failed", () => `${why()} ${t("result.failed.keep")}`, () => [retry(stopped ? enter : begin), ...(stopped ? [] : anewOffer())]);
}

/** @param {() => unknown} again */
function retry(again) {
  const button = element("button", { type: "button", id: "retry" }, t("action.retry"));
  button.addEventListener("click", () => {
    say("loading", () => t("result.loading"));
    again();
  });
  return button;
}

/** Comes into the mode that the address names. */
export async function enter() {
  if (ready) {
    say("ready", () => "");
    page.entered();
  }
  if (mode() === "create") {
    leaveCheck();
    if (ready) await fillFresh();
  } else {
    if (ready) searchers();
  }
  return update();
}

/** A new request needs times and an id of its own; one that is checked brings them, and so does one that came meanwhile. */
async function fillFresh() {
  const { timestamp, timestampUnix, transactionId } = await newRequest("");
  if (!control("timestamp").value && !control("timestampUnix").value) fillForm({ timestamp, timestampUnix });
  if (!control("transactionId").value) fillForm({ transactionId });
}

/** Computes what the form holds. @param {{ atOnce?: boolean }} [how] */
export async function update(how) {
  suggestResources(control("url").value);
  page.changed();
  if (!ready) return;
  try {
    await whileDue(mode() === "check" ? check(how) : show({ ...readForm(), addressForm }));
  } catch (error) {
    failed(error);
  }
  drawn();
}

/** @param {{ atOnce?: boolean }} [how] */
function check(how) {
  showHints([]);
  return updateCheck(how);
}

/** From now on the workings hold something, or never will. */
const drawn = () => byId("main", HTMLElement).toggleAttribute("data-drawn", true);

/** @param {Input} input */
async function show(input) {
  const workings = await workingsOf(input);
  await untilReleased();
  if (!workings) return;
  const result = JSON.stringify(workings);
  if (result !== shown) showResult(workings, input.request.algorithm ?? "");
  shown = result;
  page.computed({ ...input.request, url: workings.addresses.find(({ signed }) => signed)?.text, mac: workings.mac }, workings);
  showHints(workings.notices);
}

async function fillNow() {
  const { timestamp, timestampUnix } = await newRequest("");
  fillForm({ timestamp, timestampUnix });
}

async function fillTransactionId() {
  const { transactionId } = await newRequest("");
  fillForm({ transactionId });
}

/**
 * @param {string} id
 * @param {() => void | Promise<void>} action
 */
function onClick(id, action) {
  byId(id, HTMLButtonElement).addEventListener("click", async () => {
    await action();
    update({ atOnce: true });
  });
}

/** Listens to the form, and tells the page. @param {Partial<Page>} besides */
export function listenToDesk(besides) {
  page = { ...page, ...besides };
  listenToForm(() => update());
  listenToCheck(page.checked);
  byId("form", HTMLFormElement).addEventListener("paste", () => setTimeout(() => update({ atOnce: true })));
  listenForCopies(copyText);
  onClick("now", fillNow);
  onClick("new", fillTransactionId);
  onClick("example", fillExample);
  onClick("clear", clearForm);
  byId("addresses", HTMLElement).addEventListener("change", ({ target }) => {
    addressForm = /** @type {AddressForm} */ (/** @type {HTMLInputElement} */ (target).value);
    update();
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

/** @param {EventTarget | null} target */
function fieldAt(target) {
  const found = target instanceof Element && target.closest("[data-field]");
  return found instanceof HTMLElement ? found.dataset.field : undefined;
}

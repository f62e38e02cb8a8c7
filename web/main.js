// The page: loads the module, computes while you type, shows what was made of it.

import { loadModule, newRequest, searchers, workingsOf } from "./calculator.js";
import { compareKeys } from "./casework.js";
import { leaveCheck, reportOf, showMistakes, startCheck, updateCheck } from "./check.js";
import { listenToCode, showCode, showLanguages } from "./code.js";
import { listenForCopies } from "./copy.js";
import { byId, element } from "./dom.js";
import { officialExample } from "./example.js";
import { clearForm, control, fillForm, listenToForm, mark, readForm, showHints } from "./form.js";
import { listenToFrame } from "./frame.js";
import { listenToHandover } from "./handover.js";
import { openMistake } from "./learn.js";
import { requestIn } from "./link.js";
import { mode, showMode } from "./mode.js";
import { clearPaste, listenToPaste, readBox } from "./paste.js";
import { untilReleased } from "./press.js";
import { suggestResources } from "./resources.js";
import { requestOf } from "./request.js";
import { copyText, say, showResult } from "./result.js";
import { t } from "./words.js";

/** @import { AddressForm, Input } from "./workings.js" */

/** @type {AddressForm} */
let addressForm = "ISO-8859-1";
let ready = false;
/** The result that is shown: the same is not shown again, so that a selection in it stays. */
let shown = "";

/** @param {Promise<unknown>} [loading] */
async function start(loading = loadModule()) {
  try {
    await loading;
  } catch (error) {
    return failed(/** @type {Error} */ (error).message);
  }
  setReady(true);
  readBox();
  if (location.hash.startsWith("#mistake=")) showMistakes();
  return enter();
}

/** @param {boolean} is whether there is a module to ask */
function setReady(is) {
  ready = is;
  byId("main", HTMLElement).dataset.state = is ? "ready" : "failed";
  for (const id of ["now", "new"]) byId(id, HTMLButtonElement).disabled = !is;
}

/** @param {string} reason */
function failed(reason) {
  setReady(false);
  shown = "";
  say("failed", `${t("result.failed")} ${reason} ${t("result.failed.keep")}`);
  const again = element("button", { type: "button", id: "retry" }, t("action.retry"));
  again.addEventListener("click", () => {
    say("loading", t("result.loading"));
    start();
  });
  byId("status", HTMLElement).append(again);
}

/** Comes into the mode that the address names. */
async function enter() {
  openLink();
  showMode();
  if (ready) {
    say("ready", "");
    showLanguages();
  }
  openMistake();
  if (mode() === "create") {
    leaveCheck();
    if (ready) await fillFresh();
  } else {
    if (ready) searchers();
  }
  return update();
}

/** A link fills the form, and then goes out of the address. */
function openLink() {
  const linked = requestIn(location.hash);
  if (!linked) return;
  fillForm({ ...requestOf((name) => linked[name] ?? ""), algorithm: linked.algorithm ?? "HMACSHA256" });
  history.replaceState(null, "", `#${mode()}`);
}

/** A new request needs times and an id of its own; one that is checked brings them. */
async function fillFresh() {
  if (!control("timestamp").value && !control("timestampUnix").value) await fillNow();
  if (!control("transactionId").value) await fillTransactionId();
}

/** @param {{ atOnce?: boolean }} [how] */
async function update(how) {
  suggestResources(control("url").value);
  compareKeys();
  if (!ready) return;
  try {
    if (mode() === "check") {
      showHints([]);
      await updateCheck(how);
    } else await show({ ...readForm(), addressForm });
  } catch (error) {
    failed(/** @type {Error} */ (error).message);
  }
}

/** @param {Input} input */
async function show(input) {
  const workings = await workingsOf(input);
  await untilReleased();
  if (!workings) return;
  const result = JSON.stringify(workings);
  if (result !== shown) showResult(workings, input.request.algorithm ?? "");
  shown = result;
  showCode({ ...input.request, url: workings.addresses.find(({ signed }) => signed)?.text, mac: workings.mac }, []);
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

function listen() {
  openLink();
  showMode();
  listenToForm(() => update());
  startCheck();
  addEventListener("hashchange", enter);
  byId("form", HTMLFormElement).addEventListener("paste", () => setTimeout(() => update({ atOnce: true })));
  listenForCopies(copyText);
  onClick("now", fillNow);
  onClick("new", fillTransactionId);
  onClick("example", () => fillForm({ ...officialExample.request, mac: officialExample.mac }, officialExample.keys));
  onClick("clear", () => {
    clearForm();
    clearPaste();
  });
  listenToPaste(() => update({ atOnce: true }));
  listenToHandover(reportOf);
  listenToCode();
  byId("addresses", HTMLElement).addEventListener("change", ({ target }) => {
    addressForm = /** @type {AddressForm} */ (/** @type {HTMLInputElement} */ (target).value);
    update();
  });
  listenToFrame();
  for (const [on, off] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(on, ({ target }) => mark(fieldAt(target)));
    document.addEventListener(off, () => mark());
  }
}

/** @param {EventTarget | null} target */
function fieldAt(target) {
  const found = target instanceof Element && target.closest("[data-field]");
  return found instanceof HTMLElement ? found.dataset.field : undefined;
}

// The script does not wait for the page, so that module and worker come early.
const loading = loadModule();
loading.catch(() => {}); // start() tells it
if (document.readyState === "loading") await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
listen();
start(loading);

// The page: the desk, and around it the box, links, code and what is handed over.

import { loadModule, sumOfModule } from "./calculator.js";
import { compareKeys } from "./share/opened-case.js";
import { updateCheck } from "./check/check.js";
import { listenToCode, showCode, showLanguages } from "./code/code.js";
import { begin, enter, listenToDesk, update } from "./page.js";
import { byId } from "../dom/elements.js";
import { dropKeys, fillForm, restoreForm } from "./form.js";
import { listenToFrame } from "../shell/shell.js";
import { listenToHandover, showHandover } from "./share/share.js";
import { fetchWords } from "../words/language.js";
import { listenToLearn, openMistake, showMistakes } from "./check/known-mistakes.js";
import { requestIn } from "./share/link.js";
import { mode, showMode } from "./mode.js";
import { clearPaste, listenToPaste, readBox } from "./paste/paste.js";
import { showPicture } from "./create/picture.js";
import { requestOf } from "./request.js";
import { showSum } from "../shell/module-sum.js";
import { keepOffline } from "../shell/update.js";
import { tableOfRequests } from "../requests/fetched.js";

/** @import { Keys, MacRequest } from "../api/types/mac.d.ts" */
/** @import { Result } from "./check/check.js" */
/** @import { Workings } from "./workings.js" */

/** A link fills the form, and then goes out of the address. */
function openLink() {
  const linked = requestIn(location.hash);
  if (!linked) return;
  const { request, charset } = linked;
  fillForm({ ...requestOf((name) => request[name] ?? ""), algorithm: request.algorithm ?? "HMACSHA256" });
  restoreForm({ charset });
  history.replaceState(null, "", `#${mode()}`);
}

function arrived() {
  readBox();
  if (location.hash.startsWith("#mistake=")) showMistakes(tryExample);
}

function settled() {
  keepOffline();
  sumOfModule().then(showSum, () => {}); // what is lost is told by what is computed next
}

function entered() {
  showLanguages();
  openMistake();
}

/** @param {MacRequest} request @param {Workings} workings */
function computed(request, { mac, charset }) {
  byId("dock", HTMLElement).hidden = mac === "";
  byId("dock-mac", HTMLElement).textContent = mac;
  showPicture(charset, request.algorithm ?? "");
  showCode(request, []);
}

/** @param {Result} result */
function checked(result) {
  const { input, report } = result;
  showCode(input.request, report && !report.ok ? (report.causes[0] ?? []).map(({ id }) => id) : []);
  showHandover(result);
}

/** Checks an example of a mistake. @param {MacRequest} request @param {Keys} keys */
async function tryExample(request, keys) {
  fillForm(request, keys);
  await updateCheck({ atOnce: true });
  byId("verdict", HTMLElement).scrollIntoView({ block: "center" });
}

function followAddress() {
  openLink();
  showMode();
}

function listen() {
  followAddress();
  listenToDesk({ arrived, settled, entered, changed: compareKeys, computed, checked });
  addEventListener("hashchange", () => {
    followAddress();
    enter();
  });
  byId("clear", HTMLButtonElement).addEventListener("click", clearPaste);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    dropKeys();
    clearPaste();
    update({ atOnce: true });
  });
  listenToPaste({ changed: () => update({ atOnce: true }), tableOfRequests });
  listenToHandover();
  listenToCode();
  listenToLearn(tryExample);
  listenToFrame();
}

// The script does not wait for the page, so that words, module and worker come early.
fetchWords();
const loading = loadModule();
loading.catch(() => {}); // begin() tells it
if (document.readyState === "loading") await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
listen();
begin(loading);

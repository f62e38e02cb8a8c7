// The page: the form and its workings, and around them the box, links, code and what is handed over.

import { ask, loadModule } from "../worker/workers.ts";
import { compareKeys } from "./share/opened-case.ts";
import { updateCheck } from "./check/check.ts";
import { listenToCode, showCode, showLanguages } from "./code/code.ts";
import { begin, enter, listenToPage, update } from "./page.ts";
import { onClick } from "../dom/buttons.ts";
import { byId } from "../dom/elements.ts";
import { dropKeys, fillForm, restoreForm } from "./form.ts";
import { listenToFrame } from "../shell/shell.ts";
import { forgetOnDemand, onDemand } from "./on-demand/ask.ts";
import { listenToHandover, showHandover } from "./share/share.ts";
import { fetchWords } from "../words/language.ts";
import { listenToLearn, openMistake, showMistakes } from "./check/known-mistakes.ts";
import { requestIn } from "./share/link.ts";
import { enterMode, mode, showMode } from "./mode.ts";
import { emptyBox, forgetPaste, keepCleared, keepStep, listenToFiles, listenToPaste, readBox } from "./paste/paste.ts";
import { showSlots } from "./paste/slots.ts";
import { listenToShortcuts } from "./shortcuts.ts";
import { showPicture } from "./create/picture.ts";
import { requestOf } from "./request.ts";
import { showSum } from "../shell/module-sum.ts";
import { keepOffline } from "../shell/update.ts";
import { openMany } from "./paste/many.ts";
import { tableOfRequests } from "../requests/fetched.ts";
import type { Keys, MacRequest } from "../api/types/mac.d.ts";
import type { Result } from "./check/check.ts";
import type { Workings } from "./workings.ts";

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
  void readBox();
  if (location.hash.startsWith("#mistake=")) void showMistakes(tryExample);
}

function settled() {
  keepOffline();
  ask.sumOfModule().then(showSum).catch(() => {}); // what is lost is told by what is computed next
}

function entered() {
  void showLanguages();
  openMistake();
}

function computed(request: MacRequest, { mac, charset }: Workings) {
  byId("dock").hidden = mac === "";
  byId("dock-mac").textContent = mac;
  showPicture(charset, request.algorithm ?? "");
  void showCode(request, []);
}

function checked(result: Result) {
  const { input, report, modern } = result;
  void showCode(modern ?? input.request, report && !report.ok ? (report.causes[0] ?? []).map(({ id }) => id) : [], modern && input.request);
  showHandover(result);
}

function changed() {
  showSlots();
  void compareKeys();
}

/** What was there can be had back. */
function beforeExample() {
  keepStep();
  emptyBox();
}

/** Makes the broken example that is chosen, and checks it. */
async function tryBroken() {
  const list = byId("broken", HTMLSelectElement), id = list.value;
  list.value = "";
  const example = await (await onDemand()).brokenExample(id, ask);
  if (example) await tryExample(example.request, example.keys);
}

/** Checks an example of a mistake. */
async function tryExample(request: MacRequest, keys: Keys) {
  beforeExample();
  enterMode("check");
  fillForm(request, keys);
  await updateCheck({ atOnce: true });
  byId("verdict").scrollIntoView({ block: "center" });
}

function followAddress() {
  openLink();
  showMode();
}

function listen() {
  followAddress();
  onClick("example", beforeExample); // before the page fills the form
  onClick("clear", keepCleared);
  listenToPage({ arrived, settled, entered, changed, computed, checked });
  addEventListener("hashchange", () => {
    byId("main").removeAttribute("data-table"); // whoever changes the mode wants the form
    followAddress();
    void enter();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    dropKeys();
    void forgetOnDemand();
    forgetPaste();
    void update({ atOnce: true });
  });
  listenToPaste({ changed: () => update({ atOnce: true }), openMany: (file) => openMany(file, tableOfRequests) });
  listenToFiles();
  listenToHandover();
  byId("show-verdict").addEventListener("click", () => { byId("verdict").scrollIntoView(); });
  listenToShortcuts();
  listenToCode();
  listenToLearn(tryExample);
  byId("broken").addEventListener("change", () => void tryBroken());
  listenToFrame();
}

// The script does not wait for the page, so that words, module and worker come early.
fetchWords();
const loading = loadModule();
loading.catch(() => {}); // begin() tells it
if (document.readyState === "loading") await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
listen();
void begin(loading);

// The compact Create or Check inside a page of somebody else, who presets it by the fragment.

import { loadModule } from "../worker/workers.ts";
import { showAccent } from "./accent.ts";
import { linkModes } from "./choice.ts";
import { keepKeys, refuseKeys } from "./demonstration.ts";
import { begin, enter, fillExample, listenToPage, update } from "../netvisor/page.ts";
import { onClick } from "../dom/buttons.ts";
import { byId } from "../dom/elements.ts";
import { warnOfPlainHTTP } from "../shell/shell.ts";
import { fillForm, readForm } from "../netvisor/form.ts";
import { followHeight, showHeight, tellFrame, tellReport } from "./host.ts";
import { fetchWords, retell, speaker, tell, wantedLanguage } from "../words/language.ts";
import { fragmentOf } from "../netvisor/share/link.ts";
import en from "../locales/embed.en.json";
import { change, startLanguage } from "../shell/language-menu.ts";
import { mode, showMode } from "../netvisor/mode.ts";
import { emptyBox, keepCleared, keepStep, listenToPaste, readBox } from "../netvisor/paste/paste.ts";
import { showRefused } from "../netvisor/paste/pasted.ts";
import { showSlots } from "../netvisor/paste/slots.ts";
import { compareKeys } from "../netvisor/share/opened-case.ts";
import { presetIn } from "../shell/presets.ts";

const t = speaker("embed", en);

/** What is preset now. */
let preset = presetIn("");

/** Does what the fragment says; of a new one only what has changed, so that what was typed stays. */
function followPreset() {
  const before = preset;
  preset = presetIn(location.hash);
  linkModes();
  showMode();
  document.documentElement.dataset.theme = preset.theme;
  document.documentElement.toggleAttribute("data-fit", preset.fit);
  if (preset.accent !== before.accent) showAccent(preset.accent);
  if (preset.height !== before.height) showHeight(preset.height);
  if (preset.example && !before.example) fillExample();
  if (preset.address !== before.address) fillForm({ url: preset.address });
  if (preset.sender !== before.sender) fillForm({ sender: preset.sender });
  refuseKeys(preset.noKeys);
}

/** Follows another fragment. */
function followChange() {
  followPreset();
  retell("title");
  void change(wantedLanguage(preset.lang));
  void enter();
}

function showTitle() {
  document.title = t(`embed.title.${mode()}`);
  tellFrame();
}

/** The link to the whole page carries the request and the language, and never a key. */
function showFull() {
  const language = preset.lang ? `?lang=${encodeURIComponent(preset.lang)}` : "";
  byId("full", HTMLAnchorElement).href = `index.html${language}${fragmentOf(mode(), readForm()).fragment}`;
}

function changed() {
  showFull();
  showSlots();
  void compareKeys();
}

function listen() {
  onClick("example", () => { // before the page fills the form
    keepStep();
    emptyBox();
  });
  onClick("clear", keepCleared);
  listenToPage({ arrived: readBox, changed, checked: tellReport });
  listenToPaste({ changed: () => update({ atOnce: true }), openMany: () => { showRefused(() => t("embed.many")); } });
  onClick("clear", keepKeys);
  followPreset();
  void startLanguage("embed", preset.lang);
  warnOfPlainHTTP();
  tell("title", showTitle); // after the markup, which has one for all modes
  addEventListener("hashchange", followChange);
  followHeight();
}

// The script does not wait for the page, so that words, module and worker come early.
fetchWords(presetIn(location.hash).lang);
const loading = loadModule();
loading.catch(() => {}); // begin() tells it
if (document.readyState === "loading") await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
listen();
void begin(loading);

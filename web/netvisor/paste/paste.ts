// The box that takes anything: what is found in it fills the form, in one step
// that can be taken back.

import { onDemand } from "../on-demand/ask.ts";
import { isCase } from "../share/case.ts";
import { ask, moduleLoaded } from "../../worker/workers.ts";
import { onClick } from "../../dom/buttons.ts";
import { byId } from "../../dom/elements.ts";
import { forgetAnswer, keepAnswer } from "../answered.ts";
import { forgetDoubts, keepDoubts } from "../doubts.ts";
import { filling, isAnswerTo, modeFor, readOf, settingsFor, settingsOf } from "./filling.ts";
import { fillForm, formValues, readForm, restoreForm } from "../form.ts";
import { remember } from "../../text/guard.ts";
import { enterMode, mode } from "../mode.ts";
import { showCase } from "../share/opened-case.ts";
import { coveredText, keysOf, uncovered } from "./cover.ts";
import { showNothing, showPasted, showRefused, showSettings } from "./pasted.ts";
import { beforeSwap } from "../swap.ts";
import { t } from "../../words/page-words.ts";
import type { Found, Pasted } from "../../api/types/mac.d.ts";
import type { CaseError } from "../share/case-file.ts";
import type { FormValues } from "../form.ts";
import type { Mode } from "../mode.ts";

/** How long typing pauses before it is read; a paste does not wait. */
const debounce = 400;
/** Longer texts are read, but not shown: a box of megabytes is slow. */
const longest = 200_000;

let before: { text: string, form: FormValues, mode: Mode, pasted?: Pasted, index: number } | undefined;
/** What is shown. */
let now: { pasted?: Pasted, index: number } = { index: 0 };
/** The text that was read last, so that it is not read twice. */
let seen = "";
/** What stands in the box, its keys covered, and the text behind it. */
let behind = { text: "", shown: "" };
let turn = 0;
/** Whether the last step was made by typing: further typing belongs to it. */
let typing = false;
let waiting: ReturnType<typeof setTimeout> | undefined;
let changed: Page["changed"] = () => {};
let openMany: Page["openMany"] = () => {};

const box = () => byId("pasted", HTMLTextAreaElement);

/** What the box stands for: where it shows a covered key, the key. */
const boxText = () => uncovered(behind, box().value);

/** Puts a text that was read into the box, its keys covered. */
function cover(text: string, pasted?: Pasted) {
  const { selectionStart, selectionEnd, scrollTop } = box(), shown = text.length > longest ? "" : coveredText(text, pasted);
  behind = { text, shown };
  if (box().value === shown) return;
  box().value = shown;
  box().setSelectionRange(selectionStart, selectionEnd);
  box().scrollTop = scrollTop;
}

export interface Page {
  /** is called when the form has other values */
  changed: () => unknown;
  /** opens a file that is large, or has many requests */
  openMany: (file: File) => unknown;
}

export function listenToPaste(page: Page) {
  ({ changed, openMany } = page);
  box().addEventListener("input", (event) => {
    clearTimeout(waiting);
    const { inputType = "insertFromPaste" } = event as Partial<InputEvent>;
    const typed = !inputType.startsWith("insertFrom");
    waiting = setTimeout(() => void read(boxText(), { typed }), typed ? debounce : 0);
  });
  onClick("undo", undo);
  listenToDrops();
  beforeSwap(keepStep);
  document.addEventListener("paste", ({ target, clipboardData }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    const text = clipboardData?.getData("text");
    if (text) void take(text);
  });
}

/** Lets a button open files, too. */
export function listenToFiles() {
  onClick("open", () => byId("file", HTMLInputElement).click());
  byId("file", HTMLInputElement).addEventListener("change", ({ target }) => {
    const input = target as HTMLInputElement;
    if (input.files?.[0]) void readFile(input.files[0]);
    input.value = ""; // so that the same file can be opened again
  });
}

function listenToDrops() {
  const dragging = (is: boolean) => byId("paste").toggleAttribute("data-dragging", is);
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    dragging(true);
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => { if (!relatedTarget) dragging(false); });
  document.addEventListener("drop", (event) => {
    dragging(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void readFile(file);
  });
}

/** A larger file, or one with more requests, goes to the table. */
const many = 2_000_000, crowd = 20;

async function readFile(file: File) {
  if (file.size > many) return openMany(file);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes) await read(new Uint8Array(bytes), { name: file.name });
  else showRefused(() => t("pasted.unreadable", { name: file.name }));
}

/** Lets the next change of the form be taken back. */
export function keepStep() {
  before = { text: seen, form: formValues(), mode: mode(), ...now };
  typing = false;
  byId("undo", HTMLButtonElement).hidden = false;
}

/** Puts a text into the box, and reads it. */
function take(text: string) {
  behind = { text: "", shown: "" };
  box().value = text;
  return read(text);
}

/** Reads a text or the bytes of a file. @param how name of the file */
async function read(content: string | Uint8Array, { name = "", typed = false }: { name?: string, typed?: boolean } = {}) {
  if (content === seen || byId("paste").hidden) return;
  const mine = ++turn;
  const step = { text: seen, form: formValues(), mode: mode(), ...now };
  if (content === "") {
    seen = "";
    behind = { text: "", shown: "" };
    now = { index: 0 };
    showNothing();
    return;
  }
  const pasted = await moduleLoaded().then(() => ask.parse(content)).catch(() => null);
  if (mine !== turn) return;
  if (!pasted) {
    showRefused(() => t("pasted.later"));
    return;
  }
  const text = typeof content === "string" ? content : pasted.text ?? "";
  for (const { keys } of readOf(pasted)) remember(keys.customer, keys.partner);
  if (name && pasted.requests.length > crowd) return openMany(new File([content as BlobPart], name));
  if (typeof content !== "string" || boxText() === text) cover(text, pasted);
  if (!typed) box().scrollTop = 0;
  if (!(typed && typing && before)) before = step;
  typing = typed;
  byId("undo", HTMLButtonElement).hidden = false;
  seen = text;
  if (isCase(text)) {
    await openCase(text, mine);
    return;
  }
  now = { pasted, index: 0 };
  choose(0, name);
}

async function openCase(text: string, mine: number) {
  try {
    const { readCase } = await onDemand();
    if (mine !== turn) return;
    const opened = readCase(text);
    now = { index: 0 };
    forgetDoubts();
    enterMode("check");
    fillForm(opened.request);
    restoreForm({ charset: opened.charset });
    showCase(opened);
    changed();
  } catch (error) {
    const { key, values } = error as Partial<CaseError>; // of another script, whose class is not this one's
    if (!key) throw error;
    showRefused(() => key === "case.newer" ? t("case.newer", values) : t("case.broken"));
  }
}

/** Fills the form with one of the requests. @param name of the file */
function choose(index: number, name: string = "") {
  const { pasted } = now;
  if (!pasted) return;
  now.index = index;
  const settings = settingsOf(pasted);
  if (settings) {
    addSettings(pasted, settings, name);
    return;
  }
  const found = pasted.requests.at(index);
  const about = found && isAnswerTo(pasted, index, readForm().request);
  const { values, assumed } = found ? filling(found, pasted.kind) : { values: {}, assumed: "" };
  if (found && !about) {
    enterMode(modeFor(found) ?? mode());
    fillForm(values, keysOf(found));
    keepDoubts(pasted, index, readForm().request);
  }
  keepAnswer(found?.answer, readForm().request);
  showPasted(shownOf(pasted, index, name, assumed), { choose, select });
  if (found) changed();
}

/** @param name of the file @param assumed the algorithm, where the text names none */
const shownOf = (pasted: Pasted, index: number, name: string, assumed: string) => ({ pasted, index, name, assumed, request: readForm().request, shown: box().value !== "" });

/** Adds the keys and ids of settings to the request in the form. @param name of the file */
function addSettings(pasted: Pasted, found: Found, name: string) {
  const { values, others } = settingsFor(found, readForm().request);
  fillForm(values, keysOf(found));
  showSettings(shownOf({ ...pasted, requests: [found] }, 0, name, ""), others, { choose, select });
  changed();
}

/** Shows a place of the text in the box. */
function select(start: number, end: number) {
  box().blur();
  box().setSelectionRange(start, end);
  box().focus(); // scrolls there
}

/** Takes the last step back: the form, the box and what was said of it. */
function undo() {
  if (!before) return;
  const { text, form, pasted, index, mode } = before;
  before = undefined;
  turn++;
  seen = text;
  cover(text, pasted);
  enterMode(mode);
  restoreForm(form);
  now = { pasted, index };
  if (pasted && !settingsOf(pasted)) keepDoubts(pasted, index, readForm().request);
  else forgetDoubts();
  forgetAnswer();
  keepAnswer(pasted?.requests.at(index)?.answer, readForm().request);
  byId("undo", HTMLButtonElement).hidden = true;
  box().focus();
  if (pasted) showPasted(shownOf(pasted, index, "", ""), { choose, select });
  else showNothing();
  changed();
}

/** Reads what came into the box before the module that reads it. */
export function readBox() {
  return read(boxText());
}

/** Empties the box; the form is somebody else's. */
export function emptyBox() {
  turn++;
  forgetDoubts();
  forgetAnswer();
  seen = box().value = "";
  behind = { text: "", shown: "" };
  now = { index: 0 };
  showNothing();
}

/** Empties the box before all is cleared, which can be taken back but for the keys. */
export function keepCleared() {
  keepStep();
  before = { text: "", form: { ...formValues(), customerKey: "", partnerKey: "" }, mode: mode(), index: 0 };
  emptyBox();
}

/** Empties the box, and leaves nothing to be taken back. */
export function forgetPaste() {
  before = undefined;
  byId("undo", HTMLButtonElement).hidden = true;
  emptyBox();
}

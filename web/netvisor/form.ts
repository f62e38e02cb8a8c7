// The form: what was typed, help, keys shown or hidden, and hints.

import { byId, element } from "../dom/elements.ts";
import { control } from "./controls.ts";
import { forget, holding, remember } from "../text/guard.ts";
import { tell } from "../words/language.ts";
import { mode } from "./mode.ts";
import { requestNames } from "./request.ts";
import { hideAll, listenToReveals } from "../shell/reveal.ts";
import { swapsOf } from "./swap.ts";
import { row } from "../words/go.ts";
import { seen } from "../text/unseen.ts";
import { t } from "../words/page-words.ts";
import type { FieldName, Keys, MacRequest, Mistake } from "../api/types/mac.d.ts";
import type { Input } from "./workings.ts";

const requestFields = requestNames.filter((name) => name !== "mac");
const keyFields: FieldName[] = ["customerKey", "partnerKey"];

/** Fields that were left once, or filled by a button: only these get hints. */
const left = new Set<string>();
/** Fields into which a text with line ends was pasted: the browser took them out. */
const unbroken = new Set<string>();
/** The field that is being typed in: nothing is said about it yet. */
let edited = "";

/** What the form holds, as typed. */
export function readForm(): Omit<Input, "addressForm"> {
  const request: MacRequest = Object.fromEntries(requestFields.map((name) => [name, control(name).value]));
  if (mode() === "check") request.mac = control("sent").value;
  const keys = { customer: control("customerKey").value, partner: control("partnerKey").value };
  holding(keys.customer, keys.partner);
  return {
    request, keys,
    charset: control("charset").value as Input["charset"],
  };
}

/** What comes into the form is no row of a table, which shows the form when it opens one. */
function leaveRow() {
  byId("main").removeAttribute("data-table");
  document.querySelector(".opened")?.remove();
}

/** Puts values into the form as they are; fields that are not named keep theirs. */
export function fillForm(request: MacRequest, keys: Partial<Keys> = {}) {
  leaveRow();
  for (const [name, value] of Object.entries(request)) fill(name === "mac" ? "sent" : name, value as string);
  if (keys.customer !== undefined) fill("customerKey", keys.customer);
  if (keys.partner !== undefined) fill("partnerKey", keys.partner);
}

function fill(name: string, value: string) {
  const field = control(name);
  if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value)) {
    field.append(element("option", { value }, value)); // what was sent stays as it is
  }
  field.value = value;
  if (keyFields.includes(name as FieldName)) remember(value);
  left.add(name);
  if (/[\r\n]/.test(value)) unbroken.add(name);
  else unbroken.delete(name);
}

/** by the ids of the controls */
export type FormValues = Record<string, string>;

/** All that stands in the form. */
export function formValues(): FormValues {
  return Object.fromEntries([...requestFields, ...keyFields, "charset", "sent"].map((name) => [name, control(name).value]));
}

/** Puts back what formValues gave. */
export function restoreForm(values: FormValues) {
  leaveRow();
  for (const [name, value] of Object.entries(values)) fill(name, value);
}

/** Forgets the keys, as when the page comes back from the browser's history. */
export function dropKeys() {
  for (const name of keyFields) control(name).value = "";
  forget();
  hideAll();
}

/** Empties everything but the algorithm, and hides the keys again. */
export function clearForm() {
  leaveRow();
  for (const name of [...requestFields, ...keyFields]) {
    if (name !== "algorithm") control(name).value = "";
  }
  control("algorithm").value = "HMACSHA256";
  control("charset").value = "";
  control("sent").value = "";
  control("language").value = "FI";
  left.clear();
  unbroken.clear();
  hideAll();
}

export function listenToForm(changed: () => unknown) {
  const form = byId("form", HTMLFormElement);
  listenToReveals();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement) edited = target.id;
    changed();
  });
  form.addEventListener("paste", ({ target, clipboardData }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (/[\r\n]/.test(clipboardData?.getData("text") ?? "")) unbroken.add(target.id);
    else unbroken.delete(target.id);
  });
  form.addEventListener("focusout", ({ target }) => {
    edited = "";
    if (target instanceof HTMLInputElement && keyFields.some((name) => name === target.id)) remember(target.value);
    if (target instanceof HTMLElement && target.id) left.add(target.id);
    changed();
  });
  form.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (button && button.dataset.help) toggleHelp(button);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeHelp();
    if (event.key === "Enter" && event.target instanceof HTMLTextAreaElement) event.preventDefault();
  });
}

function toggleHelp(button: HTMLButtonElement) {
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  byId(`${button.dataset.help}-help`).hidden = !open;
}

function closeHelp() {
  for (const button of document.querySelectorAll("button[data-help][aria-expanded=true]")) {
    toggleHelp(button as HTMLButtonElement);
  }
}

/** Shows each hint once, at the first of its fields that was left. */
export function showHints(notices: Mistake[]) {
  tell("hints", () => fillHints(notices.map(row)));
}

function fillHints(notices: Mistake[]) {
  const lists = new Map([...document.querySelectorAll("form .hints")].map((list) => [list.id.replace(/-hints$/, ""), list]));
  for (const list of lists.values()) list.replaceChildren();
  for (const name of unbroken) lists.get(name)?.append(hint({ id: "line-end", title: t("hint.lineEnd"), fix: t("hint.lineEnd.fix") }));
  for (const notice of notices) {
    if (notice.fields?.some((field) => field === edited)) continue;
    const name = (notice.fields ?? []).find((field) => left.has(field) && lists.has(field));
    if (name) lists.get(name)?.append(hint(notice));
  }
}

function hint(notice: Omit<Mistake, "said">) {
  const { id, title, fix, detail } = notice;
  const found = seen(detail ? `${title} (${detail})` : title);
  return element("li", { "data-id": id }, element("strong", {}, `${found}.`), ` ${fix} `, ...swapsOf(notice));
}

/** Marks the field and the pieces of a name, or none. */
export function mark(name?: string) {
  for (const marked of document.querySelectorAll("[data-marked]")) marked.removeAttribute("data-marked");
  if (name) for (const found of document.querySelectorAll(`[data-field="${name}"]`)) found.setAttribute("data-marked", "");
}

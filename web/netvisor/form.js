// The form: what was typed, help, keys shown or hidden, and hints.

import { byId, element } from "../dom/elements.js";
import { forget, holding, remember } from "../text/guard.js";
import { tell } from "../words/language.js";
import { mode } from "./mode.js";
import { requestNames } from "./request.js";
import { hideAll, listenToReveals } from "../shell/reveal.js";
import { swapsOf } from "./swap.js";
import { translatedMistake } from "../words/translation.js";
import { seen } from "../text/unseen.js";
import { fieldName, go, t } from "../words/page-words.js";

/** @import { FieldName, Keys, MacRequest, Mistake } from "../api/types/mac.d.ts" */
/** @import { Input } from "./workings.js" */

const requestFields = requestNames.filter((name) => name !== "mac");
/** @type {FieldName[]} */
const keyFields = ["customerKey", "partnerKey"];

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** Fields that were left once, or filled by a button: only these get hints. */
const left = new Set();
/** Fields into which a text with line ends was pasted: the browser took them out. */
const unbroken = new Set();
/** The field that is being typed in: nothing is said about it yet. */
let edited = "";

/** @param {string} name @returns {Control} */
export function control(name) {
  return /** @type {Control} */ (byId(name, HTMLElement));
}

/** What the form holds, as typed. @returns {Omit<Input, "addressForm">} */
export function readForm() {
  /** @type {MacRequest} */
  const request = Object.fromEntries(requestFields.map((name) => [name, control(name).value]));
  if (mode() === "check") request.mac = control("sent").value;
  const keys = { customer: control("customerKey").value, partner: control("partnerKey").value };
  holding(keys.customer, keys.partner);
  return {
    request, keys,
    charset: /** @type {Input["charset"]} */ (control("charset").value),
  };
}

/**
 * Puts values into the form as they are; fields that are not named keep theirs.
 * @param {MacRequest} request
 * @param {Partial<Keys>} [keys]
 */
export function fillForm(request, keys = {}) {
  for (const [name, value] of Object.entries(request)) fill(name === "mac" ? "sent" : name, value);
  if (keys.customer !== undefined) fill("customerKey", keys.customer);
  if (keys.partner !== undefined) fill("partnerKey", keys.partner);
}

/** @param {string} name @param {string} value */
function fill(name, value) {
  const field = control(name);
  if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value)) {
    field.append(element("option", { value }, value)); // what was sent stays as it is
  }
  field.value = value;
  if (keyFields.includes(/** @type {FieldName} */ (name))) remember(value);
  left.add(name);
  if (/[\r\n]/.test(value)) unbroken.add(name);
  else unbroken.delete(name);
}

/** @typedef {Record<string, string>} FormValues by the ids of the controls */

/** All that stands in the form. @returns {FormValues} */
export function formValues() {
  return Object.fromEntries([...requestFields, ...keyFields, "charset", "sent"].map((name) => [name, control(name).value]));
}

/** Puts back what formValues gave. @param {FormValues} values */
export function restoreForm(values) {
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

/** @param {() => void} changed */
export function listenToForm(changed) {
  const form = byId("form", HTMLFormElement);
  listenToReveals((name) => fieldName(/** @type {FieldName} */ (name)));
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

/** @param {HTMLButtonElement} button */
function toggleHelp(button) {
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  byId(`${button.dataset.help}-help`, HTMLElement).hidden = !open;
}

function closeHelp() {
  for (const button of document.querySelectorAll("button[data-help][aria-expanded=true]")) {
    toggleHelp(/** @type {HTMLButtonElement} */ (button));
  }
}

/**
 * Shows each hint once, at the first of its fields that was left.
 * @param {Mistake[]} notices
 */
export function showHints(notices) {
  tell("hints", () => fillHints(notices.map((notice) => translatedMistake(go(), notice))));
}

/** @param {Mistake[]} notices */
function fillHints(notices) {
  const lists = new Map([...document.querySelectorAll("form .hints")].map((list) => [list.id.replace(/-hints$/, ""), list]));
  for (const list of lists.values()) list.replaceChildren();
  for (const name of unbroken) lists.get(name)?.append(hint({ id: "line-end", title: t("hint.lineEnd"), fix: t("hint.lineEnd.fix") }));
  for (const notice of notices) {
    if (notice.fields?.some((field) => field === edited)) continue;
    const name = (notice.fields ?? []).find((field) => left.has(field) && lists.has(field));
    if (name) lists.get(name)?.append(hint(notice));
  }
}

/** @param {Mistake} notice */
function hint(notice) {
  const { id, title, fix, detail } = notice;
  const found = seen(detail ? `${title} (${detail})` : title);
  return element("li", { "data-id": id }, element("strong", {}, `${found}.`), ` ${fix} `, ...swapsOf(notice));
}

/** Marks the field and the pieces of a name, or none. @param {string} [name] */
export function mark(name) {
  for (const marked of document.querySelectorAll("[data-marked]")) marked.removeAttribute("data-marked");
  if (name) for (const found of document.querySelectorAll(`[data-field="${name}"]`)) found.setAttribute("data-marked", "");
}

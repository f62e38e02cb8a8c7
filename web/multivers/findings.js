// Findings as a list: a sign and a word for how severe, what it is, what to do, and where.

import { element } from "../dom/elements.js";
import { translated } from "../words/translation.js";
import { seen } from "../text/unseen.js";
import { mendedIn } from "./mending.js";
import { go, t } from "./words.js";

/** @import { Finding } from "../api/types/multivers.d.ts" */
/** @import { Table } from "../words/translation.js" */

export const signs = { error: "✗", warning: "!", info: "i", ok: "✓" };

/**
 * Shows Go's findings in the list of a step.
 * @param {string} id of the list, without what it begins with
 * @param {readonly Finding[]} findings
 * @param {Table} [table] of Go's that they are of
 */
export function showFindings(id, findings, table = "finding") {
  showOwn(id, findings.map((finding) => translated(go(), table, finding)));
}

/**
 * Shows findings that are in the page's language already; an unchanged list stays as it is.
 * @param {string} id
 * @param {readonly Finding[]} findings
 */
export function showOwn(id, findings) {
  const list = /** @type {HTMLElement} */ (document.getElementById(`findings-${id}`));
  const made = grouped(findings).map(row);
  if (list.textContent === made.map(({ textContent }) => textContent).join("") && list.childElementCount === made.length) return;
  list.replaceChildren(...made);
}

/** Findings that say the same of several places, together. @param {readonly Finding[]} findings @returns {Finding[][]} */
function grouped(findings) {
  /** @type {Map<string, Finding[]>} */
  const groups = new Map();
  for (const finding of findings) {
    const key = `${finding.id} ${finding.detail ?? ""}`;
    groups.set(key, [...groups.get(key) ?? [], finding]);
  }
  return [...groups.values()];
}

/** @param {Finding[]} group */
function row(group) {
  const [{ id, severity, title, fix, detail }] = group;
  const isOK = severity === "ok" && !/^(server|result|test)-/.test(id); // nothing has to be done
  const places = group.flatMap(({ line, column }) => (line ? [placeButton(line, column ?? 1), " "] : []));
  return element("li", { "data-id": id, "data-severity": severity }, ...sign(severity), ...places,
    element("strong", {}, seen(detail ? `${title} (${detail}).` : `${title}.`)), ...(isOK ? [] : [" ", fix]), ...stepButton(id));
}

/** A way to the step that mends what an error is of. @param {string} id */
function stepButton(id) {
  const step = mendedIn(id);
  return step ? [" ", element("button", { type: "button", class: "place", "data-step-of": step }, t("finding.step", { step: t(`step.${step}`) }))] : [];
}

/** @param {Finding["severity"]} severity */
export function sign(severity) {
  return [element("span", { class: "sign", "aria-hidden": "true", translate: "no" }, signs[severity]), element("span", { class: "unheard" }, `${t(`severity.${severity}`)}: `)];
}

/** @param {number} line @param {number} column */
function placeButton(line, column) {
  return element("button", { type: "button", class: "place", "data-line": String(line), title: t("place.about", { line }) }, t("place", { line, column }));
}

/** Whether something is wrong. @param {readonly Finding[]} findings */
export const hasErrors = (findings) => findings.some(({ severity }) => severity === "error");

/** @param {readonly Finding[]} findings @param {string} id */
export const has = (findings, id) => findings.some((finding) => finding.id === id);

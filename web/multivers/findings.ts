// Findings as a list: a sign and a word for how severe, what it is, what to do, and where.

import { element } from "../dom/elements.ts";
import { seen } from "../text/unseen.ts";
import { mendedIn } from "./mending.ts";
import { row, t } from "./words.ts";
import type { Finding } from "../api/types/multivers.d.ts";

/** A finding in the page's language. */
export type Own = Omit<Finding, "said">;

export const signs = { error: "✗", warning: "!", info: "i", ok: "✓" };

/**
 * Shows Go's findings in the list of a step.
 * @param id of the list, without what it begins with
 */
export function showFindings(id: string, findings: readonly Finding[]) {
  showOwn(id, findings.map(row));
}

/** Shows findings that are in the page's language already; an unchanged list stays as it is. */
export function showOwn(id: string, findings: readonly Own[]) {
  const list = document.getElementById(`findings-${id}`) as HTMLElement;
  const made = grouped(findings).map(item);
  if (list.textContent === made.map(({ textContent }) => textContent).join("") && list.childElementCount === made.length) return;
  list.replaceChildren(...made);
}

/** Findings that say the same of several places, together. */
function grouped(findings: readonly Own[]): Own[][] {
  const groups = new Map<string, Own[]>();
  for (const finding of findings) {
    const key = `${finding.id} ${finding.detail ?? ""}`;
    groups.set(key, [...groups.get(key) ?? [], finding]);
  }
  return [...groups.values()];
}

function item(group: Own[]) {
  const [{ id, severity, title, fix, detail }] = group;
  const isOK = severity === "ok" && !/^(server|result|test)-/.test(id); // nothing has to be done
  const places = group.flatMap(({ line, column }) => (line ? [placeButton(line, column ?? 1), " "] : []));
  return element("li", { "data-id": id, "data-severity": severity }, ...sign(severity), ...places,
    element("strong", {}, seen(detail ? `${title} (${detail}).` : `${title}.`)), ...(isOK ? [] : [" ", fix]), ...stepButton(id));
}

/** A way to the step that mends what an error is of. */
function stepButton(id: string) {
  const step = mendedIn(id);
  return step ? [" ", element("button", { type: "button", class: "place", "data-step-of": step }, t("finding.step", { step: t(`step.${step}`) }))] : [];
}

export function sign(severity: Finding["severity"]) {
  return [element("span", { class: "sign", "aria-hidden": "true", translate: "no" }, signs[severity]), element("span", { class: "unheard" }, `${t(`severity.${severity}`)}: `)];
}

function placeButton(line: number, column: number) {
  return element("button", { type: "button", class: "place", "data-line": String(line), title: t("place.about", { line }) }, t("place", { line, column }));
}

/** Whether something is wrong. */
export const hasErrors = (findings: readonly Finding[]) => findings.some(({ severity }) => severity === "error");

export const has = (findings: readonly Finding[], id: string) => findings.some((finding) => finding.id === id);

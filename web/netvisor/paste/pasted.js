// What was found in a paste: which request, where its values stand, each note, the answer.

import { answerOf } from "./answer.js";
import { byId, element } from "../../dom/elements.js";
import { guarded } from "../../text/guard.js";
import { tell } from "../../words/language.js";
import { mode } from "../mode.js";
import { requestNames } from "../request.js";
import { translatedPasted } from "../../words/translation.js";
import { seen } from "../../text/unseen.js";
import { fieldName, go, t } from "../../words/page-words.js";

/** @import { FieldName, Found, MacRequest, Note, Pasted } from "../../api/types/mac.d.ts" */

/**
 * @typedef {object} Shown
 * @property {Pasted} pasted
 * @property {number} index of the request
 * @property {string} name of the file, or ""
 * @property {string} assumed the algorithm, where the text does not name one
 * @property {MacRequest} request what the form holds now
 * @property {boolean} shown whether the text is in the box
 */
/** @typedef {{ choose: (index: number) => void, select: (start: number, end: number) => void }} Acts */

/** @param {() => (Node | string)[]} content */
function show(content) {
  tell("pasted", () => byId("pasted-about", HTMLElement).replaceChildren(...content()));
}

export function showNothing() {
  show(() => []);
}

/** @param {() => string} why */
export function showRefused(why) {
  show(() => [element("p", { class: "refused" }, why())]);
}

/** @param {Shown} what @param {Acts} acts */
export function showPasted(what, acts) {
  show(() => contentOf({ ...what, pasted: translatedPasted(go(), what.pasted) }, acts));
}

/**
 * Settings without a request: their keys and ids came to what the form has.
 * @param {Shown} what
 * @param {{ name: keyof MacRequest, theirs: string, own: string }[]} others where they say otherwise than the request
 * @param {Acts} acts
 */
export function showSettings(what, others, acts) {
  const { customer, partner } = what.pasted.requests[0].keys;
  show(() => {
    const { pasted, name } = what, [found] = pasted.requests;
    const notes = translatedPasted(go(), pasted).notes.filter(({ id }) => id !== "missing");
    return [
      element("p", {}, ...(name ? [element("strong", { translate: "no" }, seen(name)), " "] : []), customer && partner ? t("settings.both") : t("settings.one", { field: fieldName(customer ? "customerKey" : "partnerKey") })),
      ...(others.length ? [element("ul", { class: "hints" }, ...others.map(({ name, theirs, own }) =>
        element("li", { "data-id": "settings-differ" }, t("settings.differ", { field: fieldName(name), theirs: seen(guarded(theirs, name)), own: seen(guarded(own, name)) }))))] : []),
      ...origins(found, what, acts),
      ...noted(notes, what, acts),
    ];
  });
}

/** @param {Shown} what @param {Acts} acts @returns {Node[]} */
function contentOf(what, acts) {
  const { pasted, index, request } = what;
  const found = pasted.requests[index];
  const notes = pasted.notes.filter((note) => note.request === index || note.request < 0);
  return [headline(what, notes),
    ...(pasted.requests.length > 1 ? [chooser(pasted.requests, index, acts)] : []),
    ...(found ? origins(found, what, acts) : []),
    ...noted(notes.filter(({ id }) => id !== "missing" && id !== "echo-differs"), what, acts),
    ...(found?.answer ? answerOf(found.answer, request) : [])];
}

/** @param {Shown} what @param {Note[]} notes */
function headline({ pasted, index, name }, notes) {
  const about = notes.find(({ id }) => id === "missing")?.text ?? (pasted.requests[index] ? t("pasted.whole") : "");
  const check = mode() === "create" && pasted.requests[index]?.request.mac ? [" ", element("a", { href: "#check" }, t("pasted.check"))] : [];
  return element("p", {}, ...(name ? [element("strong", { translate: "no" }, seen(name)), " "] : []), about, ...check);
}

/** @param {Found[]} requests @param {number} index @param {Acts} acts */
function chooser(requests, index, { choose }) {
  const select = element("select", { id: "which", autocomplete: "off" }, ...requests.slice(0, 1000).map((found, i) => {
    const option = element("option", { value: String(i), translate: "no" }, titleOf(found, i));
    option.selected = i === index;
    return option;
  }));
  select.addEventListener("change", () => {
    choose(Number(select.value));
    byId("which", HTMLElement).focus();
  });
  return element("label", { class: "which" }, t("pasted.which", { count: requests.length }), " ", select);
}

/** @param {Found} found @param {number} i */
function titleOf({ request: { url = "", timestamp = "" }, sources }, i) {
  const resource = /[^/]*\.nv/.exec(url)?.[0] ?? url.slice(0, 60);
  const line = Math.min(...Object.values(sources).map(({ line }) => line || Infinity));
  return [`${i + 1}.`, seen(resource), seen(timestamp), Number.isFinite(line) ? t("pasted.line", { line }) : ""].filter(Boolean).join(" ");
}

/** @param {Found} found @param {Shown} what @param {Acts} acts */
function origins({ sources }, { shown, assumed }, acts) {
  const names = /** @type {FieldName[]} */ ([...requestNames, "customerKey", "partnerKey"]);
  const links = names.flatMap((name) => {
    const source = sources[name];
    return source ? [element("span", { class: "origin", "data-field": name }, fieldName(name), " ", place(source, shown, acts, name))] : [];
  });
  return [
    ...(links.length ? [element("p", { class: "origins" }, element("span", { class: "legend" }, t("pasted.from")), ...links)] : []),
    ...(assumed ? [element("p", { class: "legend" }, t("pasted.assumed", { algorithm: assumed }))] : []),
  ];
}

/**
 * Where a value stands: a button that shows it, if the text is in the box.
 * @param {{ start: number, end: number, line: number }} source
 * @param {boolean} shown
 * @param {Acts} acts
 * @param {FieldName} [name]
 */
function place({ start, end, line }, shown, { select }, name) {
  const text = line ? t("pasted.line", { line }) : t("pasted.place");
  if (!shown) return text;
  const button = element("button", { type: "button", class: "place", "aria-label": name ? `${fieldName(name)}: ${text}` : text }, text);
  button.addEventListener("click", () => select(start, end));
  return button;
}

/** The notes of what may be wrong; the others say how the text was read. */
const warnings = ["edge-space", "mojibake", "replacement-character", "invisible-character", "placeholder", "masked", "several-values",
  "message-differs", "variable-unknown", "header-removed", "near-name", "ampersand", "json-cut-off", "query-without-address", "settings-differ", "space-kept", "unknown-header"];
/** @param {Note} note */
const warns = ({ id, doubt }) => doubt || id.startsWith("looks-") || warnings.includes(id);

/** @param {Note[]} notes @param {Shown} what @param {Acts} acts */
function noted(notes, { pasted, index, shown }, acts) {
  if (notes.length === 0) return [];
  const sources = pasted.requests[index]?.sources ?? {};
  return [element("ul", { class: "hints" }, ...notes.map((note) => {
    const { id, text, field, line, mistakes = [] } = note, source = (field && sources[field]) || (line && rangeOf(line));
    return element("li", { "data-id": id, class: warns(note) ? "" : "quietly" }, text, ...mistakes.flatMap((mistake) => [" ", element("a", { href: `#mistake=${mistake}`, class: "anchor", translate: "no" }, mistake)]), ...(source ? [" ", place(source, shown, acts, field)] : []));
  }))];
}

/** A whole line of the box. @param {number} line */
function rangeOf(line) {
  const lines = byId("pasted", HTMLTextAreaElement).value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return { start, end: start + (lines[line - 1] ?? "").length, line };
}

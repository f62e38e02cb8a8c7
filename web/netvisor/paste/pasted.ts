// What was found in a paste: which request, where its values stand, each note, the answer.

import { answerOf } from "./answer.ts";
import { named } from "../check/verdict.ts";
import { button } from "../../dom/buttons.ts";
import { byId, element } from "../../dom/elements.ts";
import { guarded } from "../../text/guard.ts";
import { tell } from "../../words/language.ts";
import { requestNames } from "../request.ts";
import { toldPasted } from "../../words/go.ts";
import { seen } from "../../text/unseen.ts";
import { fieldName, t } from "../../words/page-words.ts";
import type { FieldName, Found, MacRequest, Note, Pasted } from "../../api/types/mac.d.ts";

interface Shown {
  pasted: Pasted;
  /** of the request */
  index: number;
  /** of the file, or "" */
  name: string;
  /** the algorithm, where the text does not name one */
  assumed: string;
  /** what the form holds now */
  request: MacRequest;
  /** whether the text is in the box */
  shown: boolean;
}
type Acts = { choose: (index: number) => void, select: (start: number, end: number) => void };

function show(content: () => (Node | string)[]) {
  tell("pasted", () => byId("pasted-about").replaceChildren(...content()));
}

export function showNothing() {
  show(() => []);
}

export function showRefused(why: () => string) {
  show(() => [element("p", { class: "refused" }, why())]);
}

export function showPasted(what: Shown, acts: Acts) {
  show(() => contentOf({ ...what, pasted: toldPasted(what.pasted) }, acts));
}

/**
 * Settings without a request: their keys and ids came to what the form has.
 * @param others where they say otherwise than the request
 */
export function showSettings(what: Shown, others: { name: keyof MacRequest, theirs: string, own: string }[], acts: Acts) {
  const { customer, partner } = what.pasted.requests[0].keys;
  show(() => {
    const { pasted, name } = what, [found] = pasted.requests;
    const notes = toldPasted(pasted).notes.filter(({ id }) => !told.includes(id));
    return [
      element("p", {}, ...(name ? [element("strong", { translate: "no" }, seen(name)), " "] : []), customer && partner ? t("settings.both") : t("settings.one", { field: fieldName(customer ? "customerKey" : "partnerKey") })),
      ...(others.length ? [element("ul", { class: "hints" }, ...others.map(({ name, theirs, own }) =>
        element("li", { "data-id": "settings-differ" }, t("settings.differ", { field: fieldName(name), theirs: seen(guarded(theirs, name)), own: seen(guarded(own, name)) }))))] : []),
      ...origins(found, what, acts),
      ...noted(notes, what, acts),
    ];
  });
}

function contentOf(what: Shown, acts: Acts): Node[] {
  const { pasted, index, request } = what;
  const found = pasted.requests.at(index);
  const notes = pasted.notes.filter((note) => note.request === index || note.request < 0);
  return [headline(what, notes),
    ...(pasted.requests.length > 1 ? [chooser(pasted.requests, index, acts)] : []),
    ...(found ? origins(found, what, acts) : []),
    ...noted(notes.filter(({ id }) => !told.includes(id) && id !== "echo-differs"), what, acts),
    ...(found?.answer ? answerOf(found.answer, request) : [])];
}

function headline({ name }: Shown, notes: Note[]) {
  return element("p", {}, ...(name ? [element("strong", { translate: "no" }, seen(name)), " "] : []), notes.find(({ id }) => id === "read-as")?.text ?? "");
}

function chooser(requests: Found[], index: number, { choose }: Acts) {
  const select = element("select", { id: "which", autocomplete: "off" }, ...requests.slice(0, 1000).map((found, i) => {
    const option = element("option", { value: String(i), translate: "no" }, titleOf(found, i));
    option.selected = i === index;
    return option;
  }));
  select.addEventListener("change", () => {
    choose(Number(select.value));
    byId("which").focus();
  });
  return element("label", { class: "which" }, t("pasted.which", { count: requests.length }), " ", select);
}

function titleOf({ request: { url = "", timestamp = "" }, sources }: Found, i: number) {
  const resource = /[^/]*\.nv/.exec(url)?.[0] ?? url.slice(0, 60);
  const line = Math.min(...Object.values(sources).map(({ line }) => line || Infinity));
  return [`${i + 1}.`, seen(resource), seen(timestamp), Number.isFinite(line) ? t("pasted.line", { line }) : ""].filter(Boolean).join(" ");
}

function origins({ sources }: Found, { shown, assumed }: Shown, acts: Acts) {
  const names = [...requestNames, "customerKey", "partnerKey"] as FieldName[];
  const links = names.flatMap((name) => {
    const source = sources[name];
    return source ? [element("span", { class: "origin", "data-field": name }, fieldName(name), " ", place(source, shown, acts, name))] : [];
  });
  return [
    ...(links.length ? [element("p", { class: "origins" }, element("span", { class: "legend" }, t("pasted.from")), ...links)] : []),
    ...(assumed ? [element("p", { class: "legend" }, t("pasted.assumed", { algorithm: assumed }))] : []),
  ];
}

/** Where a value stands: a button that shows it, if the text is in the box. */
function place({ start, end, line }: { start: number, end: number, line: number }, shown: boolean, { select }: Acts, name?: FieldName) {
  const text = line ? t("pasted.line", { line }) : t("pasted.place");
  if (!shown) return text;
  return button({ class: "place", "aria-label": name ? `${fieldName(name)}: ${text}` : text }, text, () => select(start, end));
}

/** The notes that stand elsewhere: at the top, and in the slots, which know what was typed since. */
const told = ["read-as", "missing"];

/** The notes of what may be wrong; the others say how the text was read. */
const warnings = ["edge-space", "mojibake", "replacement-character", "invisible-character", "placeholder", "masked", "several-values",
  "message-differs", "variable-unknown", "header-removed", "near-name", "ampersand", "json-cut-off", "query-without-address", "settings-differ", "space-kept", "unknown-header"];
const warns = ({ id, doubt }: Note) => doubt || id.startsWith("looks-") || warnings.includes(id);

function noted(notes: Note[], { pasted, index, shown }: Shown, acts: Acts) {
  if (notes.length === 0) return [];
  const sources = pasted.requests[index]?.sources ?? {};
  return [element("ul", { class: "hints" }, ...notes.map((note) => {
    const { id, text, field, line, mistakes = [] } = note, source = (field && sources[field]) || (line && rangeOf(line));
    return element("li", { "data-id": id, class: warns(note) ? "" : "quietly" }, text, ...mistakes.flatMap((mistake) => [" ", named(mistake)]), ...(source ? [" ", place(source, shown, acts, field)] : []));
  }))];
}

/** A whole line of the box. */
function rangeOf(line: number) {
  const lines = byId("pasted", HTMLTextAreaElement).value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return { start, end: start + (lines[line - 1] ?? "").length, line };
}

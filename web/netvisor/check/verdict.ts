// The answer of Check: right, or wrong and why, with the proof; then the hints.

import { comparison } from "./compare.ts";
import { headlineOf, pageOf } from "./headline.ts";
import { referenceFolder } from "../../site/served.ts";
import { groups, setCopy } from "../create/result.ts";
import { guarded } from "../../text/guard.ts";
import { button } from "../../dom/buttons.ts";
import { byId, element } from "../../dom/elements.ts";
import { language, number, tell } from "../../words/language.ts";
import { swapsOf } from "../swap.ts";
import { translatedMistake, translatedNote } from "../../words/translation.ts";
import { seen } from "../../text/unseen.ts";
import { fieldName, go, t } from "../../words/page-words.ts";
import type { FieldName, Making, Mistake, Note, Report } from "../../api/types/mac.d.ts";
import type { Progress } from "./search.ts";
import type { Checked } from "../workings.ts";

type State = "empty" | "ok" | "unsure" | "wrong" | "searching" | "none" | "stopped";
/** what the reading of the request left open, and those of the other addresses that make the MAC right */
export type Open = import("../doubts.ts").Doubts & { right: string[] };

function show(state: State, content: () => (Node | string)[]) {
  const verdict = byId("verdict");
  verdict.dataset.state = state;
  tell("verdict", () => {
    verdict.replaceChildren(...content());
    showInDock(verdict, state);
  });
}

/** On a narrow screen the first headline stays at the edge, since the verdict itself may be far above. */
function showInDock(verdict: HTMLElement, state: State) {
  const dock = document.getElementById("verdict-dock"); // none in a frame
  if (!dock) return;
  dock.hidden = state === "empty";
  dock.dataset.state = state;
  byId("dock-verdict").textContent = verdict.querySelector(".headline")?.textContent.trim() ?? "";
}

function headline(sign: string, text: string) {
  return element("p", { class: "headline" }, element("span", { class: "sign", "aria-hidden": "true" }, sign), " ", element("span", {}, text));
}

/** @param report what is known without a search */
export function showEmpty({ missing }: Checked) {
  show("empty", () => [element("p", {}, t("verdict.empty", { fields: missing.map(fieldName).join(", ") }))]);
}

/** What is told before a verdict. */
const told = (notes: Note[]) => (notes.length === 0 ? [] : [element("div", { class: "doubts" }, element("p", {}, element("strong", {}, t("doubts"))),
  element("ul", { class: "hints" }, ...notes.map((note) => element("li", { "data-id": note.id }, seen(translatedNote(go(), note).text)))))]);

/** @param url with which the MAC is right, "" if it is so with another one alone */
export function showRight({ notes, addresses, right }: Open, url: string) {
  if (notes.length === 0 && addresses.length === 0) {
    show("ok", () => [headline("✓", t("verdict.ok")), element("p", {}, t("verdict.ok.more"))]);
    return;
  }
  const fitting = [...(url ? [url] : []), ...right], others = addresses.filter((address) => !fitting.includes(address));
  show("unsure", () => [
    ...told(notes),
    headline("?", t("verdict.unsure")),
    ...(addresses.length ? [element("p", {}, t("verdict.unsure.address")), listed(fitting, "✓"), listed(others, "✗")] : []),
    element("p", {}, t("verdict.unsure.more")),
  ]);
}

const listed = (addresses: string[], sign: string) => element("ul", { class: "readings" }, ...addresses.map((url) =>
  element("li", {}, element("span", { class: "sign", "aria-hidden": "true" }, sign), " ", element("code", { translate: "no" }, seen(url)))));

/** @param report one with a cause @param sent the MAC that was sent */
export function showCause({ causes: [found], signed, right, tried, want }: Report, { notes }: Open, sent: string) {
  setCopy("right-mac", guarded(want, "mac"));
  show("wrong", () => {
    const cause = found.map((mistake) => translatedMistake(go(), mistake));
    return [
      ...told(notes),
      ...cause.flatMap((mistake, i) => [headline(cause.length === 1 ? "✗" : `✗ ${i + 1}.`, seen(`${headlineOf(mistake)}.`)), ...explained(mistake, signed, right)]),
      ...macs(sent, want),
      ...(signed ? comparison(signed, right) : []),
      element("p", { class: "proof" }, t(cause.length === 1 ? "verdict.proof" : "verdict.proof.together", { tried: number(tried) })),
    ];
  });
}

/** What was found, where neither the headline nor the strings say it, and what to do. */
function explained(mistake: Mistake, signed: Making | undefined, right: Making) {
  const { id, detail, found, fix, fields = [] } = mistake;
  const shown = found ?? (signed && fields.some((field) => valueIn(signed, field) !== valueIn(right, field)));
  return [
    ...(detail && !shown ? [element("p", { class: "detail" }, seen(`${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`))] : []),
    element("p", { class: "fix" }, fix, " ", element("small", {}, t("verdict.where"), " ", t(`verdict.where.${mistake.where ?? "program"}`), ". "), ...more(mistake), named(id)),
  ];
}

const valueIn = ({ parts }: Making, field: FieldName) => parts.find((part) => part.field === field)?.value;

/** A page about it, which opens beside this one: what was typed stays. */
function more(mistake: Mistake) {
  return referenceFolder ? [element("a", { href: `${referenceFolder}${language()}/${pageOf(mistake)}`, target: "_blank" }, t("verdict.more")), " "] : [];
}

/** The MAC that was sent and the right one, below each other. */
function macs(sent: string, right: string) {
  const copy = element("button", { type: "button", class: "quiet", "data-copy": "right-mac" }, t("action.copy"));
  return [element("dl", { class: "macs" },
    element("dt", {}, t("verdict.sent")), element("dd", {}, element("code", { class: "digits", translate: "no" }, ...groups(sent))),
    element("dt", {}, t("verdict.right")), element("dd", {}, element("code", { class: "digits", id: "right-mac", translate: "no" }, ...groups(right)), " ", copy))];
}

/** An id leads to its row, where the page lists the mistakes. */
function named(id: string) {
  return document.getElementById("learn")
    ? element("a", { href: `#mistake=${id}`, class: "anchor", translate: "no" }, id)
    : element("code", { class: "anchor", translate: "no" }, id);
}

/** Shows that a search is on its way. */
export function showSearch(stop: () => void) {
  show("searching", () => [headline("✗", t("verdict.searching")),
    element("div", { class: "line" }, element("progress", { id: "search-progress", max: "1", value: "0", "aria-label": t("verdict.searching") }),
      button({ id: "stop" }, t("verdict.stop"), stop)),
    element("p", { id: "search-about", class: "legend", "aria-live": "off" })]);
}

export function showProgress({ tried, total, seconds }: Progress) {
  const bar = document.getElementById("search-progress");
  if (!(bar instanceof HTMLProgressElement)) return;
  bar.value = total ? tried / total : 0;
  byId("search-about").textContent =
    t("verdict.progress", { tried: number(tried), total: number(total), seconds: number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) });
}

/** The search was stopped. */
export function showStopped(again: () => void) {
  show("stopped", () => [headline("✗", t("verdict.stopped")), button({}, t("verdict.again"), again)]);
}

/** A worker was lost. */
export function showDied(again: () => void) {
  show("stopped", () => [headline("✗", t("verdict.died")), button({}, t("verdict.again"), again)]);
}

/** @param report an exhausted one without a cause */
export function showNone({ tried, stages }: Report, { notes }: Open) {
  show("none", () => [...told(notes), headline("✗", t("verdict.none")),
    element("p", {}, t("verdict.none.tried", { tried: number(tried), stages: number(stages.length) })),
    element("details", {}, element("summary", {}, t("verdict.none.stages")),
      element("ul", {}, ...stages.map((stage) => element("li", {}, t("verdict.stage", { what: t(`stage.${stage.id}`), tried: number(stage.tried) }))))),
    element("p", {}, t("verdict.none.left")),
    element("ol", {}, ...(["key", "value", "body", "rare"] as const).map((what) => element("li", {}, t(`verdict.left.${what}`))))]);
}

export function showNotices(notices: Mistake[]) {
  byId("notices-section").hidden = notices.length === 0;
  tell("notices", () => byId("notices").replaceChildren(...notices.map((notice) => {
    const { id, title, detail, fix } = translatedMistake(go(), notice);
    return element("li", { "data-id": id }, element("strong", {}, seen(detail ? `${title} (${detail}).` : `${title}.`)), ` ${fix} `, ...swapsOf(notice));
  })));
}

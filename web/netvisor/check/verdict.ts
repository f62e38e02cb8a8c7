// The verdict on a wrong MAC: each mistake with what to do, the proof; and what can be said without the keys, and the hints.

import { comparison } from "./compare.ts";
import { headlineOf, pageOf, placeOf } from "./headline.ts";
import { macs } from "./macs.ts";
import { doubtful, headline, show } from "./panel.ts";
import { referenceFolder } from "../../site/served.ts";
import { button } from "../../dom/buttons.ts";
import { byId, element } from "../../dom/elements.ts";
import { handOver } from "../share/hand-over.ts";
import { onDemand } from "../on-demand/ask.ts";
import { linkTo } from "../share/link.ts";
import { readForm } from "../form.ts";
import { language, moment, number, tell } from "../../words/language.ts";
import { swapsOf } from "../swap.ts";
import { row } from "../../words/go.ts";
import { seen } from "../../text/unseen.ts";
import { fieldName, t } from "../../words/page-words.ts";
import type { FieldName, Making, Mistake, Note, Report } from "../../api/types/mac.d.ts";
import type { Checked } from "../workings.ts";

/** @param report what is known without a search */
export function showEmpty({ missing }: Checked) {
  const fields = () => missing.map(fieldName).join(", ");
  if (missing.includes("url") || missing.includes("mac")) show("empty", () => [element("p", {}, t("verdict.empty", { fields: fields() }))]);
  else {
    show("keyless", () => [headline("○", `${t("slot.keys", { count: 2 - missing.length })}; ${t("slot.lacking", { fields: fields() })}.`), ...mail()]);
  }
}

/** What asks whoever has the keys. A link to a file of this computer would lead nobody anywhere. */
function mail() {
  if (location.protocol === "file:") return [];
  return [element("p", {}, t("mail.about")),
    button({ id: "mail" }, t("mail.copy"), async (pressed) => handOver(pressed, (await onDemand()).mailText(linkTo("check", readForm()).link)))];
}

/** @param report one with a cause @param sent the MAC that was sent */
export function showCause({ causes: [found], signed, right, tried, want }: Report, notes: Note[], sent: string) {
  show("wrong", () => [
    ...doubtful(notes),
    ...mistakesOf(found, signed, right),
    ...macs(t("verdict.sent"), sent, t("verdict.right"), want),
    ...(signed ? comparison(signed, right) : []),
    element("p", { class: "proof" }, t(found.length === 1 ? "verdict.proof" : "verdict.proof.together", { tried: number(tried) })),
  ]);
}

/** What somebody else's page found, who had the keys. @param made when */
export function showSenders({ ok, causes, doubts }: { ok: boolean, causes: Mistake[][], doubts: unknown[] }, made: string) {
  const [found = []] = causes, at = Number.isNaN(Date.parse(made)) ? "–" : moment(Date.parse(made));
  show("case", () => [element("p", { class: "legend" }, t("case.verdict", { at })),
    ...(ok ? [headline("✓", t(doubts.length ? "verdict.unsure" : "verdict.ok"))] : found.length ? mistakesOf(found) : [headline("✗", t("verdict.none"))])]);
}

/** Each mistake of a cause, and what to do about it; what a case file says in words of its own stands in quotation marks. */
function mistakesOf(cause: Mistake[], signed?: Making, right?: Making) {
  return cause.map(row).flatMap((mistake, i) => mistake.id === "" ? [element("p", {}, element("q", {}, seen(mistake.title)))] :
    [headline(cause.length === 1 ? "✗" : `✗ ${i + 1}.`, seen(`${headlineOf(mistake)}.`)), ...explained(mistake, signed, right)]);
}

/** What was found, where neither the headline nor the strings say it, and what to do. */
function explained(mistake: Mistake, signed?: Making, right?: Making) {
  const { id, detail, found, fix, fields = [] } = mistake;
  const shown = found ?? (signed && right && fields.some((field) => valueIn(signed, field) !== valueIn(right, field)));
  return [
    ...(detail && !shown ? [element("p", { class: "detail" }, seen(`${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`))] : []),
    element("p", { class: "fix" }, fix, " ", element("small", {}, `${placeOf(mistake)} `), ...more(mistake), named(id)),
  ];
}

const valueIn = ({ parts }: Making, field: FieldName) => parts.find((part) => part.field === field)?.value;

/** A page about it, which opens beside this one: what was typed stays. */
function more(mistake: Mistake) {
  return referenceFolder ? [element("a", { href: `${referenceFolder}${language()}/${pageOf(mistake)}`, target: "_blank" }, t("verdict.more")), " "] : [];
}

/** An id leads to its row, where the page lists the mistakes. */
export function named(id: string) {
  return document.getElementById("learn")
    ? element("a", { href: `#mistake=${id}`, class: "anchor", translate: "no" }, id)
    : element("code", { class: "anchor", translate: "no" }, id);
}

export function showNotices(notices: Mistake[]) {
  byId("notices-section").hidden = notices.length === 0;
  tell("notices", () => byId("notices").replaceChildren(...notices.map((notice) => {
    const { id, title, detail, fix } = row(notice);
    return element("li", { "data-id": id }, element("strong", {}, seen(detail ? `${title} (${detail}).` : `${title}.`)), ` ${fix} `, ...swapsOf(notice));
  })));
}

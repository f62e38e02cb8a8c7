// Nothing found: what is left, the most probable first, each with what to do; and what was tried.

import { doubtful, headline, show } from "./panel.ts";
import { button } from "../../dom/buttons.ts";
import { element } from "../../dom/elements.ts";
import { handOver } from "../share/hand-over.ts";
import { onDemand } from "../on-demand/ask.ts";
import { number } from "../../words/language.ts";
import { seen } from "../../text/unseen.ts";
import { guarded } from "../../text/guard.ts";
import { t } from "../../words/page-words.ts";
import type { Note, Report } from "../../api/types/mac.d.ts";
import type { Input } from "../workings.ts";

/** @param report an exhausted one without a cause */
export function showNone(input: Input, report: Report, notes: Note[]) {
  const { transactionId = "", timestamp = "" } = input.request, { stages, tried } = report;
  show("none", () => [...doubtful(notes), headline("✗", t("verdict.none")),
    element("p", {}, t("verdict.none.left")),
    element("ol", { class: "left" },
      left("key", t("verdict.left.key"), ...pressing("save-case", t("case.save"))),
      left("value", t("verdict.left.value", { transactionId: seen(guarded(transactionId, "transactionId")), timestamp: seen(guarded(timestamp, "timestamp")) })),
      left("body", t("verdict.left.body"), ...pressing("pasted", t("verdict.left.code"))),
      left("rare", t("verdict.left.rare"), button({}, t("verdict.left.report"), async (pressed) => handOver(pressed, (await onDemand()).unexplained(input, report))))),
    element("details", {}, element("summary", {}, t("verdict.none.tried", { tried: number(tried), stages: stages.length })),
      element("ul", {}, ...stages.map((stage) => element("li", {}, t("verdict.stage", { what: t(`stage.${stage.id}`), tried: number(stage.tried) })))))]);
}

const left = (id: string, text: string, ...more: Node[]) => element("li", { "data-id": id }, text, " ", ...more);

/** A button that presses another of the page, or goes to its field, where it has one. */
function pressing(id: string, text: string) {
  const other = document.getElementById(id);
  return other ? [button({}, text, () => {
    other.focus();
    other.scrollIntoView({ block: "center" });
    if (other instanceof HTMLButtonElement) other.click();
  })] : [];
}

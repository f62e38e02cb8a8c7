// web.config as it is, and beside it as it will be: rows of lines, with what is wrong and what changes marked.

import { button } from "../dom/buttons.ts";
import { byId, element } from "../dom/elements.ts";
import { seen } from "../text/unseen.ts";
import { ask } from "./worker.ts";
import { signs } from "./findings.ts";
import { count, t } from "./words.ts";
import type { Finding } from "../api/types/multivers.d.ts";
import type { GapRow, LineRow, Row, Side } from "./difference.ts";
import type { Piece } from "./pieces.ts";

/** So many lines of a gap are shown at once. */
const step = 100;

const view = () => byId("config-view");

/** @param more places that change further on */
export function showRows(rows: Row[], more: number, mended: boolean) {
  const head = mended ? [element("div", { class: "row head" }, element("div", { class: "old" }, t("config.original")), element("div", { class: "new" }, t("config.new")))] : [];
  const { scrollTop } = view(); // what is judged anew stays where it is
  view().toggleAttribute("data-mended", mended);
  view().replaceChildren(...head, ...rows.map(row), ...(more ? [element("p", { class: "gap" }, t("config.more", { count: count(more) }))] : []));
  view().scrollTop = scrollTop;
}

function row(row: Row) {
  return row.gap ? gap(row) : lineRow(row);
}

function gap({ gap: [from, to] }: GapRow) {
  const all = to - from;
  const made: HTMLElement = element("div", { class: "gap" }, t("config.gap", { count: count(all) }), " ",
    button({ class: "place" }, t("config.gap.more", { count: count(Math.min(step, all)) }), () => fill(made, from, to)));
  return made;
}

/** Puts lines of a gap in its place, and another gap for the rest. */
async function fill(made: HTMLElement, from: number, to: number) {
  const end = Math.min(to, from + step);
  const rows = (await ask.lines(from, end)).map(row);
  made.replaceWith(...rows, ...(end < to ? [gap({ gap: [end, to] })] : []));
  rows.at(0)?.focus();
}

function lineRow({ old, new: made, changed, severity }: LineRow) {
  const severe = severity as Finding["severity"] | undefined;
  return element("div", { class: "row", tabindex: "-1", "data-changed": changed, ...(old ? { "data-line": String(old.number) } : {}), ...(severe ? { "data-severity": severe } : {}) },
    side("old", old, severe, changed && old ? "−" : ""), side("new", made, undefined, changed && made ? "+" : ""));
}

function side(which: "old" | "new", side: Side | undefined, severity: Finding["severity"] | undefined, changed: string) {
  const cell = element("div", { class: which });
  if (!side) return cell;
  cell.append(
    element("span", { class: "number" }, String(side.number)),
    element("span", { class: "sign", translate: "no" }, severity ? signs[severity] : changed),
    element("code", { translate: "no" }, ...side.pieces.map(piece)));
  return cell;
}

function piece({ text, kind, cut }: Piece): Node | string {
  if (cut) return element("span", { class: "cut", translate: "yes" }, `… ${t("config.cut", { count: count(cut) })} …`);
  if (!kind) return seen(text);
  return kind === "secret" ? element("span", { class: "masked" }, text) : element("mark", { "data-kind": kind }, visible(text));
}

/** What would not be seen in a mark: spaces that are none to XML, too. */
const visible = (text: string) => seen(text.replace(/[\u00a0\u2007\u202f]/g, "⍽"));

/** So many lines stay above the first place. */
const above = 3;

/** Opens the view at the first place that changes or is wrong. */
export function showFirst() {
  const rows = [...view().querySelectorAll<HTMLElement>(".row, .gap")];
  const first = rows.findIndex(({ dataset }) => dataset.changed !== undefined || dataset.severity === "error");
  const from = rows[Math.max(0, first - above)];
  if (first > 0) view().scrollTop += from.getBoundingClientRect().top - view().getBoundingClientRect().top - (rows[0].classList.contains("head") ? rows[0].offsetHeight : 0);
}

/** Brings a line of the file into view. @returns whether it is shown */
export function showLine(line: string): boolean {
  const found = view().querySelector<HTMLElement>(`.row[data-line="${line}"]`);
  found?.scrollIntoView({ block: "center" });
  found?.focus({ preventScroll: true });
  return Boolean(found);
}

// The place of the verdict: what every state of it has, the dock that follows it, and the title of the tab.

import { byId, element } from "../../dom/elements.ts";
import { mode } from "../mode.ts";
import { tell } from "../../words/language.ts";
import { told } from "../../words/go.ts";
import { seen } from "../../text/unseen.ts";
import { t } from "../../words/page-words.ts";
import type { Note } from "../../api/types/mac.d.ts";

export type State = "empty" | "keyless" | "ok" | "refused" | "legacy" | "unsure" | "wrong" | "searching" | "none" | "stopped" | "case";

/** Before the title of the tab; what is not here has none. */
const signs: Partial<Record<State, string>> = { ok: "✓ ", legacy: "✓ ", wrong: "✗ ", none: "✗ " };

export function show(state: State, content: () => (Node | string)[]) {
  const verdict = byId("verdict");
  verdict.dataset.state = state;
  tell("verdict", () => {
    const focused = verdict.contains(document.activeElement);
    verdict.replaceChildren(...content());
    if (focused) focusVerdict();
    showInDock(verdict, state);
    markTab(signs[state]);
  });
}

/** Brings the reader to the headline, or to what stands there without one. */
export function focusVerdict() {
  const verdict = byId("verdict");
  (verdict.querySelector<HTMLElement>(".headline") ?? verdict).focus();
}

/** On a narrow screen the first headline stays at the edge, since the verdict itself may be far above. */
function showInDock(verdict: HTMLElement, state: State) {
  const dock = document.getElementById("verdict-dock"); // none in a frame
  if (!dock) return;
  dock.hidden = state === "empty";
  dock.dataset.state = state;
  byId("dock-verdict").textContent = verdict.querySelector(".headline")?.textContent.trim() ?? "";
}

/** Says it in the title, too, for whoever looks at another tab meanwhile; in Create nothing is checked. */
export function markTab(mark = "") {
  if (document.getElementById("verdict-dock")) document.title = (mode() === "check" ? mark : "") + t("title.index");
}

export function headline(sign: string, text: string) {
  return element("h2", { class: "headline", tabindex: "-1" }, element("span", { class: "sign", "aria-hidden": "true" }, sign), " ", element("span", {}, text));
}

/** What is told before a verdict. */
export const doubtful = (notes: Note[]) => (notes.length === 0 ? [] : [element("div", { class: "doubts" }, element("p", {}, element("strong", {}, t("doubts"))),
  element("ul", { class: "hints" }, ...notes.map((note) => element("li", { "data-id": note.id }, seen(told(note).text)))))]);

// All mistakes that the tool knows, listed when somebody looks.

import { ask } from "../../worker/workers.ts";
import { byId } from "../../dom/elements.ts";
import { onDemand } from "../on-demand/ask.ts";
import { tell } from "../../words/language.ts";
import type { Trying } from "./mistakes-list.ts";

/** @param tried is called with the example that a mistake was made of */
export function listenToLearn(tried: Trying["tried"]) {
  byId("learn", HTMLDetailsElement).addEventListener("toggle", () => {
    if (byId("learn", HTMLDetailsElement).open && !byId("mistakes").hasChildNodes()) void showMistakes(tried);
  });
}

/** Lists the mistakes by group. */
export async function showMistakes(tried: Trying["tried"]) {
  const mistakes = await ask.mistakes();
  await tell("mistakes", async () => { (await onDemand()).fillMistakes(byId("mistakes"), mistakes, { mistaken: ask.mistaken, tried }); });
  byId("mistakes-count").textContent = String(mistakes.length);
  openMistake();
}

/** Opens and shows the mistake that the address names. */
export function openMistake() {
  const row = location.hash.startsWith("#mistake=") && document.getElementById(location.hash.slice(1));
  if (!row) return;
  row.closest("details")?.setAttribute("open", "");
  byId("learn", HTMLDetailsElement).open = true;
  row.scrollIntoView({ block: "center" });
}

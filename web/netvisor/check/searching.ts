// While the search goes on: which stage it is in, how far it is, and how long it takes yet.

import { headline, markTab, show } from "./panel.ts";
import { button } from "../../dom/buttons.ts";
import { byId, element } from "../../dom/elements.ts";
import { duration, number } from "../../words/language.ts";
import { t } from "../../words/page-words.ts";
import type { Progress } from "./search.ts";

export function showSearch(stop: () => void) {
  show("searching", () => [headline("✗", t("verdict.searching")),
    element("div", { class: "line" }, element("progress", { id: "search-progress", max: "1", value: "0", "aria-label": t("verdict.searching") }),
      button({ id: "stop" }, t("verdict.stop"), stop)),
    element("p", { id: "search-about", class: "legend", "aria-live": "off" })]);
}

export function showProgress({ tried, total, seconds, stages }: Progress) {
  const bar = document.getElementById("search-progress"), done = tried / total;
  if (!(bar instanceof HTMLProgressElement) || !(total > 0)) return;
  bar.value = done;
  const at = stages.findIndex((stage) => !stage.done);
  byId("search-about").textContent = [
    at < 0 ? "" : t("verdict.stage.now", { at: at + 1, stages: stages.length, what: t(`stage.${stages[at].id}`) }),
    t("verdict.progress", { tried: number(tried), total: number(total), left: leftOf(seconds * (1 / done - 1)) }),
  ].join(" ");
  const percent = number(done, { style: "percent" });
  markTab(`(${percent}) `);
  const dock = document.getElementById("dock-verdict"); // none in a frame
  if (dock) dock.textContent = `${percent} · ${t("verdict.searching")}`;
}

/** In words; what is long is not told by the second. */
function leftOf(seconds: number) {
  const step = seconds < 10 ? 1 : 5;
  return duration(Math.max(1, Math.ceil(seconds / step)) * step * 1000);
}

/** The search was stopped. */
export function showStopped(again: () => void) {
  show("stopped", () => [headline("✗", t("verdict.stopped")), button({}, t("verdict.again"), again)]);
}

/** A worker was lost. */
export function showDied(again: () => void) {
  show("stopped", () => [headline("✗", t("verdict.died")), button({}, t("verdict.again"), again)]);
}

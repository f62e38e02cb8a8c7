// Verdicts over time, as bars.

import { count, moment, t } from "./words.ts";
import type { Histogram } from "./histogram.ts";

const width = 720, height = 64, bars = 90;

export function drawChart(times: Histogram, place: HTMLElement) {
  place.replaceChildren();
  if (!(times.last > times.first)) return;
  const bins = times.bars(bars);
  const all = bins.reduce((sum, { right, wrong, other }) => ({ right: sum.right + right, wrong: sum.wrong + wrong, other: sum.other + other }));
  const highest = Math.max(1, ...bins.map(({ right, wrong, other }) => right + wrong + other));
  const about = t("chart.about", { from: moment(times.first), to: moment(times.last), right: count(all.right), wrong: count(all.wrong), other: count(all.other) });
  const svg = node("svg", { viewBox: `0 0 ${width} ${height}`, class: "verdicts", role: "img", preserveAspectRatio: "none", "aria-label": about });
  const paths = { right: "", other: "", wrong: "" };
  bins.forEach((bin, i) => {
    let y = height;
    for (const kind of ["right", "other", "wrong"] as const) {
      const h = (bin[kind] / highest) * height;
      if (h) paths[kind] += `M${i * (width / bars)} ${y}v${-h}h${width / bars - 1}v${h}z`;
      y -= h;
    }
  });
  for (const [kind, d] of Object.entries(paths)) svg.append(node("path", { class: kind, d }));
  const legend = document.createElement("p");
  legend.className = "legend";
  legend.textContent = about;
  place.replaceChildren(svg, legend);
}

function node(tag: string, attributes: Record<string, string | number>) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

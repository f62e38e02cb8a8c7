// Verdicts over time, as bars.

import { count, moment, t } from "./words.js";

/** @import { Row } from "./reading.js" */

const width = 720, height = 64, bars = 90;

/** @param {readonly Row[]} rows @param {HTMLElement} place */
export function drawChart(rows, place) {
  let from = Infinity, to = -Infinity;
  for (const { at } of rows) {
    if (at < from) from = at;
    if (at > to) to = at;
  }
  if (!(to > from)) return place.replaceChildren();
  const bins = Array.from({ length: bars }, () => ({ right: 0, wrong: 0, other: 0 }));
  const all = { right: 0, wrong: 0, other: 0 };
  for (const { at, verdict } of rows) {
    const kind = verdict === "right" || verdict === "wrong" ? verdict : "other";
    all[kind]++;
    if (!Number.isNaN(at)) bins[Math.min(bars - 1, Math.floor(((at - from) / (to - from)) * bars))][kind]++;
  }
  const highest = Math.max(1, ...bins.map(({ right, wrong, other }) => right + wrong + other));
  const about = t("chart.about", { from: moment(from), to: moment(to), right: count(all.right), wrong: count(all.wrong), other: count(all.other) });
  const svg = node("svg", { viewBox: `0 0 ${width} ${height}`, class: "verdicts", role: "img", preserveAspectRatio: "none", "aria-label": about });
  bins.forEach((bin, i) => {
    let y = height;
    for (const kind of /** @type {const} */ (["right", "other", "wrong"])) {
      const h = (bin[kind] / highest) * height;
      if (h) svg.append(node("rect", { class: kind, x: i * (width / bars), y: (y -= h), width: width / bars - 1, height: h }));
    }
  });
  const legend = document.createElement("p");
  legend.className = "legend";
  legend.textContent = about;
  place.replaceChildren(svg, legend);
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function node(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

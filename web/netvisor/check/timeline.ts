// A picture of the moments of a request on one line, with their distances.

import { t } from "../../words/page-words.ts";
import type { MacRequest } from "../../api/types/mac.d.ts";
type Moment = { mark: "timestamp" | "finnish" | "unix" | "clock", at: number };

/** The moments that a request names, the earliest first. */
export function momentsOf({ timestamp = "", timestampUnix = "" }: MacRequest, now: number): Moment[] {
  const moments: Moment[] = [];
  const stamp = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/.test(timestamp) ? Date.parse(timestamp.replace(" ", "T") + "Z") : NaN;
  const unix = /^\d{9,11}$/.test(timestampUnix) ? Number(timestampUnix) * 1000 : NaN;
  if (!Number.isNaN(stamp)) {
    moments.push({ mark: "timestamp", at: stamp });
    moments.push({ mark: "finnish", at: stamp - finnishOffset(stamp) });
  }
  if (!Number.isNaN(unix)) moments.push({ mark: "unix", at: unix });
  if (moments.length) moments.push({ mark: "clock", at: now });
  return moments.sort((a, b) => a.at - b.at);
}

/** How far Finnish time is ahead of UTC, in milliseconds. */
function finnishOffset(at: number) {
  const parts = new Intl.DateTimeFormat("en", { timeZone: "Europe/Helsinki", timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT+02:00";
  return Number(name.slice(4, 6)) * 3_600_000;
}

const width = 480, left = 270, row = 22;

export function timeline(moments: Moment[]) {
  const origin = (moments.find(({ mark }) => mark === "unix") ?? moments[0]).at;
  const near = moments.filter(({ at }) => Math.abs(at - origin) < 2 * 86_400_000);
  const first = near[0].at, span = Math.max(near[near.length - 1].at - first, 1);
  const svg = node("svg", { class: "timeline", viewBox: `0 0 ${width} ${moments.length * row + 4}`, role: "img", "aria-label": t("timeline.about") });
  moments.forEach(({ at, mark }, i) => {
    const y = i * row + 15;
    const far = !near.some((moment) => moment.at === at);
    const x = far ? (at < first ? left + 2 : width - 8) : left + 14 + ((at - first) / span) * (width - left - 30);
    svg.append(
      node("line", { x1: left, x2: width, y1: y - 4, y2: y - 4, class: "axis" }),
      node("text", { x: 0, y }, t(`timeline.${mark}`)),
      node("text", { x: left - 8, y, class: "distance" }, at === origin ? "0" : distance(at - origin)),
      far ? node("text", { x, y, class: "far" }, at < first ? "←" : "→") : node("circle", { cx: x, cy: y - 4, r: 5, class: mark }),
    );
  });
  return svg;
}

export function distance(milliseconds: number) {
  const sign = milliseconds < 0 ? "−" : "+";
  let rest = Math.round(Math.abs(milliseconds) / 1000);
  const words = [];
  for (const [unit, length] of [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]] as const) {
    const n = Math.floor(rest / length);
    rest -= n * length;
    if (n) words.push(`${n} ${t(`unit.${unit}`)}`);
  }
  return sign + (words.slice(0, 2).join(" ") || `0 ${t("unit.second")}`);
}

function node(tag: string, attributes: Record<string, string | number>, text: string = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

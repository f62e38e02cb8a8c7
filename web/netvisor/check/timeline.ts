// The moments of a request, with their distances; and drawn, for eyes alone.

import { element } from "../../dom/elements.ts";
import { duration } from "../../words/language.ts";
import { t } from "../../words/page-words.ts";
import type { MacRequest } from "../../api/types/mac.d.ts";
type Moment = { mark: "timestamp" | "finnish" | "unix" | "clock", at: number };

const second = 1000, hour = 3_600_000, day = 24 * hour;

/** The moments that a request names, with the clock. */
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
  return moments;
}

/** How far Finnish time is ahead of UTC, in milliseconds. */
function finnishOffset(at: number) {
  const parts = new Intl.DateTimeFormat("en", { timeZone: "Europe/Helsinki", timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT+02:00";
  return Number(name.slice(4, 6)) * hour;
}

/** Moments that are further from the others are not drawn in their scale. */
const near = 2 * day;

export function timeline(moments: Moment[]) {
  const origin = (moments.find(({ mark }) => mark === "unix") ?? moments[0]).at;
  const drawn = moments.map(({ at }) => at).filter((at) => Math.abs(at - origin) < near);
  const first = Math.min(...drawn), span = Math.max(...drawn) - first || 1;
  return element("dl", { class: "timeline" }, ...moments.map(({ at, mark }) => element("div", {},
    element("dt", {}, t(`timeline.${mark}`)),
    element("dd", {}, new Date(at).toISOString().slice(0, 19).replace("T", " ")),
    element("dd", { "aria-hidden": "true" }, point(mark, (at - first) / span)),
    element("dd", { translate: "no" }, distance(at - origin)))));
}

/** A point on the line, or an arrow to where it would be. @param part of the line, from 0 to 1 */
function point(mark: Moment["mark"], part: number) {
  const made = element("i", { class: mark }, part < 0 ? "←" : part > 1 ? "→" : "");
  made.style.left = `calc(8px + (100% - 16px) * ${Math.max(0, Math.min(1, part))})`;
  return made;
}

/** To the second; of more than a day, to the hour; of more than a month, to the day. */
function distance(milliseconds: number) {
  const length = Math.abs(milliseconds), step = length < day ? second : length < 30 * day ? hour : day;
  const rounded = Math.round(length / step) * step;
  return rounded ? `${milliseconds < 0 ? "−" : "+"}${duration(rounded)}` : "0";
}

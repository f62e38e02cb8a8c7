// What the page around the frame is told: the height, the title and the
// verdict. Never a value: whoever shows the frame hears this.

import { leastHeight } from "../shell/presets.ts";
import type { Result } from "../netvisor/check/check.ts";

function tell(said: Record<string, unknown>) {
  if (parent !== window) parent.postMessage({ type: "netvisor-mac", ...said }, "*");
}

/** Tells how high the page is, and its title. */
export function tellFrame() {
  tell({ height: Math.ceil(document.documentElement.getBoundingClientRect().height), title: document.title });
}

/** @param least height, "" for what the content has */
export function showHeight(least: string) {
  const height = leastHeight(least);
  if (least && height === undefined) console.warn(`netvisor-mac: height must be a number of pixels below 10000, and is ${JSON.stringify(least.slice(0, 40))}`);
  document.body.style.minHeight = height === undefined ? "" : `${height}px`;
}

/** Tells it whenever the height changes. */
export function followHeight() {
  new ResizeObserver(tellFrame).observe(document.documentElement);
  tellFrame(); // a frame out of sight is not observed
}

/** Tells the verdict, once there is one. */
export function tellReport({ report }: Result) {
  if (!report) return;
  const [cause = []] = report.ok ? [] : report.causes;
  tell({ verdict: report.ok ? "ok" : cause.length ? "wrong" : "none", mistakes: cause.map(({ id }) => id) });
}

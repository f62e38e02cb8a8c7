// How far the work on a file is, and how long it still takes.

import { count, percent, span, t } from "./words.ts";

/** Before so much was done, in milliseconds and as a share of all, nobody can tell how long it takes. */
const first = { time: 1000, share: 0.02 };

/** In milliseconds; undefined while it cannot be told. @param done a share of all */
export const timeLeft = (done: number, elapsed: number) => (elapsed < first.time || done < first.share ? undefined : (elapsed * (1 - done)) / done);

export class Progress {
  #stage = "";
  #began = 0;

  /** Says how far a stage is. @param done a share of all */
  told(stage: string, done: number, what: string, now: number = performance.now()) {
    if (stage !== this.#stage) this.#began = now;
    this.#stage = stage;
    const left = timeLeft(done, now - this.#began);
    return left === undefined || done === 1 ? what : t("left", { what, time: span(left) });
  }

  /** The next stage begins anew, even if it is the same. */
  end() {
    this.#stage = "";
    showInTitle();
  }
}

/** What is said at the end: nobody may believe that what has no keys was checked. */
export function outcome(all: number, keyless: number, stopped: boolean) {
  if (stopped) return t("stopped", { count: count(all) });
  if (!keyless) return t("done");
  return keyless === all ? t("done.keyless") : t("done.some", { count: count(keyless) });
}

/** The tab says it, too. @param done a share of all; none when it has ended */
export function showInTitle(done?: number) {
  document.title = (done === undefined ? "" : `(${percent(done)}) `) + document.title.replace(/^\([^()]*%\) /, "");
}

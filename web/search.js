// The search for the mistakes that made a MAC, divided among a worker for each core.

import { recruit } from "./crew.js";

/** @import { Report } from "./mac.d.ts" */
/** @import { Input } from "./workings.js" */

/**
 * @typedef {object} Progress
 * @property {number} tried combinations, so far
 * @property {number} total about
 * @property {number} seconds
 */

/** How long the other workers may look for a likelier cause when one has found a cause. */
const patience = 1000;

/** Ends the search that is under way, if there is one. */
export let stopSearch = () => {};

/**
 * Searches, and gives the best of the reports; null if it was stopped.
 * @param {Input} input
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<Report | null>}
 */
export async function searchWith(input, onProgress) {
  stopSearch();
  const shards = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 16));
  const started = performance.now();
  /** @type {[number, number][]} */
  const progress = Array.from({ length: shards }, () => [0, 0]);
  const stop = new AbortController();
  stopSearch = () => stop.abort();
  const parts = progress.map((_, shard) => oneShard(input, { shard, shards }, stop.signal, (tried, total) => {
    progress[shard] = [tried, total];
    const sum = (/** @type {0 | 1} */ i) => progress.reduce((all, one) => all + one[i], 0);
    onProgress({ tried: sum(0), total: sum(1), seconds: (performance.now() - started) / 1000 });
  }));
  const reports = await untilFound(parts, stop);
  return stop.signal.aborted && !reports.some(hasCause) ? null : merge(reports, shards);
}

/**
 * One worker's report; none if it was stopped before it had one.
 * @param {Input} input
 * @param {{ shard: number, shards: number }} part
 * @param {AbortSignal} signal
 * @param {(tried: number, total: number) => void} onProgress
 * @returns {Promise<Report | undefined>}
 */
async function oneShard(input, part, signal, onProgress) {
  const crewman = await recruit();
  const stopped = new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", resolve, { once: true });
  });
  try {
    return /** @type {Report | undefined} */ (await Promise.race([crewman.call("search", [input, part], onProgress), stopped.then(() => undefined)]));
  } finally {
    crewman.dismiss();
  }
}

/**
 * Waits for all parts or, once one has a cause, a moment longer.
 * @param {Promise<Report | undefined>[]} parts
 * @param {AbortController} stop
 * @returns {Promise<Report[]>}
 */
async function untilFound(parts, stop) {
  for (const part of parts) {
    part.then((report) => {
      if (report && hasCause(report)) setTimeout(() => stop.abort(), patience);
    }, () => stop.abort());
  }
  const reports = await Promise.all(parts);
  return reports.filter((report) => report !== undefined);
}

/** @param {Report} report */
const hasCause = (report) => report.causes.length > 0;

/**
 * The report with the smallest cause, and of those the likeliest.
 * @param {Report[]} reports
 * @param {number} shards
 * @returns {Report}
 */
function merge(reports, shards) {
  const best = [...reports].sort((a, b) => weight(a) - weight(b) || a.rank - b.rank)[0];
  return {
    ...best,
    tried: reports.reduce((all, report) => all + report.tried, 0),
    exhausted: reports.length === shards && reports.every((report) => report.exhausted),
  };
}

/** @param {Report} report */
function weight(report) {
  return report.causes[0]?.length ?? Infinity;
}

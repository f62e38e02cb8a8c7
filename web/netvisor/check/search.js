// The search for the mistakes that made a MAC, divided among a worker for each core.

import { searchers } from "../calculator.js";

/** @import { Crewman } from "../../worker/client.js" */
/** @import { Report } from "../../api/types/mac.d.ts" */
/** @import { Input } from "../workings.js" */

/**
 * @typedef {object} Progress
 * @property {number} tried combinations, so far
 * @property {number} total about
 * @property {number} seconds
 */

/** How long a worker may take to stop, in milliseconds, before it is ended. */
const grace = 1000;
/** How long the other workers may look for a likelier cause when one has found a cause. */
const patience = 1000;

/** Ends the search that is under way, if there is one. */
export let stopSearch = () => {};

/** The search before this one, which must have ended. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Searches, and gives the best of the reports; null if it was stopped.
 * @param {Input} input
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<Report | null>}
 */
export async function searchWith(input, onProgress) {
  stopSearch();
  const stopped = new AbortController();
  stopSearch = () => stopped.abort();
  await last;
  const workers = await searchers();
  if (stopped.signal.aborted) return null;
  const ended = searchAll(workers, input, onProgress, stopped);
  last = ended.catch(() => {});
  const reports = await ended.catch((error) => {
    for (const worker of workers) worker.end(); // what the others find is no answer without the one that is lost
    throw error;
  });
  return stopped.signal.aborted && !reports.some(hasCause) ? null : merge(reports);
}

/**
 * The reports of all workers. Once one has a cause, the others look a moment longer.
 * @param {Crewman[]} workers
 * @param {Input} input
 * @param {(progress: Progress) => void} onProgress
 * @param {AbortController} stopped
 * @returns {Promise<Report[]>}
 */
function searchAll(workers, input, onProgress, stopped) {
  const started = performance.now();
  const seen = workers.map(() => [0, 0]);
  const stop = () => {
    stopping = true;
    for (const worker of workers) worker.call("stop", []).catch(() => {});
    late = setTimeout(() => { for (const worker of searching) worker.end(); }, grace);
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let late;
  const searching = new Set(workers);
  let stopping = false;
  stopped.signal.addEventListener("abort", stop, { once: true });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let enough;
  return Promise.all(workers.map(async (worker, shard) => {
    /** @type {Report | null} */
    const report = await worker.call("search", [input, { shard, shards: workers.length }], (tried, total) => {
      seen[shard] = [tried, total];
      const [all, of] = seen.reduce(([a, b], [c, d]) => [a + c, b + d]);
      onProgress({ tried: all, total: of, seconds: (performance.now() - started) / 1000 });
    }).catch((error) => {
      if (!stopping) throw error;
      return null; // it was to stop, and took too long
    });
    searching.delete(worker);
    if (report && hasCause(report)) enough ??= setTimeout(stop, patience);
    return report;
  })).then((reports) => reports.filter((report) => report !== null)).finally(() => {
    stopped.signal.removeEventListener("abort", stop); // the workers may search for the next one by then
    clearTimeout(enough);
    clearTimeout(late);
  });
}

/** @param {Report} report */
const hasCause = (report) => report.causes.length > 0;

/**
 * The report with the smallest cause, and of those the likeliest.
 * @param {Report[]} reports
 * @returns {Report}
 */
function merge(reports) {
  const best = [...reports].sort((a, b) => weight(a) - weight(b) || a.rank - b.rank)[0];
  return {
    ...best,
    tried: reports.reduce((all, report) => all + report.tried, 0),
    exhausted: reports.every((report) => report.exhausted),
    stages: best.stages.map(({ id }, i) => {
      const parts = reports.map(({ stages }) => stages[i]);
      const sum = (/** @type {"count" | "tried"} */ name) => parts.reduce((all, part) => all + part[name], 0);
      return { id, count: sum("count"), tried: sum("tried"), done: parts.every(({ done }) => done) };
    }),
  };
}

/** @param {Report} report */
function weight(report) {
  return report.causes[0]?.length ?? Infinity;
}

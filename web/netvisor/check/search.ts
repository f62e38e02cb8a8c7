// The search for the mistakes that made a MAC, divided among a worker for each core.

import { searchWorkers } from "../../worker/workers.ts";
import type { NetvisorWorker } from "../../worker/workers.ts";
import type { Report, Stage } from "../../api/types/mac.d.ts";
import type { Input } from "../workings.ts";

export interface Progress {
  /** combinations, so far */
  tried: number;
  /** about */
  total: number;
  seconds: number;
  stages: Stage[];
}

/** How long a worker may take to stop, in milliseconds, before it is ended. */
const grace = 1000;
/** How long the other workers may look for a likelier cause when one has found a cause. */
const graceAfterFirstHit = 1000;

/** Ends the search that is under way, if there is one. */
export let stopSearch = () => {};

/** The search before this one, which must have ended. */
let last: Promise<unknown> = Promise.resolve();

/** Searches, and gives the best of the reports; null if it was stopped. */
export async function searchWith(input: Input, onProgress: (progress: Progress) => void): Promise<Report | null> {
  stopSearch();
  const stopped = new AbortController(), isStopped = () => stopped.signal.aborted;
  stopSearch = () => { stopped.abort(); };
  await last;
  const workers = await searchWorkers();
  if (isStopped()) return null;
  const ended = searchAll(workers, input, onProgress, stopped);
  last = ended.catch(() => {});
  const reports = await ended.catch((error: unknown) => {
    for (const worker of workers) worker.end(); // what the others find is no answer without the one that is lost
    throw error;
  });
  return isStopped() && !reports.some(hasCause) ? null : merge(reports);
}

/** The reports of all workers. Once one has a cause, the others look a moment longer. */
function searchAll(workers: NetvisorWorker[], input: Input, onProgress: (progress: Progress) => void, stopped: AbortController): Promise<Report[]> {
  const started = performance.now();
  const seen: [tried: number, total: number, stages: Stage[]][] = workers.map(() => [0, 0, []]);
  const stop = () => {
    stopping = true;
    for (const worker of workers) worker.ask.stop().catch(() => {});
    late = setTimeout(() => { for (const worker of searching) worker.end(); }, grace);
  };
  let late: ReturnType<typeof setTimeout> | undefined;
  const searching = new Set(workers);
  let stopping = false;
  stopped.signal.addEventListener("abort", stop, { once: true });
  let enough: ReturnType<typeof setTimeout> | undefined;
  return Promise.all(workers.map(async (worker, shard) => {
    const report: Report | null = await worker.ask.search(input, { shard, shards: workers.length }, (progress) => {
      seen[shard] = progress;
      const sum = (i: 0 | 1) => seen.reduce((all, part) => all + part[i], 0);
      onProgress({ tried: sum(0), total: sum(1), seconds: (performance.now() - started) / 1000, stages: together(seen.map(([,, stages]) => stages).filter(({ length }) => length)) });
    }).catch((error: unknown) => {
      if (!stopping) throw error;
      return null; // it was to stop, and took too long
    });
    searching.delete(worker);
    if (report && hasCause(report)) enough ??= setTimeout(stop, graceAfterFirstHit);
    return report;
  })).then((reports) => reports.filter((report) => report !== null)).finally(() => {
    stopped.signal.removeEventListener("abort", stop); // the workers may search for the next one by then
    clearTimeout(enough);
    clearTimeout(late);
  });
}

const hasCause = (report: Report) => report.causes.length > 0;

/** The report with the smallest cause, and of those the likeliest. */
function merge(reports: Report[]): Report {
  const best = [...reports].sort((a, b) => weight(a) - weight(b) || a.rank - b.rank)[0];
  return {
    ...best,
    tried: reports.reduce((all, report) => all + report.tried, 0),
    exhausted: reports.every((report) => report.exhausted),
    stages: together(reports.map(({ stages }) => stages)),
  };
}

/** The stages of all workers, each with the sums of its parts. */
function together([first, ...others]: Stage[][]): Stage[] {
  return first.map((stage, i) => others.reduce((all, stages) => {
    const { count, seen, tried, done } = stages[i];
    return { id: all.id, count: all.count + count, seen: all.seen + seen, tried: all.tried + tried, done: all.done && done };
  }, stage));
}

function weight(report: Report) {
  return report.causes[0]?.length ?? Infinity;
}

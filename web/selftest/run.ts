// Runs the trials in a worker for each core and counts.

import { selftestWorkerSum, selftestWorkerURL, vectorsSum, vectorsURL } from "build";
import { WorkerClient } from "../worker/client.ts";
import { intact } from "../site/intact.ts";
import { macModule, multiversModule } from "../site/served.ts";
import { showSum } from "../shell/module-sum.ts";
import type { Group } from "./trials.ts";
import type { Vector } from "./vectors.ts";
import type { Failure, Named, SelftestCalls } from "../worker/scripts/selftest-worker.ts";

export type Failed = Named & Failure;

export class Run {
  started = performance.now();
  trials: Named[] = [];
  done = 0;
  failures: Failed[] = [];

  get passed() { return this.done - this.failures.length; }

  get seconds() { return (performance.now() - this.started) / 1000; }

  count(group: Group): { all: number, failed: number } {
    const of = (list: Named[]) => list.filter((trial) => trial.group === group).length;
    return { all: of(this.trials), failed: of(this.failures) };
  }

  /** Runs all; fails where they cannot run at all. */
  async all(onProgress: () => void) {
    const { workers, trials } = await workersAndTrials();
    this.trials = trials;
    onProgress();
    let next = 0;
    await Promise.all(workers.map(async ({ ask }) => {
      while (next < this.trials.length) {
        const number = next++;
        this.#count(this.trials[number], await ask.run(number));
        onProgress();
      }
    }));
  }

  #count(trial: Named, failure: Failure | null) {
    this.done++;
    if (failure) this.failures.push({ ...trial, ...failure });
  }
}

/** Workers that have both modules, started once, and the trials, of which each has the same list. */
async function workersAndTrials() {
  const vectors = await (await intact(vectorsURL, vectorsSum)).json() as Vector[];
  const cores = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 8));
  workers ??= Array.from({ length: cores }, () => new WorkerClient<SelftestCalls>(selftestWorkerURL, selftestWorkerSum, { load: Infinity }));
  const [first, ...others] = workers;
  const trials = await first.ask.load([macModule(), multiversModule()], vectors, null);
  const { modules, sums } = await first.ask.loaded();
  showSum(sums[0]);
  await Promise.all(others.map((worker) => worker.ask.load(modules, vectors, sums)));
  return { workers, trials };
}

let workers: WorkerClient<SelftestCalls>[] | undefined;

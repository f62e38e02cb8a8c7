// Runs the trials in a worker for each core and counts.

import { selftestWorkerSum, selftestWorkerURL, vectorsSum, vectorsURL } from "build";
import { Crewman } from "../worker/client.js";
import { intact } from "../site/intact.js";
import { macModule, multiversModule } from "../site/served.js";
import { showSum } from "../shell/module-sum.js";

/** @import { Group } from "./trials.js" */
/** @import { Failure, Named } from "../worker/scripts/selftest-worker.js" */

/** @typedef {Named & Failure} Failed */

export class Run {
  started = performance.now();
  /** @type {Named[]} */
  trials = [];
  done = 0;
  /** @type {Failed[]} */
  failures = [];

  get passed() { return this.done - this.failures.length; }

  get seconds() { return (performance.now() - this.started) / 1000; }

  /** @param {Group} group @returns {{ all: number, failed: number }} */
  count(group) {
    const of = (/** @type {Named[]} */ list) => list.filter((trial) => trial.group === group).length;
    return { all: of(this.trials), failed: of(this.failures) };
  }

  /** Runs all; fails where they cannot run at all. @param {() => void} onProgress */
  async all(onProgress) {
    const { workers, trials } = await crew();
    this.trials = trials;
    onProgress();
    let next = 0;
    await Promise.all(workers.map(async (worker) => {
      while (next < this.trials.length) {
        const number = next++;
        this.#count(this.trials[number], await worker.call("run", [number]));
        onProgress();
      }
    }));
  }

  /** @param {Named} trial @param {Failure | null} failure */
  #count(trial, failure) {
    this.done++;
    if (failure) this.failures.push({ ...trial, ...failure });
  }
}

/** Workers that have both modules, started once, and the trials, of which each has the same list. */
async function crew() {
  const vectors = await (await intact(vectorsURL, vectorsSum)).json();
  const cores = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 8));
  workers ??= Array.from({ length: cores }, () => new Crewman(selftestWorkerURL, selftestWorkerSum));
  const [first, ...others] = workers;
  /** @type {Named[]} */
  const trials = await first.call("load", [[macModule(), multiversModule()], vectors, null]);
  const { modules, sums } = await first.call("loaded", []);
  showSum(sums[0]);
  await Promise.all(others.map((worker) => worker.call("load", [modules, vectors, sums])));
  return { workers, trials };
}

/** @type {Crewman[] | undefined} */
let workers;

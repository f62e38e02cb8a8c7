// The workers of the page about Netvisor: one that answers it, which downloads the module too, and as many as there are cores for long work.

import { WorkerClient } from "./client.ts";
import { macModule, workerSum, workerURL } from "../site/served.ts";
import type { Calls } from "./answer.ts";
import type { NetvisorCalls } from "./scripts/netvisor-worker.ts";

export type NetvisorWorker = WorkerClient<NetvisorCalls>;

const newWorker = () => new WorkerClient<NetvisorCalls>(workerURL, workerSum, { load: Infinity, workings: 10, check: 10, newRequest: 10, search: 30 });

const pageWorker = newWorker();

/** Asks the worker that answers the page. */
export const { ask } = pageWorker;

/** What it has compiled, once it was told to. */
let compiled = new Promise<WebAssembly.Module>(() => {});

/**
 * Lets the page's worker download the module: off the page's own thread, which has enough to do while it comes up. May
 * be called again when it fails.
 */
export function loadModule() {
  return compiled = load();
}

/** When the module is there; fails where it did not arrive. */
export const moduleLoaded = () => compiled;

async function load() {
  const module = await ask.load(macModule());
  pageWorker.keep(module);
  return module;
}

/** The functions of a worker that runs the page's module. */
type Module = Calls & { load: (module: WebAssembly.Module) => unknown };

/** A worker more, with the module of the first. */
async function withModule<Worker extends Module>(worker: WorkerClient<Worker>) {
  const module = await compiled, loading = worker as unknown as WorkerClient<Module>;
  await loading.ask.load(module);
  loading.keep(module);
  return worker;
}

/** One for each core, at most 16. */
const forEachCore = <Worker extends Module>(make: () => WorkerClient<Worker>) =>
  Promise.all(Array.from({ length: Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 16)) }, () => withModule(make())));

/** Workers of another script, which runs the same module. */
export const startWorkers = <Worker extends Module>(url: string, sum: string) => forEachCore(() => new WorkerClient<Worker>(url, sum, {}));

let started: Promise<NetvisorWorker[]> | undefined;

/** Those that search, started once: a search asks for nothing. Where they cannot be started, such as without a network, the page's own worker does it. */
export function searchWorkers() {
  started ??= forEachCore(newWorker);
  return started.catch(() => {
    started = undefined;
    return [pageWorker];
  });
}

// The workers of the page about Netvisor: one that answers it, which downloads the module too, and as many as there are cores for long work.

import { Crewman } from "./client.ts";
import { macModule, workerSum, workerURL } from "../site/served.ts";

/** The worker that answers the page. */
export const own = new Crewman(workerURL, workerSum);

/**
 * Lets the page's worker download the module: off the page's own thread, which has enough to do while it comes up. May
 * be called again when it fails.
 */
export async function loadModule(): Promise<void> {
  module = await own.call("load", [macModule()]);
  own.keep([module]);
}

/** What the first worker has compiled. */
let module: WebAssembly.Module | undefined;

/** A worker more, with the module of the first. */
async function recruit() {
  const crewman = new Crewman(workerURL, workerSum);
  await crewman.call("load", [module]);
  crewman.keep([module]);
  return crewman;
}

/** One for each core, at most 16. */
export const recruits = (): Promise<Crewman[]> => Promise.all(Array.from({ length: Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 16)) }, recruit));

let searchers: Promise<Crewman[]> | undefined;

/** Those that search, started once: a search asks for nothing. Where they cannot be started, such as without a network, the page's own worker does it. */
export function crew() {
  searchers ??= recruits();
  return searchers.catch(() => {
    searchers = undefined;
    return [own];
  });
}

// The workers of the page about Netvisor: one that answers it, which downloads the module too, and as many as there are cores for long work.

import { Crewman } from "./client.js";
import { macModule, workerSum, workerURL } from "../site/served.js";

/** The worker that answers the page. */
export const own = new Crewman(workerURL, workerSum);

/**
 * Lets the page's worker download the module: off the page's own thread, which has enough to do while it
 * comes up. May be called again when it fails.
 * @returns {Promise<void>}
 */
export async function loadModule() {
  module = await own.call("load", [macModule()]);
  own.keep([module]);
}

/** What the first worker has compiled. @type {WebAssembly.Module | undefined} */
let module;

/** A worker more, with the module of the first. */
async function recruit() {
  const crewman = new Crewman(workerURL, workerSum);
  await crewman.call("load", [module]);
  crewman.keep([module]);
  return crewman;
}

/** One for each core, at most 16. @returns {Promise<Crewman[]>} */
export const recruits = () => Promise.all(Array.from({ length: Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 16)) }, recruit));

/** @type {Promise<Crewman[]> | undefined} */
let searchers;

/** Those that search, started once: a search asks for nothing. Where they cannot be started, such as without a network, the page's own worker does it. */
export function crew() {
  searchers ??= recruits();
  return searchers.catch(() => {
    searchers = undefined;
    return [own];
  });
}

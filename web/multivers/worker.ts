// The page's worker.

import { WorkerClient } from "../worker/client.ts";
import { multiversModule, multiversWorkerSum, multiversWorkerURL } from "../site/served.ts";
import type { MultiversCalls } from "../worker/scripts/multivers-worker.ts";

const worker = new WorkerClient<MultiversCalls>(multiversWorkerURL, multiversWorkerSum, { load: Infinity, judge: 10 });

export const { ask } = worker;

/** Downloads the module; may be called again when it fails. */
export async function loadModule() {
  worker.keep(await ask.load(multiversModule()));
}

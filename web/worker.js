// Computes off the page's own thread, so that typing never waits. A message is
// {id, name, args}, its answer {id, value} or {id, error}.

import { load } from "./mac.js";
import { workings } from "./workings.js";

/** @import { NetvisorMac } from "./mac.d.ts" */
/** @import { Input } from "./workings.js" */

/** @type {NetvisorMac} */
let mac;

const calls = {
  /** @param {WebAssembly.Module} module */
  load: async (module) => { mac = await load(module); },
  /** @param {Input} input */
  workings: (input) => workings(mac, input),
  /** @param {string} url @param {number} now */
  newRequest: (url, now) => mac.newRequest(url, new Date(now)),
};

onmessage = async ({ data: { id, name, args } }) => {
  try {
    const call = /** @type {Record<string, (...args: any[]) => unknown>} */ (calls)[name];
    postMessage({ id, value: await call(...args) });
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};

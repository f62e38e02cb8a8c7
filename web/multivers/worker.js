// Judges off the page's own thread, so that typing never waits. A message is
// {id, name, args}; its answer is {id, value} or {id, error}.

import { load } from "../mac.js";
import { Config } from "./config.js";
import { judge } from "./judge.js";

/** @import { Multivers } from "../mac.d.ts" */
/** @import { Secrets } from "./config.js" */
/** @import { Entered } from "./judge.js" */

/** @type {Multivers} */
let multivers;
/** @type {Config | undefined} */
let config;

const calls = {
  /** @param {WebAssembly.Module} module */
  load: async (module) => { ({ multivers } = await load(module)); },
  /** @param {Entered} entered */
  judge: (entered) => judge(multivers, entered),
  newToken: () => multivers.newToken(),
  /** @param {Uint8Array | undefined} bytes */
  open: (bytes) => { config = bytes && new Config(multivers, bytes); },
  /** @param {Secrets} secrets @param {boolean} shown */
  checkConfig: (secrets, shown) => config?.check(secrets, shown),
  mendConfig: () => config?.mend(),
  /** @param {number} from @param {number} to */
  lines: (from, to) => config?.difference?.lines(from, to) ?? [],
  mended: () => config?.mended,
  test: () => config?.test(),
  token: () => config?.token() ?? "",
  /** @param {Uint8Array} bytes */
  sum: (bytes) => multivers.sum(bytes),
  secrets: () => config?.secrets() ?? [],
  /** @param {Record<string, string>} values @param {string} language */
  record: (values, language) => multivers.record(values, language),
};

onmessage = async ({ data: { id, name, args } }) => {
  try {
    const call = /** @type {Record<string, (...args: any[]) => unknown>} */ (calls)[name];
    postMessage({ id, value: await call(...args) });
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};

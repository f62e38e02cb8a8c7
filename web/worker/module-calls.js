// How a worker loads the module of its page, and tells which one it is.

import { compileSummed } from "../api/compile.js";

/**
 * @template Api
 * @param {(module: WebAssembly.Module) => Promise<Api>} load
 * @param {string} sum that the module must have, in hex
 * @param {(api: Api) => void} use is told what was loaded
 * @param {(bytes: Uint8Array) => string} sumOf the module's own sum of bytes, where the browser sums only for https
 */
export function moduleCalls(load, sum, use, sumOf) {
  /** The module's sum, or its bytes where the browser cannot sum them. @type {string | Uint8Array} */
  let summed = "";
  return {
    /** @param {string | BufferSource | WebAssembly.Module} source @returns what was compiled, for other workers */
    async load(source) {
      const compiled = await compileSummed(source, sum);
      summed = compiled.summed || summed; // a module that comes from another worker was summed there
      use(await load(compiled.module));
      return compiled.module;
    },
    /** The SHA-256 of the module that runs. */
    sumOfModule: () => summed = typeof summed === "string" ? summed : sumOf(summed),
  };
}

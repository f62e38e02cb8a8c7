// How a worker loads the module of its page, and tells which one it is.

import { compileSummed } from "../api/compile.ts";

/**
 * @param sum that the module must have, in hex
 * @param use is told what was loaded
 * @param sumOf the module's own sum of bytes, where the browser sums only for https
 */
export function moduleCalls<Api>(load: (module: WebAssembly.Module) => Promise<Api>, sum: string, use: (api: Api) => void, sumOf: (bytes: Uint8Array) => string) {
  /** The module's sum, or its bytes where the browser cannot sum them. */
  let summed: string | Uint8Array = "";
  return {
    /** @returns what was compiled, for other workers */
    async load(source: string | BufferSource | WebAssembly.Module) {
      const compiled = await compileSummed(source, sum);
      summed = compiled.summed || summed; // a module that comes from another worker was summed there
      use(await load(compiled.module));
      return compiled.module;
    },
    /** The SHA-256 of the module that runs. */
    sumOfModule: () => summed = typeof summed === "string" ? summed : sumOf(summed),
  };
}

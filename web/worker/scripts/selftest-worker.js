// Runs the trials off the page's own thread; see ../worker.js for its messages.

import { macSHA256, multiversSHA256 } from "build";
import { answer } from "../answer.js";
import { compileSummed } from "../../api/compile.js";
import { load as loadMac } from "../../api/mac.js";
import { load as loadMultivers } from "../../api/multivers.js";
import { Difference, same } from "../../selftest/difference.js";
import { trialsOf } from "../../selftest/trials.js";

/** @import { Apis, Group, Trial } from "../../selftest/trials.js" */
/** @import { Vector } from "../../selftest/vectors.js" */

/** @typedef {{ group: Group, name: string }} Named */
/** @typedef {{ what: string, got: string, want: string }} Failure */

/** @typedef {string | BufferSource | WebAssembly.Module} Source */
/** A module and its sum, or its bytes where the browser cannot sum them. @typedef {{ module: WebAssembly.Module, summed: string | Uint8Array }} Compiled */

/** @type {Apis} */
let apis;
/** @type {{ modules: WebAssembly.Module[], sums: string[] }} */
let loaded;
/** @type {Trial[]} */
let trials = [];

/** @param {Compiled} compiled */
const sumOf = ({ summed }) => (typeof summed === "string" ? summed : apis.mac.sha256(summed));

const calls = {
  /**
   * Both modules.
   * @param {[Source, Source]} sources
   * @param {Vector[]} vectors
   * @param {string[] | null} known the sums of modules that another worker has compiled
   * @returns {Promise<Named[]>}
   */
  async load(sources, vectors, known) {
    const wanted = [macSHA256, multiversSHA256];
    const [mac, multivers] = await Promise.all(sources.map((source, i) => compileSummed(source, wanted[i])));
    apis = { mac: await loadMac(mac.module), multivers: await loadMultivers(multivers.module) };
    loaded = { modules: [mac.module, multivers.module], sums: known ?? [sumOf(mac), sumOf(multivers)] };
    trials = [
      ...["mac.wasm", "multivers.wasm"].map((name, i) => /** @type {Trial} */ ({ group: "functions", name, run: () => same("SHA-256", loaded.sums[i], wanted[i]) })),
      ...trialsOf(apis.mac, vectors),
    ];
    return trials.map(({ group, name }) => ({ group, name }));
  },
  loaded: () => loaded,
  /** Why the trial of this number failed, or null. @param {number} number @returns {Promise<Failure | null>} */
  async run(number) {
    try {
      await trials[number].run(apis);
      return null;
    } catch (error) {
      if (error instanceof Difference) return { what: error.what, got: error.got, want: error.want };
      return { what: "error", got: String(error), want: "" };
    }
  },
};

answer(calls);

// Runs the trials off the page's own thread; see ../worker.js for its messages.

import { wasmSHA256 } from "build";
import { answer } from "../calls.js";
import { compileSummed } from "../compile.js";
import { load } from "../mac.js";
import { Difference, same } from "./difference.js";
import { trialsOf } from "./trials.js";

/** @import { NetvisorMac } from "../mac.d.ts" */
/** @import { Group, Trial } from "./trials.js" */
/** @import { Vector } from "./vectors.js" */

/** @typedef {{ group: Group, name: string }} Named */
/** @typedef {{ what: string, got: string, want: string }} Failure */

/** @type {WebAssembly.Module} */
let module;
/** @type {NetvisorMac} */
let mac;
/** The SHA-256 of the module that runs. */
let sum = "";
/** @type {Trial[]} */
let trials = [];

const calls = {
  /** @param {string | BufferSource | WebAssembly.Module} source @param {Vector[]} vectors @param {string} known the sum of a module that another worker has compiled, or "" @returns {Promise<Named[]>} */
  async load(source, vectors, known) {
    const compiled = await compileSummed(source, wasmSHA256);
    module = compiled.module;
    mac = await load(module);
    sum = known || (typeof compiled.summed === "string" ? compiled.summed : mac.multivers.sum(compiled.summed));
    trials = [{ group: "functions", name: "SHA-256", run: () => same("module", sum, wasmSHA256) }, ...trialsOf(mac, vectors)];
    return trials.map(({ group, name }) => ({ group, name }));
  },
  module: () => ({ module, sum }),
  /** Why the trial of this number failed, or null. @param {number} number @returns {Promise<Failure | null>} */
  async run(number) {
    try {
      await trials[number].run(mac);
      return null;
    } catch (error) {
      if (error instanceof Difference) return { what: error.what, got: error.got, want: error.want };
      return { what: "error", got: String(error), want: "" };
    }
  },
};

answer(calls);

// Runs the trials off the page's own thread; see ../worker.js for its messages.

import { answer } from "../calls.js";
import { compile } from "../compile.js";
import { load } from "../mac.js";
import { Difference } from "./difference.js";
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
/** @type {Trial[]} */
let trials = [];

const calls = {
  /** @param {string | BufferSource | WebAssembly.Module} source @param {Vector[]} vectors @returns {Promise<Named[]>} */
  async load(source, vectors) {
    module = await compile(source);
    mac = await load(module);
    trials = trialsOf(mac, vectors);
    return trials.map(({ group, name }) => ({ group, name }));
  },
  module: () => module,
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

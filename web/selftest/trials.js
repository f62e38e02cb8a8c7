// All that the self-test tries, in order.

import { functionTrials } from "./functions.js";
import { mistakeTrial } from "./mistakes.js";
import { multiversTrials } from "./multivers.js";
import { vectorTrial } from "./vectors.js";

/** @import { NetvisorMac } from "../api/types/mac.d.ts" */
/** @import { Multivers } from "../api/types/multivers.d.ts" */
/** @import { Vector } from "./vectors.js" */

/** @typedef {{ mac: NetvisorMac, multivers: Multivers }} Apis what is tried */

/** @typedef {"vectors" | "functions" | "multivers" | "mistakes"} Group */

/**
 * @typedef {object} Trial
 * @property {Group} group
 * @property {string} name
 * @property {(apis: Apis) => void | Promise<void>} run throws what is wrong, a Difference at best
 */

/** @param {NetvisorMac} mac @param {Vector[]} vectors @returns {Trial[]} */
export function trialsOf(mac, vectors) {
  return [...vectors.map(vectorTrial), ...functionTrials, ...multiversTrials, ...mac.mistakes.map(mistakeTrial)];
}

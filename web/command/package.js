// What lies beside the command in its package.

import { readFileSync } from "node:fs";

/** @import { NetvisorMac } from "../api/types/mac.d.ts" */

/** @param {string} name */
const beside = (name) => new URL(name, import.meta.url);

/** @type {string} */
export const version = JSON.parse(readFileSync(beside("package.json"), "utf8")).version;

/** @returns {Promise<NetvisorMac>} */
export async function loaded() {
  const { load } = await import(beside("mac.js").href);
  return load(readFileSync(beside("mac.wasm")));
}

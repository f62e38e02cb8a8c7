// The built bindings, and the official example, for the tests in Node.

import { readFileSync } from "node:fs";
import { dist } from "./browser.js";

export { officialExample } from "./example.js";

/** @type {typeof import("../api/types/mac.d.ts")} */
export const { load, MacError } = await import(`${dist}mac.js`);

/** @type {typeof import("../api/types/multivers.d.ts")} */
const multivers = await import(`${dist}multivers.js`);
export const loadMultivers = multivers.load, MultiversError = multivers.MacError;

export const multiversWasm = readFileSync(`${dist}multivers.wasm`);
export const wasm = readFileSync(`${dist}mac.wasm`);
export const brotli = readFileSync(`${dist}mac.wasm.br`);
export const gzip = readFileSync(`${dist}mac.wasm.gz`);

export const officialMAC = "86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27";

// Loads a WebAssembly program and calls what it exports. The only module that knows that there is Go behind it.

import { compile, MacError } from "./compile.js";
import "wasm_exec";

/** @import * as api from "./types/mac.d.ts" */

/**
 * Calls a function of the program: what it answers, or its error thrown.
 * @typedef {(name: string, ...values: unknown[]) => any} Call
 */

/**
 * @template Api
 * @typedef {object} Program
 * @property {"mac" | "multivers"} name of its file, and of the script that is its API
 * @property {string} sum the SHA-256 of its file, in hex
 * @property {(call: Call, exports: any, instance: WebAssembly.Instance) => Api} bind makes its API
 */

/**
 * What loads a program: once for each address, again when that failed or the program has stopped.
 * @template Api
 * @param {Program<Api>} program
 * @returns {(source?: string | URL | BufferSource | WebAssembly.Module) => Promise<Api>}
 */
export function loaderOf(program) {
  /** @type {Map<string, Promise<Api>>} */
  const loading = new Map();

  /** @param {string | URL | BufferSource | WebAssembly.Module} source @param {string} [sum] */
  const loadFrom = (source, sum) => {
    if (typeof source !== "string" && !(source instanceof URL)) return start(program, source, () => {});
    const url = String(source);
    const forget = () => { loading.delete(url); }; // so that the next call tries again
    const loaded = loading.get(url) ?? start(program, url, forget, sum);
    loading.set(url, loaded);
    loaded.catch(forget);
    return loaded;
  };
  return (source) => (source === undefined ? loadFrom(new URL(`${program.name}.wasm`, import.meta.url), program.sum) : loadFrom(source));
}

/**
 * @template Api
 * @param {Program<Api>} program
 * @param {string | BufferSource | WebAssembly.Module} source
 * @param {() => void} stopped
 * @param {string} [sum]
 * @returns {Promise<Api>}
 */
async function start({ name, bind }, source, stopped, sum) {
  const go = new Go();
  const compiled = await compile(source, sum).catch(({ message }) => {
    throw new MacError(`${message} Check the address and the connection, and call load() again; in Node call load(readFileSync("${name}.wasm")).`);
  });
  try {
    const instance = await WebAssembly.instantiate(compiled, go.importObject);
    const exports = run(go, instance, stopped);
    if (exports.program !== name) throw new Error("another program");
    return bind(callerOf(exports), exports, instance);
  } catch {
    throw new MacError(`The module is WebAssembly, but not ${name}.wasm, or of another version than ${name}.js. Take both from one build.`);
  }
}

/**
 * Starts the program, which hands its functions over before it waits.
 * @param {Go} go
 * @param {WebAssembly.Instance} instance
 * @param {() => void} stopped
 */
function run(go, instance, stopped) {
  /** @type {any} */
  let exports;
  const place = /** @type {any} */ (globalThis);
  place.netvisormac = (/** @type {any} */ given) => { exports = given; };
  const end = () => {
    if (exports) exports.stopped = true;
    stopped();
  };
  go.run(instance).then(end, end);
  delete place.netvisormac;
  return exports;
}

/** @param {any} exports @returns {Call} */
const callerOf = (exports) => (name, ...values) => {
  const answer = exports.stopped ? undefined : exports[name](...values);
  if (typeof answer === "string") return answer;
  if (!answer) throw new MacError("The module has stopped after a fault. Call load() again.");
  const { value, error } = answer;
  if (error) throw new MacError(`${name}: ${error.message}`, error.field);
  return value;
};

/** Rows that nobody can change. @template T @param {T[]} rows @returns {readonly T[]} */
export const table = (rows) => Object.freeze(rows.map((row) => Object.freeze(row)));

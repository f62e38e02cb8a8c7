// Loads the WebAssembly module and gives it the shape of mac.d.ts. The only
// module that knows that there is Go behind it.

import { compile, MacError } from "./compile.js";
import "wasm_exec";

/** @import * as api from "./mac.d.ts" */

export { MacError };

/** @type {Map<string, Promise<api.NetvisorMac>>} */
const loading = new Map();

/**
 * @param {string | URL | BufferSource | WebAssembly.Module} [source]
 * @returns {Promise<api.NetvisorMac>}
 */
export function load(source = new URL("mac.wasm", import.meta.url)) {
  if (typeof source !== "string" && !(source instanceof URL)) return start(source);
  const url = String(source);
  const loaded = loading.get(url) ?? start(url);
  loading.set(url, loaded);
  loaded.catch(() => loading.delete(url)); // so that the next call tries again
  return loaded;
}

/** @param {string | BufferSource | WebAssembly.Module} source */
async function start(source) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(await compile(source), go.importObject);
  return bind(run(go, instance));
}

/**
 * Starts the program, which hands its functions over before it waits.
 * @param {Go} go
 * @param {WebAssembly.Instance} instance
 */
function run(go, instance) {
  /** @type {any} */
  let module;
  const place = /** @type {any} */ (globalThis);
  place.netvisormac = (/** @type {any} */ given) => { module = given; };
  go.run(instance).finally(() => { module.stopped = true; });
  delete place.netvisormac;
  return module;
}

/**
 * @param {any} module
 * @returns {api.NetvisorMac}
 */
function bind(module) {
  /** @type {readonly api.Field[]} */
  const fields = Object.freeze(module.fields);

  /** @param {string} name @param {...unknown} values */
  const call = (name, ...values) => {
    if (module.stopped) throw new MacError("The module has stopped after a fault. Call load() again.");
    const { value, error } = module[name](...values);
    if (error) throw new MacError(`${name}: ${error.message}`, error.field);
    return value;
  };

  /** @param {string} name @param {unknown} request @param {unknown} keys */
  const values = (name, request, keys) => {
    const r = record(name, "request", request);
    const k = record(name, "keys", keys);
    return fields.map((field) => {
      const value = field.secret ? k[field.name.slice(0, -"Key".length)] : r[field.name];
      return value === undefined ? "" : value;
    });
  };

  /** @param {unknown} options */
  const charset = (options) => (options === undefined ? undefined : record("options", "options", options).charset);

  return Object.freeze({
    fields,
    checks: Object.freeze(module.checks),
    newRequest: (url, now) => call("newRequest", url, now === undefined ? undefined : Number(now)),
    encodeUrl: (url, charset) => call("encodeUrl", url, charset),
    sum: (request, keys, options) => call("sum", values("sum", request, keys), charset(options)),
    headers: (request, keys, options) => call("headers", values("headers", request, keys), charset(options)),
    message: (request, options) => call("message", values("message", request, {}), charset(options)),
    diagnose(request, keys, options = {}) {
      const received = options.receivedAt;
      return call("diagnose", values("diagnose", request, keys), charset(options), received === undefined ? undefined : Number(received));
    },
  });
}

/**
 * @param {string} name
 * @param {string} argument
 * @param {unknown} value
 * @returns {Record<string, any>}
 */
function record(name, argument, value) {
  if (typeof value === "object" && value !== null) return value;
  const got = value === undefined ? "it is missing" : `not ${value === null ? "null" : `a ${typeof value}`}`;
  throw new MacError(`${name}: ${argument} must be an object, ${got}`);
}

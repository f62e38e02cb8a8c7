// Loads the WebAssembly module and gives it the shape of mac.d.ts. The only
// module that knows that there is Go behind it.

import { wasmSHA256 } from "build";
import { functionAt, idsAt, listAt, momentAt, optionOf, ringAt, textAt, valuesOf } from "./arguments.js";
import { compile, MacError } from "./compile.js";
import { kernelBeside } from "./kernel.js";
import { bindMultivers } from "./mac-multivers.js";
import "wasm_exec";

/** @import * as api from "./mac.d.ts" */

export { MacError };

/** @type {Map<string, Promise<api.NetvisorMac>>} */
const loading = new Map();

/**
 * @param {string | URL | BufferSource | WebAssembly.Module} [source]
 * @returns {Promise<api.NetvisorMac>}
 */
export function load(source) {
  if (source === undefined) return loadFrom(new URL("mac.wasm", import.meta.url), wasmSHA256);
  return loadFrom(source);
}

/**
 * @param {string | URL | BufferSource | WebAssembly.Module} source
 * @param {string} [sum]
 * @returns {Promise<api.NetvisorMac>}
 */
function loadFrom(source, sum) {
  if (typeof source !== "string" && !(source instanceof URL)) return start(source, () => {});
  const url = String(source);
  const forget = () => { loading.delete(url); }; // so that the next call tries again
  const loaded = loading.get(url) ?? start(url, forget, sum);
  loading.set(url, loaded);
  loaded.catch(forget);
  return loaded;
}

/**
 * @param {string | BufferSource | WebAssembly.Module} source
 * @param {() => void} stopped
 * @param {string} [sum]
 */
async function start(source, stopped, sum) {
  const go = new Go();
  const compiled = await compile(source, sum).catch(({ message }) => {
    throw new MacError(`${message} Check the address and the connection, and call load() again; in Node call load(readFileSync("mac.wasm")).`);
  });
  try {
    const instance = await WebAssembly.instantiate(compiled, go.importObject);
    const module = run(go, instance, stopped);
    kernelBeside(instance).then((hash) => { if (hash) module.useKernel(hash); }, () => {}); // the first MAC need not wait for it
    return bind(module);
  } catch {
    throw new MacError("The module is WebAssembly, but not that of netvisormac, or of another version than mac.js. Take both from one build.");
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
  let module;
  const place = /** @type {any} */ (globalThis);
  place.netvisormac = (/** @type {any} */ given) => { module = given; };
  const end = () => {
    if (module) module.stopped = true;
    stopped();
  };
  go.run(instance).then(end, end);
  delete place.netvisormac;
  return module;
}

/**
 * @param {any} module
 * @returns {api.NetvisorMac}
 */
function bind(module) {
  /** @type {readonly api.Field[]} */
  const fields = table(module.fields);

  /** @param {string} name @param {...unknown} values */
  const call = (name, ...values) => {
    const answer = module.stopped ? undefined : module[name](...values);
    if (typeof answer === "string") return answer;
    if (!answer) throw new MacError("The module has stopped after a fault. Call load() again.");
    const { value, error } = answer;
    if (error) throw new MacError(`${name}: ${error.message}`, error.field);
    return value;
  };

  // The long tables are made when somebody asks: the first MAC need not wait for them.
  /** @type {readonly api.Mistake[] | undefined} */
  let checks;
  /** @type {readonly api.Mistake[] | undefined} */
  let mistakes;
  /** @type {readonly api.SnippetLanguage[] | undefined} */
  let languages;

  /** @param {string} name @param {unknown} request @param {unknown} keys */
  const values = (name, request, keys) => valuesOf(name, fields, request, keys);

  /** @param {string} name @param {unknown} options */
  const charset = (name, options) => charsetAt(name, optionOf(name, options, "charset"));

  /** @param {string} name @param {unknown} request @param {unknown} keys @param {unknown} options @param {unknown} tell */
  const searchArguments = (name, request, keys, options, tell) => [
    values(name, request, keys), charset(name, options), momentAt(`${name}: receivedAt`, optionOf(name, options, "receivedAt")),
    optionOf(name, options, "depth"), tell, optionOf(name, options, "shard"), optionOf(name, options, "shards"),
  ];

  return Object.freeze({
    fields,
    get checks() { return checks ??= table(call("checks")); },
    get mistakes() { return mistakes ??= table(call("mistakes")); },
    newRequest: (url, now) => call("newRequest", textAt("newRequest: url", url), momentAt("newRequest: now", now)),
    encodeUrl: (url, charset) => call("encodeUrl", textAt("encodeUrl: url", url), charsetAt("encodeUrl", charset)),
    sum: (request, keys, options) => call("sum", values("sum", request, keys), charset("sum", options)),
    headers: (request, keys, options) => call("headers", values("headers", request, keys), charset("headers", options)),
    message: (request, options) => call("message", values("message", request, {}), charset("message", options)),
    verify(requests, keys) {
      const packed = listAt("verify: requests", requests).map((request, i) => values("verify", request, Array.isArray(keys) ? keys[i] : keys));
      return Array.from(String(call("verify", packed.join(""))), (letter) => verdicts[letter]);
    },
    diagnose(request, keys, options) {
      const { tell, rethrow } = guarded(progressOf("diagnose", options));
      const report = call("diagnose", ...searchArguments("diagnose", request, keys, options, tell));
      rethrow();
      return report;
    },
    search: (request, keys, options) => new Promise((resolve, reject) => {
      const { tell, rethrow } = guarded(progressOf("search", options));
      call("search", ...searchArguments("search", request, keys, options, tell ?? (() => true)), (/** @type {any} */ { value, error }) => {
        try {
          rethrow();
          if (error) throw new MacError(`search: ${error.message}`, error.field);
          resolve(value);
        } catch (thrown) {
          reject(thrown);
        }
      });
    }),
    fingerprint: (key, salt) => call("fingerprint", textAt("fingerprint: key", key), textAt("fingerprint: salt", salt)),
    get snippetLanguages() { return languages ??= table(call("snippetLanguages")); },
    snippet: (language, request, mistakes) =>
      call("snippet", textAt("snippet: language", language), values("snippet", request, {}), idsAt("snippet: mistakes", mistakes)),
    answer: (text) => call("answer", textAt("answer: text", text)),
    entries: (file, ring) => entriesOf(call("entries", file, ringAt("entries: keys", ring))),
    parse: (text) => call("parse", text instanceof Uint8Array ? text : textAt("parse: text", text)),
    mistaken: (id, request, keys) => call("mistaken", textAt("mistaken: id", id), values("mistaken", request, keys)),
    multivers: bindMultivers(call),
  });
}

/** @param {any} made @returns {api.Entries | null} */
const entriesOf = (made) => made && { ...made, started: JSON.parse(made.started), ids: JSON.parse(made.ids) };

/** What the module says of a request, by its letter. @type {Record<string, api.Verdict>} */
const verdicts = { "+": "right", "-": "wrong", "!": "error" };

/** @param {string} name @param {unknown} options */
function progressOf(name, options) {
  return functionAt(`${name}: onProgress`, optionOf(name, options, "onProgress"));
}

/**
 * An error that the caller's function throws must not pass through the module:
 * it stops the search and is thrown when that has ended.
 * @param {((done: number, total: number) => unknown) | undefined} onProgress
 */
function guarded(onProgress) {
  /** @type {{ error: unknown } | undefined} */
  let thrown;
  /** @param {number} done @param {number} total */
  const tell = (done, total) => {
    try {
      return onProgress?.(done, total) !== false;
    } catch (error) {
      thrown = { error };
      return false;
    }
  };
  return { tell: onProgress && tell, rethrow: () => { if (thrown) throw thrown.error; } };
}

/** @template T @param {T[]} rows @returns {readonly T[]} */
function table(rows) {
  return Object.freeze(rows.map((row) => Object.freeze(row)));
}

/** @param {string} name @param {unknown} charset */
function charsetAt(name, charset) {
  return charset === undefined ? undefined : textAt(`${name}: charset`, charset);
}

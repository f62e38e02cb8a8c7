// Loads the WebAssembly module and gives it the shape of mac.d.ts. The only
// module that knows that there is Go behind it.

import "wasm_exec";

/** @import * as api from "./mac.d.ts" */

export class MacError extends Error {
  /**
   * @param {string} message
   * @param {api.FieldName} [field]
   */
  constructor(message, field) {
    super(message);
    this.name = "MacError";
    this.field = field;
  }
}

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

/** @param {string | BufferSource | WebAssembly.Module} source */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  const response = typeof source === "string" ? await download(source) : new Response(source);
  if (!response.body) throw new MacError("The module is empty. Build it again and call load() again.");
  try {
    return await compileBytes(response.body);
  } catch (cause) {
    throw cause instanceof MacError ? cause : failedDownload(source, cause);
  }
}

/**
 * Fetches the gzip beside the module, whatever the host compresses by itself;
 * without one, or without the means to unpack it, the module as it is.
 * @param {string} url
 */
async function download(url) {
  const packed = typeof DecompressionStream !== "undefined" && !url.endsWith(".gz");
  const urls = packed ? [url + ".gz", url] : [url];
  let status = "";
  for (const address of urls) {
    const response = await fetch(address).catch((cause) => { throw failedDownload(url, cause); });
    if (response.ok) return response;
    status = `the server answered ${response.status}`;
  }
  throw failedDownload(url, status);
}

/**
 * @param {unknown} source
 * @param {unknown} cause
 */
function failedDownload(source, cause) {
  const what = cause instanceof Error ? cause.message : cause;
  const from = typeof source === "string" ? ` from ${source}` : "";
  return new MacError(`The module could not be loaded${from}: ${what}. Check the connection and call load() again; in Node call load(readFileSync("mac.wasm")).`);
}

/**
 * Compiles while the bytes arrive. What they are is told by the bytes and not
 * by the MIME type, which hosts get wrong: gzip, or gzip that the host's
 * Content-Encoding has made the browser unpack already.
 * @param {ReadableStream<Uint8Array>} body
 */
async function compileBytes(body) {
  const [head, stream] = await peek(body);
  const name = String.fromCharCode(...head);
  if (name.startsWith("\x1f\x8b")) {
    return compileStream(stream.pipeThrough(new DecompressionStream("gzip")));
  }
  if (name === "\0asm") return compileStream(stream);
  throw new MacError("What the server sent for the module is not WebAssembly but something else, such as a page that says \u201cnot found\u201d. Look at the address and call load() again.");
}

/**
 * The first four bytes of a stream, and a stream that still has them.
 * @param {ReadableStream<Uint8Array>} body
 * @returns {Promise<[Uint8Array, ReadableStream<Uint8Array<ArrayBuffer>>]>}
 */
async function peek(body) {
  const reader = body.getReader();
  let head = new Uint8Array();
  while (head.length < 4) {
    const { done, value } = await reader.read();
    if (done) break;
    head = new Uint8Array([...head, ...value]);
  }
  let first = true;
  return [head.subarray(0, 4), new ReadableStream({
    async pull(controller) {
      if (first) {
        first = false;
        return controller.enqueue(head);
      }
      const { done, value } = await reader.read();
      return done ? controller.close() : controller.enqueue(/** @type {Uint8Array<ArrayBuffer>} */ (value));
    },
  })];
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
async function compileStream(stream) {
  const response = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  return WebAssembly.compileStreaming ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
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

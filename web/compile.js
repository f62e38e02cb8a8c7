// Downloads the module and compiles it while it arrives.

/** @import * as api from "./mac.d.ts" */

export class MacError extends Error {
  /**
   * @param {string} message
   * @param {api.FieldName} [field]
   * @param {api.Finding} [finding]
   */
  constructor(message, field, finding) {
    super(message);
    this.name = "MacError";
    this.field = field;
    this.finding = finding;
  }
}

/**
 * @param {string | BufferSource | WebAssembly.Module} source
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  const response = typeof source === "string" ? await download(source) : new Response(source);
  if (!response.body) throw new MacError("The module is empty.");
  try {
    if (isPlain(response)) return await WebAssembly.compileStreaming(response);
    return await compileBytes(response.body);
  } catch (cause) {
    throw cause instanceof MacError ? cause : failedDownload(source, cause);
  }
}

/**
 * Whether a browser can compile a response as it is: then no script has to hand on its bytes, while the page comes up.
 * @param {Response} response
 */
function isPlain({ headers }) {
  return "compileStreaming" in WebAssembly && headers.has("Content-Encoding") && headers.get("Content-Type") === "application/wasm";
}

/**
 * Fetches the module as a host compresses it, which with brotli is the least.
 * Where the host does not, the gzip beside it is fetched instead, if it is there
 * and can be unpacked.
 * @param {string} url
 */
async function download(url) {
  const ask = (/** @type {string} */ address) => fetch(address).catch((cause) => { throw failedDownload(url, cause); });
  const response = await ask(url);
  if (response.headers.has("Content-Encoding") && response.ok || typeof DecompressionStream === "undefined") return found(url, response);
  const packed = await ask(url + ".gz");
  if (!packed.ok) return found(url, response);
  response.body?.cancel();
  return packed;
}

/** @param {string} url @param {Response} response */
function found(url, response) {
  if (response.ok) return response;
  throw failedDownload(url, `the server answered ${response.status}`);
}

/**
 * @param {unknown} source
 * @param {unknown} cause
 */
function failedDownload(source, cause) {
  const what = cause instanceof Error ? cause.message : cause;
  const from = typeof source === "string" ? ` from ${source}` : "";
  return new MacError(`The module could not be loaded${from}: ${what}.`);
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
  throw new MacError("What the server sent for the module is not WebAssembly but something else, such as a page that says \u201cnot found\u201d.");
}

/**
 * The first four bytes of a stream, and a stream that still has them.
 * @param {ReadableStream<Uint8Array>} body
 * @returns {Promise<[number[], ReadableStream<Uint8Array<ArrayBuffer>>]>}
 */
async function peek(body) {
  const reader = body.getReader();
  /** @type {Uint8Array[]} */
  const seen = [];
  /** @type {number[]} */
  const head = [];
  while (head.length < 4) {
    const { value } = await reader.read();
    if (!value) break;
    seen.push(value);
    head.push(...value.subarray(0, 4 - head.length));
  }
  return [head, new ReadableStream({
    async pull(controller) {
      const chunk = seen.shift() ?? (await reader.read()).value;
      return chunk ? controller.enqueue(/** @type {Uint8Array<ArrayBuffer>} */ (chunk)) : controller.close();
    },
  })];
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
async function compileStream(stream) {
  const response = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  return WebAssembly.compileStreaming ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

// Downloads the module and compiles it while it arrives.

/** @import { FieldName } from "./types/mac.d.ts" */
/** @import { Finding } from "./types/multivers.d.ts" */

export class MacError extends Error {
  /**
   * @param {string} message
   * @param {FieldName} [field]
   * @param {Finding} [finding]
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
 * @param {string} [sum] the only SHA-256 that the module may have, in hex
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(source, sum) {
  return (await compileSummed(source, sum)).module;
}

/** Another answer than the module that was asked for; the browser may have kept it from somebody else. */
class OtherModule extends MacError {}

/**
 * Compiles and sums at the same time, so that neither waits for the other. Where the browser sums only for https, the
 * bytes stand in place of the sum.
 * @param {string | BufferSource | WebAssembly.Module} source
 * @param {string} [sum]
 * @returns {Promise<{ module: WebAssembly.Module, summed: string | Uint8Array }>}
 */
export async function compileSummed(source, sum = "") {
  if (source instanceof WebAssembly.Module) return { module: source, summed: "" };
  try {
    return await compileFrom(source, sum, "default");
  } catch (error) {
    if (typeof source !== "string" || !(error instanceof OtherModule)) throw error;
    return compileFrom(source, sum, "reload");
  }
}

/** @param {string | BufferSource} source @param {string} sum @param {RequestCache} cache */
async function compileFrom(source, sum, cache) {
  const response = typeof source === "string" ? await download(source, cache) : new Response(source);
  if (!response.body) throw new MacError("The module is empty.");
  try {
    const plain = isPlain(response) ? response : await unpacked(response.body);
    const summing = sum ? sumOf(plain.clone(), sum) : "";
    const module = await compileResponse(plain).catch(async (cause) => { await summing; throw cause; });
    return { module, summed: await summing };
  } catch (cause) {
    throw cause instanceof MacError ? cause : failedDownload(source, cause);
  }
}

/** @param {Response} response @param {string} sum */
async function sumOf(response, sum) {
  const bytes = await response.arrayBuffer();
  if (!globalThis.crypto?.subtle) return new Uint8Array(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== sum) throw new OtherModule(`The module is another one: SHA-256 ${found}.`);
  return found;
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
 * @param {RequestCache} cache
 */
async function download(url, cache) {
  const ask = (/** @type {string} */ address) => fetch(address, { cache }).catch((cause) => { throw failedDownload(url, cause); });
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
  throw new OtherModule(failedDownload(url, `the server answered ${response.status}`).message);
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
 * The bytes of a module, as they arrive. What they are is told by the bytes and not
 * by the MIME type, which hosts get wrong: gzip, or gzip that the host's
 * Content-Encoding has made the browser unpack already.
 * @param {ReadableStream<Uint8Array>} body
 */
async function unpacked(body) {
  const [head, stream] = await peek(body);
  const name = String.fromCharCode(...head);
  const packed = name.startsWith("\x1f\x8b");
  if (!packed && name !== "\0asm") throw new OtherModule("What the server sent for the module is not WebAssembly but something else, such as a page that says \u201cnot found\u201d.");
  return new Response(packed ? stream.pipeThrough(new DecompressionStream("gzip")) : stream, { headers: { "Content-Type": "application/wasm" } });
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

/** @param {Response} response */
async function compileResponse(response) {
  return WebAssembly.compileStreaming ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

// Downloads the module and compiles it while it arrives.

import type { FieldName, Said } from "./types/mac.d.ts";
import type { Finding } from "./types/multivers.d.ts";

export class MacError extends Error {
  readonly field: FieldName | undefined;
  readonly said: Said | undefined;
  readonly finding: Finding | undefined;

  constructor(message: string, { field, said, finding }: { field?: FieldName, said?: Said, finding?: Finding } = {}) {
    super(message);
    this.name = "MacError";
    this.field = field;
    this.said = said;
    this.finding = finding;
  }
}

/** @param sum the only SHA-256 that the module may have, in hex */
export async function compile(source: string | BufferSource | WebAssembly.Module, sum?: string): Promise<WebAssembly.Module> {
  return (await compileSummed(source, sum)).module;
}

/** Another answer than the module that was asked for; the browser may have kept it from somebody else. */
class OtherModule extends MacError {}

/**
 * Compiles and sums at the same time, so that neither waits for the other. Where the browser sums only for https, the
 * bytes stand in place of the sum.
 */
export async function compileSummed(source: string | BufferSource | WebAssembly.Module, sum: string = ""): Promise<{ module: WebAssembly.Module, summed: string | Uint8Array }> {
  if (source instanceof WebAssembly.Module) return { module: source, summed: "" };
  try {
    return await compileFrom(source, sum, "default");
  } catch (error) {
    if (typeof source !== "string" || !(error instanceof OtherModule)) throw error;
    return compileFrom(source, sum, "reload");
  }
}

async function compileFrom(source: string | BufferSource, sum: string, cache: RequestCache) {
  const response = typeof source === "string" ? await download(source, cache) : new Response(source);
  if (!response.body) throw new MacError("The module is empty.");
  try {
    const plain = isPlain(response) ? response : await unpacked(response.body);
    const summing = sum ? sumOf(plain.clone(), sum) : "";
    const module = await compileResponse(plain).catch(async (cause: unknown) => { await summing; throw cause; });
    return { module, summed: await summing };
  } catch (cause) {
    throw cause instanceof MacError ? cause : failedDownload(source, cause);
  }
}

async function sumOf(response: Response, sum: string) {
  const bytes = await response.arrayBuffer();
  const { subtle } = globalThis.crypto as Partial<Crypto>; // over plain http there is none
  if (!subtle) return new Uint8Array(bytes);
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== sum) throw new OtherModule(`The module is another one: SHA-256 ${found}.`);
  return found;
}

/** Whether a browser can compile a response as it is: then no script has to hand on its bytes, while the page comes up. */
function isPlain({ headers }: Response) {
  return "compileStreaming" in WebAssembly && headers.has("Content-Encoding") && headers.get("Content-Type") === "application/wasm";
}

/**
 * Fetches the module as a host compresses it, which with brotli is the least. Where the host does not, the gzip beside
 * it is fetched instead, if it is there and can be unpacked.
 */
async function download(url: string, cache: RequestCache) {
  const ask = (address: string) => fetch(address, { cache }).catch((cause: unknown) => { throw failedDownload(url, cause); });
  const response = await ask(url);
  if (response.headers.has("Content-Encoding") && response.ok || typeof DecompressionStream === "undefined") return found(url, response);
  const packed = await ask(url + ".gz");
  if (!packed.ok) return found(url, response);
  void response.body?.cancel();
  return packed;
}

function found(url: string, response: Response) {
  if (response.ok) return response;
  throw new OtherModule(failedDownload(url, `the server answered ${response.status}`).message);
}

function failedDownload(source: unknown, cause: unknown) {
  const what = cause instanceof Error ? cause.message : String(cause);
  const from = typeof source === "string" ? ` from ${source}` : "";
  return new MacError(`The module could not be loaded${from}: ${what}.`);
}

/**
 * The bytes of a module, as they arrive. What they are is told by the bytes and not by the MIME type, which hosts get
 * wrong: gzip, or gzip that the host's Content-Encoding has made the browser unpack already.
 */
async function unpacked(body: ReadableStream<Uint8Array>) {
  const [head, stream] = await peek(body);
  const name = String.fromCharCode(...head);
  const packed = name.startsWith("\x1f\x8b");
  if (!packed && name !== "\0asm") throw new OtherModule("What the server sent for the module is not WebAssembly but something else, such as a page that says \u201cnot found\u201d.");
  return new Response(packed ? stream.pipeThrough(new DecompressionStream("gzip")) : stream, { headers: { "Content-Type": "application/wasm" } });
}

/** The first four bytes of a stream, and a stream that still has them. */
async function peek(body: ReadableStream<Uint8Array>): Promise<[number[], ReadableStream<Uint8Array<ArrayBuffer>>]> {
  const reader = body.getReader();
  const seen: Uint8Array[] = [];
  const head: number[] = [];
  while (head.length < 4) {
    const { value } = await reader.read();
    if (!value) break;
    seen.push(value);
    head.push(...value.subarray(0, 4 - head.length));
  }
  return [head, new ReadableStream({
    async pull(controller) {
      const chunk = seen.shift() ?? (await reader.read()).value;
      if (chunk) controller.enqueue(chunk as Uint8Array<ArrayBuffer>);
      else controller.close();
    },
  })];
}

async function compileResponse(response: Response) {
  return "compileStreaming" in WebAssembly ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

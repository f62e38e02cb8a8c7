// The peer of the page in the bench: loads an empty Go program the way mac.js
// loads the module, and says when that has run.

const go = new Go();
const packed = await fetch("empty.wasm.gz");
const unpacked = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (packed.body).pipeThrough(new DecompressionStream("gzip"));
const response = new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
const { instance } = await WebAssembly.instantiateStreaming(response, go.importObject);
await go.run(instance);
console.log(performance.now());

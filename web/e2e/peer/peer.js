// The peer of the page in the bench: loads an empty Go program the way the
// page loads the module, and says when that has run: in the page itself, or
// in a worker where the address ends in #worker.

const packed = await fetch("empty.wasm.gz");
const unpacked = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (packed.body).pipeThrough(new DecompressionStream("gzip"));
const response = new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
const module = WebAssembly.compileStreaming(response);
if (location.hash === "#worker") {
  const worker = new Worker("worker.js");
  worker.onmessage = () => console.log(performance.now());
  worker.postMessage(await module);
} else {
  const go = new Go();
  await go.run(await WebAssembly.instantiate(await module, go.importObject));
  console.log(performance.now());
}

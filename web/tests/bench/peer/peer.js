// The peer of the page in the bench: loads an empty Go program the way the
// page loads the module, and says when that has run: in the page itself, or
// in a worker where the address ends in #worker.

const module = WebAssembly.compileStreaming(fetch("empty.wasm"));
if (location.hash === "#worker") {
  const worker = new Worker("worker.js");
  worker.onmessage = () => console.log(performance.now());
  worker.postMessage(await module);
} else {
  const go = new Go();
  await go.run(await WebAssembly.instantiate(await module, go.importObject));
  console.log(performance.now());
}

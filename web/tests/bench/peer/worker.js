// Runs the empty Go program that it is given, and says that it has.

/** @type {(script: string) => void} */ (Reflect.get(globalThis, "importScripts"))("wasm_exec.js");

onmessage = async (/** @type {MessageEvent<WebAssembly.Module>} */ { data: module }) => {
  const go = new Go();
  await go.run(await WebAssembly.instantiate(module, go.importObject));
  postMessage("ran");
};

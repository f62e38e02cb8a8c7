// Loads the other stand-in.
import "wasm_exec";

export async function load(bytes) {
  const go = new globalThis.Go();
  const { instance } = await WebAssembly.instantiate(bytes, go.importObject);
  go.run(instance);
  return { ping: () => globalThis.standIn() };
}

// Loads a WebAssembly program and calls what it exports. The only module that knows that there is Go behind it.

import { compile, MacError } from "./compile.ts";
import "wasm_exec";


/** Calls a function of the program: what it answers, or its error thrown. */
export type Call = (name: string, ...values: unknown[]) => any;

interface Program<Api> {
  /** of its file, and of the script that is its API */
  name: "mac" | "multivers";
  /** the SHA-256 of its file, in hex */
  sum: string;
  /** makes its API */
  bind: (call: Call, exports: any, instance: WebAssembly.Instance) => Api;
}

/** What loads a program: once for each address, again when that failed or the program has stopped. */
export function loaderOf<Api>(program: Program<Api>): (source?: string | URL | BufferSource | WebAssembly.Module) => Promise<Api> {
  const loading = new Map<string, Promise<Api>>();

  const loadFrom = (source: string | URL | BufferSource | WebAssembly.Module, sum?: string) => {
    if (typeof source !== "string" && !(source instanceof URL)) return start(program, source, () => {});
    const url = String(source);
    const forget = () => { loading.delete(url); }; // so that the next call tries again
    const loaded = loading.get(url) ?? start(program, url, forget, sum);
    loading.set(url, loaded);
    loaded.catch(forget);
    return loaded;
  };
  return (source) => (source === undefined ? loadFrom(new URL(`${program.name}.wasm`, import.meta.url), program.sum) : loadFrom(source));
}

async function start<Api>({ name, bind }: Program<Api>, source: string | BufferSource | WebAssembly.Module, stopped: () => void, sum?: string): Promise<Api> {
  const go = new Go();
  const compiled = await compile(source, sum).catch(({ message }) => {
    throw new MacError(`${message} Check the address and the connection, and call load() again; in Node call load(readFileSync("${name}.wasm")).`);
  });
  try {
    const instance = await WebAssembly.instantiate(compiled, go.importObject);
    const exports = run(go, instance, stopped);
    if (exports.program !== name) throw new Error("another program");
    return bind(callerOf(exports), exports, instance);
  } catch {
    throw new MacError(`The module is WebAssembly, but not ${name}.wasm, or of another version than ${name}.js. Take both from one build.`);
  }
}

/** Starts the program, which hands its functions over before it waits. */
function run(go: Go, instance: WebAssembly.Instance, stopped: () => void) {
  let exports: any;
  const place = globalThis as any;
  place.netvisormac = (given: any) => { exports = given; };
  const end = () => {
    if (exports) exports.stopped = true;
    stopped();
  };
  go.run(instance).then(end, end);
  delete place.netvisormac;
  return exports;
}

const callerOf = (exports: any): Call => (name, ...values) => {
  const answer = exports.stopped ? undefined : exports[name](...values);
  if (typeof answer === "string") return answer;
  if (!answer) throw new MacError("The module has stopped after a fault. Call load() again.");
  const { value, error } = answer;
  if (error) throw new MacError(`${name}: ${error.message}`, error.field);
  return value;
};

/** Rows that nobody can change. */
export const table = <T>(rows: T[]): readonly T[] => Object.freeze(rows.map((row) => Object.freeze(row)));

// Loads a WebAssembly program and calls what it exports. The only module that knows that there is Go behind it.

import { compile, MacError } from "./compile.ts";
import "wasm_exec";
import type { FieldName, Said } from "./types/mac.d.ts";

/** What the program answers for each name of the API: that itself, unless it comes packed. */
export type Answers<Api> = { [Name in keyof Api]: Api[Name] extends (...args: never[]) => infer Answer ? Answer : Api[Name] };

/** Calls a function of the program: what it answers, or its error thrown. */
export type Call<Answers> = <Name extends keyof Answers & string>(name: Name, ...values: unknown[]) => Answers[Name];

/** An error of Go's, as an object. */
export type Failure = { message: string, field?: FieldName, said?: Said };
type Answer = string | { value?: unknown, error?: Failure };

/** What the program hands over. */
export interface Exports {
  program: string;
  stopped?: boolean;
  [name: string]: unknown;
}

interface Program<Api, Answers> {
  /** of its file, and of the script that is its API */
  name: "mac" | "multivers";
  /** the SHA-256 of its file, in hex */
  sum: string;
  /** makes its API */
  bind: (call: Call<Answers>, exports: Exports, instance: WebAssembly.Instance) => Api;
}

/** What loads a program: once for each address, again when that failed or the program has stopped. */
export function loaderOf<Api, Answers>(program: Program<Api, Answers>): (source?: string | URL | BufferSource | WebAssembly.Module) => Promise<Api> {
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

async function start<Api, Answers>({ name, bind }: Program<Api, Answers>, source: string | BufferSource | WebAssembly.Module, stopped: () => void, sum?: string): Promise<Api> {
  const go = new Go();
  const compiled = await compile(source, sum).catch((error: unknown) => {
    throw new MacError(`${(error as Error).message} Check the address and the connection, and call load() again; in Node call load(readFileSync("${name}.wasm")).`);
  });
  try {
    const instance = await WebAssembly.instantiate(compiled, go.importObject);
    const exports = run(go, instance, stopped);
    if (exports?.program !== name) throw new Error("another program");
    return bind(callerOf<Answers>(exports), exports, instance);
  } catch {
    throw new MacError(`The module is WebAssembly, but not ${name}.wasm, or of another version than ${name}.js. Take both from one build.`);
  }
}

/** Starts the program, which hands its functions over before it waits. */
function run(go: Go, instance: WebAssembly.Instance, stopped: () => void) {
  let exports: Exports | undefined;
  const place = globalThis as { netvisormac?: (given: Exports) => void };
  place.netvisormac = (given) => { exports = given; };
  const end = () => {
    if (exports) exports.stopped = true;
    stopped();
  };
  go.run(instance).then(end, end);
  delete place.netvisormac;
  return exports;
}

const callerOf = <Answers>(exports: Exports): Call<Answers> => (name, ...values) => {
  type Named = Answers[typeof name];
  const answer = exports.stopped ? undefined : (exports[name] as (...values: unknown[]) => Answer | undefined)(...values);
  if (typeof answer === "string") return answer as Named;
  if (!answer) throw new MacError("The module has stopped after a fault. Call load() again.");
  const { value, error } = answer;
  if (error) throw new MacError(`${name}: ${error.message}`, error);
  return value as Named;
};

/** Rows that nobody can change. */
export const table = <T>(rows: readonly T[]): readonly T[] => Object.freeze(rows.map((row) => Object.freeze(row)));

// Runs the trials off the page's own thread; see ../answer.ts for its messages.

import { macSHA256, multiversSHA256 } from "build";
import { answer } from "../answer.ts";
import { compileSummed } from "../../api/compile.ts";
import { load as loadMac } from "../../api/mac.ts";
import { load as loadMultivers } from "../../api/multivers.ts";
import { Difference, same } from "../../selftest/difference.ts";
import { trialsOf } from "../../selftest/trials.ts";
import type { Apis, Group, Trial } from "../../selftest/trials.ts";
import type { Vector } from "../../selftest/vectors.ts";

export type Named = { group: Group, name: string };
export type Failure = { what: string, got: string, want: string };

type Source = string | BufferSource | WebAssembly.Module;
/** A module and its sum, or its bytes where the browser cannot sum them. */
type Compiled = { module: WebAssembly.Module, summed: string | Uint8Array };

let apis: Apis;
let loaded: { modules: [mac: WebAssembly.Module, multivers: WebAssembly.Module], sums: string[] };
let trials: Trial[] = [];

const sumOf = ({ summed }: Compiled) => (typeof summed === "string" ? summed : apis.mac.sha256(summed));

const calls = {
  /** Both modules. @param known the sums of modules that another worker has compiled */
  async load(sources: [Source, Source], vectors: Vector[], known: string[] | null): Promise<Named[]> {
    const wanted = [macSHA256, multiversSHA256];
    const [mac, multivers] = await Promise.all(sources.map((source, i) => compileSummed(source, wanted[i])));
    apis = { mac: await loadMac(mac.module), multivers: await loadMultivers(multivers.module) };
    loaded = { modules: [mac.module, multivers.module], sums: known ?? [sumOf(mac), sumOf(multivers)] };
    trials = [
      ...["mac.wasm", "multivers.wasm"].map((name, i): Trial => ({ group: "functions", name, run: () => same("SHA-256", loaded.sums[i], wanted[i]) })),
      ...trialsOf(apis.mac, vectors),
    ];
    return trials.map(({ group, name }) => ({ group, name }));
  },
  loaded: () => loaded,
  /** Why the trial of this number failed, or null. */
  async run(number: number): Promise<Failure | null> {
    try {
      await trials[number].run(apis);
      return null;
    } catch (error) {
      if (error instanceof Difference) return { what: error.what, got: error.got, want: error.want };
      return { what: "error", got: String(error), want: "" };
    }
  },
};

export type SelftestCalls = typeof calls;

answer(calls);

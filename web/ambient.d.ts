// What the bundle provides: wasm_exec.js of the Go distribution, and the
// addresses of the files that were built before.

declare module "wasm_exec";

declare class Go {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

declare module "kernel" {
  /** WebAssembly in hex. */
  export const kernel: string;
}

declare module "version" {
  export const version: string;
  export const macSHA256: string;
}

declare module "site" {
  /** Path to the sum of what the build made. */
  export const pages: Record<string, string>;
  /** The same of all else, which changes its name when it changes. */
  export const assets: Record<string, string>;
  /** Paths of what the first visit keeps, by page. */
  export const first: Record<string, string[]>;
  /** Path by page and language. */
  export const catalogues: Record<string, Record<string, string>>;
  export const version: string;
}

declare module "build" {
  export const macURL: string;
  /** In hex, as of the next. */
  export const macSHA256: string;
  export const multiversURL: string;
  export const multiversSHA256: string;
  /** Of each language but English. */
  export const catalogueURLs: Record<string, string>;
  export const catalogueSums: Record<string, string>;
  export const offlineURL: string;
  export const workerURL: string;
  export const workerSum: string;
  export const multiversWorkerURL: string;
  export const multiversWorkerSum: string;
  export const selftestWorkerURL: string;
  export const selftestWorkerSum: string;
  export const vectorsURL: string;
  export const vectorsSum: string;
  export const onDemandURL: string;
  export const requestsURL: string;
  export const requestsStyleURL: string;
  export const requestsStyleSum: string;
  export const requestsWorkerURL: string;
  export const requestsWorkerSum: string;
}

/** A text that went through guard.ts, the only one that may leave the page. */
declare const guarded: unique symbol;
type Guarded = string & { readonly [guarded]: true };

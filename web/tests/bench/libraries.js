// The libraries beside which we measure, laid where the peers' pages and workers ask for them.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folders of the libraries, in node_modules, that the peers import. */
export const libraries = ["hash-wasm/dist", "@noble/hashes"];

/** @param {string} folder that is served */
export function layLibraries(folder) {
  for (const name of libraries) {
    const from = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
    cpSync(from, join(folder, "node_modules", name), { recursive: true, dereference: true });
  }
}

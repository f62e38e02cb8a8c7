// What lies beside the command in its package.

import { readFileSync } from "node:fs";

import type { NetvisorMac } from "../api/types/mac.d.ts";

const beside = (name: string) => new URL(name, import.meta.url);

export const { version } = JSON.parse(readFileSync(beside("package.json"), "utf8")) as { version: string };

export async function loaded(): Promise<NetvisorMac> {
  const { load } = await import(beside("mac.js").href) as typeof import("../api/types/mac.d.ts");
  return load(readFileSync(beside("mac.wasm")));
}

// The kernel that hashes four messages at once, beside the module in its memory. Where there are no such instructions, or
// a policy forbids it, there is none, and the module hashes by itself.

import { kernel } from "kernel";

/** @param instance of the module */
export async function kernelBeside({ exports: { mem } }: WebAssembly.Instance): Promise<((groups: number, count: number, work: number) => void) | undefined> {
  const bytes = Uint8Array.from(kernel.match(/../g) ?? [], (hex) => parseInt(hex, 16));
  if (!WebAssembly.validate(bytes)) return undefined;
  const { instance } = await WebAssembly.instantiate(bytes, { go: { mem } });
  return instance.exports.hash as (groups: number, count: number, work: number) => void;
}

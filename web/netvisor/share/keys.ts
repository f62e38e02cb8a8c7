// What may be said of a key: how long it is, of which characters, and its fingerprint.

import { ask } from "../../worker/workers.ts";

/** fingerprint is "" for a key that one would tell */
export type Described = { length: number, alphabet: "lower" | "upper" | "hex" | "other", fingerprint: string };

/** @returns null without a key */
export async function describe(key: string, salt: string): Promise<Described | null> {
  if (!key) return null;
  const alphabet = /^[0-9a-f]+$/.test(key) ? "lower" : /^[0-9A-F]+$/.test(key) ? "upper" : /^[0-9a-fA-F]+$/.test(key) ? "hex" : "other";
  return { length: Array.from(key).length, alphabet, fingerprint: await ask.fingerprint(key, salt) };
}

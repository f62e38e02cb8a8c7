// Describes keys, so that two people can compare theirs.

import { ask } from "../../worker/workers.ts";
import { newSalt } from "../../text/salt.ts";
import type { Keys } from "../../api/types/mac.d.ts";
import type { Described, DescribedKeys } from "./described.ts";

export async function describeBoth({ customer, partner }: Keys): Promise<DescribedKeys> {
  const salt = newSalt();
  return { salt, customer: await describe(customer, salt), partner: await describe(partner, salt) };
}

/** @returns null without a key */
export async function describe(key: string, salt: string): Promise<Described | null> {
  if (!key) return null;
  const alphabet = /^[0-9a-f]+$/.test(key) ? "lower" : /^[0-9A-F]+$/.test(key) ? "upper" : /^[0-9a-fA-F]+$/.test(key) ? "hex" : "other";
  return { length: Array.from(key).length, alphabet, fingerprint: await ask.fingerprint(key, salt) };
}

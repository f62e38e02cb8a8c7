// Requests with a mistake in them, to see what the page says of one.

import { richExample } from "./example.ts";
import type { Keys, MacRequest } from "../api/types/mac.d.ts";
import type { Input, Workings } from "./workings.ts";

const { request, keys } = richExample;
/** signed are values that were signed otherwise than they are sent */
const broken: Partial<Record<string, { mistake?: string, signed?: MacRequest }>> = {
  timezone: { signed: { timestamp: "2026-07-14 20:05:09.318" } },
  utf8: { mistake: "utf-8" },
  query: { mistake: "url-without-query" },
  swapped: { mistake: "keys-swapped" },
  plain: { mistake: "plain-sha256" },
  two: { mistake: "keys-swapped", signed: { url: request.url.replace(/\?.*/, "") } },
};

/** What the module does. */
export interface Signing {
  mistaken: (id: string, request: MacRequest, keys: Keys) => Promise<MacRequest | null>;
  workings: (input: Input) => Promise<Workings>;
}

/** @returns null for an id that is none */
export async function brokenExample(id: string, { mistaken, workings }: Signing): Promise<{ request: MacRequest, keys: Keys } | null> {
  const example = broken[id];
  if (!example) return null;
  const signing = { ...request, ...example.signed };
  const signed = example.mistake ? await mistaken(example.mistake, signing, keys) : await workings({ request: signing, keys, charset: "", addressForm: "raw" });
  return { request: { ...request, mac: signed?.mac }, keys };
}

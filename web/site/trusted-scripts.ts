// The page's one Trusted Types policy. An address becomes a script only as the service worker, or as a worker
// that is a copy of one of the site's own.

import { offlineURL, scriptOfWorker } from "./served.ts";

/** Of workers, by their addresses. */
const copies = new Map<string, Promise<string>>();
const made = new Set<string>();

function createScriptURL(address: string) {
  if (address && address === offlineURL || made.has(address)) return address;
  throw new TypeError(address);
}

/** What it makes is no string, where there are such types, and goes where one would. */
type Policy = { createScriptURL(address: string): string };

/** What TypeScript knows nothing of, and some browsers neither. */
const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };

/** Its name is in the Content-Security-Policy. */
export const trusted = trustedTypes?.createPolicy("netvisor-mac", { createScriptURL }) ?? { createScriptURL };

/**
 * What a worker starts from: a copy of its script, which the page has compared with the build's sum. A copy has the
 * page's policy on every host, where a worker from an address has that of its own response; and it starts in a frame,
 * too, that the host has shut in. It is fetched once.
 */
export async function startable(address: string, sum: string) {
  const copy = copies.get(address) ?? copyOf(address, sum);
  copies.set(address, copy);
  copy.catch(() => copies.delete(address));
  return trusted.createScriptURL(await copy);
}

async function copyOf(address: string, sum: string) {
  const copy = URL.createObjectURL(new Blob([await scriptOfWorker(address, sum)], { type: "text/javascript" }));
  made.add(copy);
  return copy;
}

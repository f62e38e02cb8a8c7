// The page's one Trusted Types policy. An address becomes a script only as a
// worker, and only if it is one of the site's own workers.

import { workers } from "./served.js";

/** Copies of them. @type {Set<string>} */
const copies = new Set();

/** @param {string} address */
function createScriptURL(address) {
  if (workers.includes(address) || copies.has(address)) return address;
  throw new TypeError(`no worker of this page: ${address}`);
}

/**
 * What TypeScript knows nothing of, and some browsers neither.
 * @type {{ trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(address: string): any } } }}
 */
const { trustedTypes } = /** @type {any} */ (globalThis);

/** Its name is in the Content-Security-Policy. */
export const trusted = trustedTypes?.createPolicy("netvisor-mac", { createScriptURL }) ?? { createScriptURL };

/**
 * What a worker starts from: its address, or a copy of its script where the page has no origin, as in a frame
 * that the host has shut in. There no worker starts from an address, and none that is a module from a copy.
 * The workers of a single file are copies from the start.
 * @param {string} address
 */
export async function startable(address) {
  if (self.origin !== "null" || address.startsWith("blob:") || !workers.includes(address)) return trusted.createScriptURL(address);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const copy = URL.createObjectURL(await response.blob());
  copies.add(copy);
  return trusted.createScriptURL(copy);
}

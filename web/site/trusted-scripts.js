// The page's one Trusted Types policy. An address becomes a script only as the service worker, or as a worker
// that is a copy of one of the site's own.

import { offlineURL, scriptOfWorker } from "./served.js";

/** Of workers, by their addresses. @type {Map<string, Promise<string>>} */
const copies = new Map();
/** @type {Set<string>} */
const made = new Set();

/** @param {string} address */
function createScriptURL(address) {
  if (address && address === offlineURL || made.has(address)) return address;
  throw new TypeError(address);
}

/**
 * What TypeScript knows nothing of, and some browsers neither.
 * @type {{ trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(address: string): any } } }}
 */
const { trustedTypes } = /** @type {any} */ (globalThis);

/** Its name is in the Content-Security-Policy. */
export const trusted = trustedTypes?.createPolicy("netvisor-mac", { createScriptURL }) ?? { createScriptURL };

/**
 * What a worker starts from: a copy of its script, which the page has compared with the build's sum. A copy has the page's
 * policy on every host, where a worker from an address has that of its own response; and it starts in a frame, too, that the
 * host has shut in. It is fetched once.
 * @param {string} address
 * @param {string} sum
 */
export async function startable(address, sum) {
  const copy = copies.get(address) ?? copyOf(address, sum);
  copies.set(address, copy);
  copy.catch(() => copies.delete(address));
  return trusted.createScriptURL(await copy);
}

/** @param {string} address @param {string} sum */
async function copyOf(address, sum) {
  const copy = URL.createObjectURL(new Blob([await scriptOfWorker(address, sum)], { type: "text/javascript" }));
  made.add(copy);
  return copy;
}

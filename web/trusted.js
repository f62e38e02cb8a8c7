// The page's one Trusted Types policy. An address becomes a script only as a
// worker, and only if it is one of the site's own workers.

import { workers } from "build";

/** @param {string} address */
function createScriptURL(address) {
  if (workers.includes(address)) return address;
  throw new TypeError(`no worker of this page: ${address}`);
}

/**
 * What TypeScript knows nothing of, and some browsers neither.
 * @type {{ trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(address: string): any } } }}
 */
const { trustedTypes } = /** @type {any} */ (globalThis);

/** Its name is in the Content-Security-Policy. */
export const trusted = trustedTypes?.createPolicy("netvisor-mac", { createScriptURL }) ?? { createScriptURL };

// The values of a request, by name.

/** @import { MacRequest } from "../api/types/mac.d.ts" */

/** @type {(keyof MacRequest)[]} */
export const requestNames = ["url", "sender", "customerId", "partnerId", "timestamp", "timestampUnix", "language", "organisationId", "transactionId", "algorithm", "mac"];

/** A request of what read gives for each name. @param {(name: keyof MacRequest) => string} read @returns {Required<MacRequest>} */
export function requestOf(read) {
  return /** @type {Required<MacRequest>} */ (Object.fromEntries(requestNames.map((name) => [name, read(name)])));
}

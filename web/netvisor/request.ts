// The values of a request, by name.

import type { MacRequest } from "../api/types/mac.d.ts";

export const requestNames: (keyof MacRequest)[] = ["url", "sender", "customerId", "partnerId", "timestamp", "timestampUnix", "language", "organisationId", "transactionId", "algorithm", "mac"];

/** A request of what read gives for each name. */
export function requestOf(read: (name: keyof MacRequest) => string): Required<MacRequest> {
  return Object.fromEntries(requestNames.map((name) => [name, read(name)])) as Required<MacRequest>;
}

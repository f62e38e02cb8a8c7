// A request of many, as it was read and checked, and whose keys it takes.

import type { Keys, MacRequest } from "../api/types/mac.d.ts";

export type RowVerdict = "right" | "wrong" | "error" | "unsigned" | "keyless" | "unsure";
export interface Row {
  request: MacRequest;
  /** milliseconds since 1970, NaN if unknown */
  at: number;
  answer: string;
  verdict: RowVerdict;
  /** that stand in the file */
  keys?: Partial<Keys>;
  /** no verdict is told of it: the text does not say all of it for certain */
  unsure?: boolean;
}
/** keys by customer id and partner id; "" is for all others */
export type Keyring = Record<string, Keys>;

/** The keys of a request's ids, if there are any. */
export const keysFor = (ring: Keyring, request: MacRequest): Keys | undefined => ring[ringName(request)];

export const ringName = ({ customerId = "", partnerId = "" }: MacRequest) => `${customerId}\n${partnerId}`;

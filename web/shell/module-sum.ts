// Shows the SHA-256 of the module that runs: summed by the worker that compiled it, so that it is no claim of the page.

import { byId } from "../dom/elements.ts";

/** @param sum in hex */
export function showSum(sum: string) {
  byId("sum").textContent = sum;
}

// A request of many, as it was read and checked, and whose keys it takes.

/** @import { Keys, MacRequest } from "../api/types/mac.d.ts" */

/** @typedef {"right" | "wrong" | "error" | "unsigned" | "keyless" | "unsure"} RowVerdict */
/**
 * @typedef {object} Row
 * @property {MacRequest} request
 * @property {number} at milliseconds since 1970, NaN if unknown
 * @property {string} answer
 * @property {RowVerdict} verdict
 * @property {Partial<Keys>} [keys] that stand in the file
 * @property {boolean} [unsure] no verdict is told of it: the text does not say all of it for certain
 */
/** @typedef {Record<string, Keys>} Keyring keys by customer id and partner id; "" is for all others */

/** @param {MacRequest} request */
export const ringName = ({ customerId = "", partnerId = "" }) => `${customerId}\n${partnerId}`;

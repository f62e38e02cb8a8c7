// What may be said of a key: how long it is, of which characters, and its fingerprint.

import { fingerprint } from "../calculator.js";

/** @typedef {{ length: number, alphabet: "lower" | "upper" | "hex" | "other", fingerprint: string }} Described fingerprint is "" for a key that one would tell */

/**
 * @param {string} key
 * @param {string} salt
 * @returns {Promise<Described | null>} null without a key
 */
export async function describe(key, salt) {
  if (!key) return null;
  const alphabet = /^[0-9a-f]+$/.test(key) ? "lower" : /^[0-9A-F]+$/.test(key) ? "upper" : /^[0-9a-fA-F]+$/.test(key) ? "hex" : "other";
  return { length: [...key].length, alphabet, fingerprint: await fingerprint(key, salt) };
}

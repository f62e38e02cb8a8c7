// What may be said of a key: how long it is, of which characters, and its fingerprint.

import { fingerprint } from "./calculator.js";

/** @typedef {{ length: number, alphabet: "lower" | "upper" | "hex" | "other", fingerprint: string }} Described fingerprint is "" for a key so short that one would tell it */

/** What stands for a key in a text that is handed over. */
export const mask = "●●●●●●●●";

/** Of fewer characters all can be tried. */
const shortest = 16;

/** 16 hex digits, new each time. */
export function newSalt() {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(16).padStart(8, "0")).join("");
}

/**
 * @param {string} key
 * @param {string} salt
 * @returns {Promise<Described | null>} null without a key
 */
export async function describe(key, salt) {
  if (!key) return null;
  const alphabet = /^[0-9a-f]+$/.test(key) ? "lower" : /^[0-9A-F]+$/.test(key) ? "upper" : /^[0-9a-fA-F]+$/.test(key) ? "hex" : "other";
  const length = [...key].length;
  return { length, alphabet, fingerprint: length < shortest ? "" : await fingerprint(key, salt) };
}

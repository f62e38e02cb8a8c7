// What the command prints: never a key that it was given.

import { guardedJSON, keysIn, replaced } from "../text/guard.js";

/** What went wrong, as a sentence for whoever typed the command. */
export class Trouble extends Error {}

/**
 * Prints a value as JSON, or in words.
 * @template T
 * @param {boolean | undefined} json
 * @param {T} value
 * @param {(value: T) => string} inWords
 * @param {NodeJS.WriteStream} [stream] of the words; JSON is for programs, which read the output
 */
export function say(json, value, inWords, stream = process.stdout) {
  if (json) process.stdout.write(guardedJSON(value, false));
  else stream.write(withoutKeys(inWords(value)));
}

/** @param {string} text */
const withoutKeys = (text) => replaced(text, keysIn(text, false));

/** On a terminal, how far a search has come; nothing elsewhere. */
export function progress() {
  const { stderr } = process;
  let last = 0;
  return {
    /** @param {number} done @param {number} total */
    show(done, total) {
      if (!stderr.isTTY || Date.now() - last < 100) return;
      last = Date.now();
      stderr.write(`\r${Math.floor((100 * done) / Math.max(total, 1))} % of ${total.toLocaleString("en")} MACs`);
    },
    clear() { if (stderr.isTTY && last) stderr.write("\r\x1b[K"); },
  };
}

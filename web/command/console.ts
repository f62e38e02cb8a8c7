// What the command prints: never a key that it was given.

import { guardedJSON, keysIn, replaced } from "../text/guard.ts";

/** What went wrong, as a sentence for whoever typed the command. */
export class Trouble extends Error {}

/** Prints a value as JSON, which programs read from the output, or in words. */
export function say<T>(json: boolean, value: T, inWords: (value: T) => string, stream: NodeJS.WriteStream = process.stdout) {
  if (json) process.stdout.write(guardedJSON(value, false));
  else stream.write(withoutKeys(inWords(value)));
}

const withoutKeys = (text: string) => replaced(text, keysIn(text, false));

/** On a terminal, how far a search has come; nothing elsewhere. */
export function progress() {
  const { stderr } = process;
  let last = 0;
  return {
    show: (done: number, total: number) => {
      if (!stderr.isTTY || Date.now() - last < 100) return;
      last = Date.now();
      stderr.write(`\r${Math.floor((100 * done) / Math.max(total, 1)).toString()} % of ${total.toLocaleString("en")} MACs`);
    },
    clear() { if (stderr.isTTY && last) stderr.write("\r\x1b[K"); },
  };
}

// Reads the words after a verb.

import { parseArgs } from "node:util";
import { Trouble } from "./console.ts";

import type { Charset } from "../api/types/mac.d.ts";

const charsets: readonly Charset[] = ["ISO-8859-1", "ISO-8859-15", "UTF-8"];

/** What was typed, where each of the names is an option of the verb's own with a value. */
export function optionsOf(words: string[], names: readonly string[]) {
  if (words.some((word) => /^--(customer|partner)-?key\b/i.test(word))) {
    throw new Trouble("A key on the command line is seen by others on this computer and kept by the shell: set NETVISOR_CUSTOMER_KEY and NETVISOR_PARTNER_KEY, or type it when asked.");
  }
  try {
    const own = names.map((name) => [name, { type: "string" }] as const);
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { ...Object.fromEntries(own), charset: { type: "string" }, json: { type: "boolean" } } });
    return { values: values as Record<string, string | undefined>, json: Boolean(values.json), charset: charsetOf(values.charset), rest: positionals };
  } catch (error) {
    throw error instanceof TypeError ? new Trouble(error.message) : error;
  }
}

function charsetOf(name: string | undefined) {
  const charset = charsets.find((known) => known === name?.toUpperCase());
  if (name !== undefined && !charset) throw new Trouble(`There is no charset "${name}" here: use ${charsets.join(", ")}.`);
  return charset;
}

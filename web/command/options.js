// Reads the words after a verb.

import { parseArgs } from "node:util";
import { Trouble } from "./console.js";

/** @import { Charset } from "../api/types/mac.d.ts" */

/** @type {readonly Charset[]} */
const charsets = ["ISO-8859-1", "ISO-8859-15", "UTF-8"];

/**
 * @param {string[]} words
 * @param {readonly string[]} names of the verb's own options, each with a value
 */
export function optionsOf(words, names) {
  if (words.some((word) => /^--(customer|partner)-?key\b/i.test(word))) {
    throw new Trouble("A key on the command line is seen by others on this computer and kept by the shell: set NETVISOR_CUSTOMER_KEY and NETVISOR_PARTNER_KEY, or type it when asked.");
  }
  try {
    const own = names.map((name) => /** @type {const} */ ([name, { type: "string" }]));
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { ...Object.fromEntries(own), charset: { type: "string" }, json: { type: "boolean" } } });
    return { values: /** @type {Record<string, string | undefined>} */ (values), json: Boolean(values.json), charset: charsetOf(values.charset), rest: positionals };
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(/** @type {Error} */ (error).message);
  }
}

/** @param {unknown} name @returns {Charset | undefined} */
function charsetOf(name) {
  const charset = charsets.find((known) => known === String(name).toUpperCase());
  if (name !== undefined && !charset) throw new Trouble(`There is no charset "${name}" here: use ${charsets.join(", ")}.`);
  return charset;
}

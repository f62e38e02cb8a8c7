// The functions for Exact Multivers on-premise, in the shape of mac.d.ts.

import { flagAt, optionOf, textAt, textsAt, wholeAt } from "./arguments.js";
import { MacError } from "./compile.js";

/** @import * as api from "./mac.d.ts" */

const texts = ["token", "url", "refreshToken", "multiversVersion", "webApiVersion", "output"];
const flags = ["noRefreshToken", "proxy", "otherApplications"];

/** @param {(name: string, ...values: unknown[]) => any} call */
export function bindMultivers(call) {
  /** @type {Record<string, any>} */
  const tables = {};
  /** A table, made when somebody asks. @param {string} name */
  const table = (name) => tables[name] ??= Object.freeze(call(`multivers.${name}`).map(Object.freeze));

  /** @param {string} name @param {unknown} config @param {...unknown} rest @returns {api.Changed} */
  const change = (name, config, ...rest) => {
    const { refused, message, config: bytes, numbers, texts } = call(name, configAt(name, config), ...rest);
    if (refused) throw new MacError(`${name}: ${message}`, undefined, refused);
    return { config: bytes, edits: editsOf(numbers, texts, table("findings")) };
  };

  /** @type {api.Multivers} */
  const multivers = {
    newToken: (length = 40) => call("multivers.newToken", wholeAt("multivers.newToken: length", length)),
    strength: (token) => call("multivers.strength", textAt("multivers.strength: token", token)),
    lines: (token) => call("multivers.lines", textAt("multivers.lines: token", token)),
    check: (config, options) => call("multivers.check", configAt("multivers.check", config),
      ...texts.map((option) => textOf("multivers.check", options, option)),
      ...flags.map((option) => flagAt(`multivers.check: ${option}`, optionOf("multivers.check", options, option)))),
    fix: (config, options) => change("multivers.fix", config, textOf("multivers.fix", options, "token")),
    localTest: (config) => change("multivers.localTest", config),
    text(config) {
      const { text, numbers } = call("multivers.text", configAt("multivers.text", config));
      return { text, secrets: rowsOf(numbers, 2).map(([start, end]) => ({ start, end })) };
    },
    sum: (config) => call("multivers.sum", configAt("multivers.sum", config)),
    explain: (text) => call("multivers.explain", textAt("multivers.explain: text", text)),
    record: (values, language) =>
      call("multivers.record", textsAt("multivers.record: values", values), textAt("multivers.record: language", language)),
    get findings() { return table("findings"); },
    get explanations() { return table("explanations"); },
    get recordSections() { return table("recordSections"); },
  };
  return Object.freeze(multivers);
}

/** @param {string} name @param {unknown} config */
function configAt(name, config) {
  return config instanceof Uint8Array ? config : textAt(`${name}: config`, config);
}

/** An option that is a string, or "". @param {string} name @param {unknown} options @param {string} option */
function textOf(name, options, option) {
  const value = optionOf(name, options, option);
  return value === undefined ? "" : textAt(`${name}: ${option}`, value);
}

/** Rows of some whole numbers each, of four bytes. @param {Uint8Array} bytes @param {number} width */
function rowsOf(bytes, width) {
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return Array.from({ length: numbers.length / width }, (_, i) => numbers.subarray(i * width, (i + 1) * width));
}

/**
 * A row is where an edit starts and ends, how much of the texts is its own, and
 * which finding it mends.
 * @param {Uint8Array} bytes
 * @param {string} texts
 * @param {readonly api.Finding[]} findings
 * @returns {api.Edit[]}
 */
function editsOf(bytes, texts, findings) {
  let from = 0;
  return rowsOf(bytes, 4).map(([start, end, length, row]) => {
    const { id, title } = findings[row];
    return { start, end, text: texts.slice(from, from += length), why: title, id };
  });
}

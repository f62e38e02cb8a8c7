// The functions for Exact Multivers on-premise, in the shape of mac.d.ts.

import { flagAt, optionOf, textAt, textsAt, wholeAt } from "./arguments.js";
import { MacError } from "./compile.js";

/** @import * as api from "./mac.d.ts" */

const texts = ["token", "url", "refreshToken", "multiversVersion", "webApiVersion", "output", "name", "site"];
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
      const at = integers(numbers);
      return { text, secrets: Array.from({ length: at.length / 2 }, (_, i) => ({ start: at[2 * i], end: at[2 * i + 1] })) };
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

/** Whole numbers of four bytes each. @param {Uint8Array} bytes */
function integers(bytes) {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

/**
 * An edit is four numbers: where it starts and ends, how much of the texts is its
 * own, and which finding it mends.
 * @param {Uint8Array} bytes
 * @param {string} texts
 * @param {readonly api.Finding[]} findings
 * @returns {api.Edit[]}
 */
function editsOf(bytes, texts, findings) {
  const numbers = integers(bytes);
  const edits = [];
  for (let i = 0, from = 0; i < numbers.length; i += 4) {
    const { id, title } = findings[numbers[i + 3]];
    edits.push({ start: numbers[i], end: numbers[i + 1], text: texts.slice(from, from += numbers[i + 2]), why: title, id });
  }
  return edits;
}

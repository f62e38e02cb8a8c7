// The JavaScript API of package multivers, in the shape of multivers.d.ts.

import { multiversSHA256 } from "build";
import { flagAt, optionOf, textAt, textsAt, wholeAt } from "./arguments.ts";
import { MacError } from "./compile.ts";
import { loaderOf, table } from "./program.ts";
import type * as api from "./types/multivers.d.ts";
import type { Answers, Call } from "./program.ts";

export { MacError };

export const load = loaderOf({ name: "multivers", sum: multiversSHA256, bind });

const texts = ["token", "url", "refreshToken", "multiversVersion", "webApiVersion", "output", "name", "site"];
const flags = ["noRefreshToken", "proxy", "otherApplications"];

/** Why a file is not changed, or the file and its edits in numbers. */
type PackedChange = { refused?: api.Finding, message: string, config: Uint8Array, numbers: Uint8Array, texts: string };
type Packed = Omit<Answers<api.Multivers>, "fix" | "localTest" | "text"> & { fix: PackedChange, localTest: PackedChange, text: { text: string, numbers: Uint8Array } };

function bind(call: Call<Packed>): api.Multivers {
  // Each is made when somebody asks.
  let findings: readonly api.Finding[] | undefined;
  let explanations: readonly api.Finding[] | undefined;
  let recordSections: readonly api.RecordSection[] | undefined;

  const change = (name: "fix" | "localTest", config: unknown, ...rest: unknown[]): api.Changed => {
    const { refused, message, config: bytes, numbers, texts } = call(name, configAt(name, config), ...rest);
    if (refused) throw new MacError(`${name}: ${message}`, { finding: refused });
    return { config: bytes, edits: editsOf(numbers, texts, made.findings) };
  };

  const made: api.Multivers = {
    newToken: (length = 40) => call("newToken", wholeAt("newToken: length", length)),
    strength: (token) => call("strength", textAt("strength: token", token)),
    lines: (token) => call("lines", textAt("lines: token", token)),
    check: (config, options) => call("check", configAt("check", config),
      ...texts.map((option) => textOf("check", options, option)),
      ...flags.map((option) => flagAt(`check: ${option}`, optionOf("check", options, option)))),
    fix: (config, options) => change("fix", config, textOf("fix", options, "token")),
    localTest: (config) => change("localTest", config),
    text(config) {
      const { text, numbers } = call("text", configAt("text", config));
      const at = integers(numbers);
      return { text, secrets: Array.from({ length: at.length / 2 }, (_, i) => ({ start: at[2 * i], end: at[2 * i + 1] })) };
    },
    sum: (config) => call("sum", configAt("sum", config)),
    explain: (text) => call("explain", textAt("explain: text", text)),
    record: (values, language) =>
      call("record", textsAt("record: values", values), textAt("record: language", language)),
    get findings() { return findings ??= table(call("findings")); },
    get explanations() { return explanations ??= table(call("explanations")); },
    get recordSections() { return recordSections ??= table(call("recordSections")); },
  };
  return Object.freeze(made);
}

function configAt(name: string, config: unknown) {
  return config instanceof Uint8Array ? config : textAt(`${name}: config`, config);
}

/** An option that is a string, or "". */
function textOf(name: string, options: unknown, option: string) {
  const value = optionOf(name, options, option);
  return value === undefined ? "" : textAt(`${name}: ${option}`, value);
}

/** Whole numbers of four bytes each. */
function integers(bytes: Uint8Array) {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

/** An edit is four numbers: where it starts and ends, how much of the texts is its own, and which finding it mends. */
function editsOf(bytes: Uint8Array, texts: string, findings: readonly api.Finding[]): api.Edit[] {
  const numbers = integers(bytes);
  const edits = [];
  for (let i = 0, from = 0; i < numbers.length; i += 4) {
    const { id, title, said } = findings[numbers[i + 3]];
    edits.push({ start: numbers[i], end: numbers[i + 1], text: texts.slice(from, from += numbers[i + 2]), why: title, said: said.title, id });
  }
  return edits;
}

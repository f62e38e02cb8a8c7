// What Go says, held to a catalogue: every sentence is in it, has the arguments that it has gaps for, and no argument is English.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** @import { Arg, Said } from "../api/types/mac.d.ts" */

/** What stays as it is in every language: quotes, numbers, dates, characters, addresses, names. */
const value = new RegExp(`^(${[
  '"(?:[^"\\\\]|\\\\.)*"', "'(?:[^'\\\\]|\\\\.)*'", "[\\d.]+", "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?",
  "U\\+[0-9A-F]{4,}", "https?://\\S+", "(ISO-8859-\\d+|UTF-8|UTF-16LE|ASCII)", "[a-zA-Z]+\\.config", "0x[0-9a-f]{8}", "\\S",
  "<[\\w.]+>", "(Zenvoices\\.)?Modules\\.\\w+|Zenvoices[\\w.]+", "X-Netvisor-[\\w-]+(, X-Netvisor-[\\w-]+)*", "v4\\.0|Integrated|\\d\\d-bit",
  "Bruno|Postman|requests|httpx|curl|JSON|PHP|Python|JavaScript|C#|Java|Go|Ruby|Visual Basic|PowerShell|Swift|Objective-C|Kotlin|Rust|Dart|R|Perl|Elixir|Clojure|OCaml|Julia|Crystal|C|Delphi|ABAP|Lua|MATLAB|YAML|XML|CSV",
].join("|")})$`, "s");

/** The names of a text's gaps, each once; a capital at the beginning of a sentence is no other name. @param {string} text */
const gapsOf = (text) => [...new Set([...text.matchAll(/\{(\w)(\w*)(?:\|[^|{}]+\|[^|{}]+)?\}/g)].map(([, first, rest]) => first.toLowerCase() + rest))].sort();

export class Marks {
  /** @type {Set<string>} */
  used = new Set();
  /** @type {Record<string, string>} */
  catalogue;

  /** @param {string} name of the catalogue, without its language: that the others have the same keys and gaps is tested in Go */
  constructor(name) {
    this.catalogue = JSON.parse(readFileSync(new URL(`../locales/${name}.fi.json`, import.meta.url), "utf8"));
  }

  /** @param {Said} said @param {string} of */
  isTranslated({ id, args = {} }, of) {
    const text = this.catalogue[id];
    assert.ok(text !== undefined, `${of}: ${id} is in no catalogue`);
    this.used.add(id);
    assert.deepEqual(Object.keys(args).sort(), gapsOf(text), `${of}: the arguments of ${id}`);
    for (const [name, arg] of Object.entries(args)) this.#isArgument(arg, `${of}: ${name} of ${id}`);
  }

  /** @param {Arg} arg @param {string} of */
  #isArgument(arg, of) {
    if (typeof arg === "string") assert.match(arg, value, `${of} is English`);
    else if (Array.isArray(arg)) for (const one of arg) this.#isArgument(one, of);
    else if (typeof arg === "object" && "id" in arg) this.isTranslated(arg, of);
  }

  /** @param {{ id: string, detail?: string, said: { title: Said, fix: Said, detail?: Said[] } }} row */
  rowIsTranslated({ id, detail, said }) {
    for (const text of [said.title, said.fix, ...said.detail ?? []]) this.isTranslated(text, id);
    assert.equal(Boolean(detail), Boolean(said.detail), `${id}: ${detail}`);
  }

  /** What nobody has said. */
  unused() {
    return Object.keys(this.catalogue).filter((id) => !this.used.has(id));
  }
}

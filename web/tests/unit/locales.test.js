// The catalogues of words: complete, translated, and all that is asked for.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { phrase } from "../../words/phrase.ts";

const web = fileURLToPath(new URL("../../", import.meta.url));
const languages = ["fi", "sv", "nl"];

/** @param {string} file @returns {Record<string, string>} */
const words = (file) => JSON.parse(readFileSync(`${web}locales/${file}`, "utf8"));

/** The English catalogues, by what their names have before the language: "" or "requests.". */
const catalogues = readdirSync(`${web}locales`).filter((name) => /^([\w-]+\.)?en\.json$/.test(name)).map((name) => name.replace(/en\.json$/, ""));

/** What is the same in these languages: names, units, and words that are. */
const alike = new Set([
  "Netvisor MAC", "Netvisor", "MAC", "ISO-8859-1", "UTF-8", "…", "h", "min", "s", "d",
  "Hash", "Version", "Revision", "Bytes", "Headers", "Module", "Code", "Resource", "Server", "Site",
  // Names of the products, and what the installation guide, IIS and web.config themselves say in every language.
  "Multivers", "Multivers on-premise", "Zenvoices", "IIS", "web.config", "Secret token", "Refresh token", "OAuth refresh token",
  "API url", "Key Zenvoices.SecretToken", "Module ZenvoicesSecurityTokenHttpModule",
]);

/** @param {string} text */
const placeholders = (text) => [...text.matchAll(/\{\w+\}/g)].map((found) => String(found).toLowerCase()).sort();

/** The names by whose number words are chosen. @param {string} text */
const counted = (text) => [...text.matchAll(/\{(\w+)\|[^|{}]+\|[^|{}]+\}/g)].map(([, name]) => name);

test("there are catalogues", () => {
  assert.ok(catalogues.length >= 2);
});

for (const catalogue of catalogues) {
  const english = words(`${catalogue}en.json`);
  for (const language of languages) {
    const file = `${catalogue}${language}.json`;

    test(`${file} has the keys of English, in its order`, () => {
      assert.deepEqual(Object.keys(words(file)), Object.keys(english));
    });

    test(`${file} is translated, with the same placeholders`, () => {
      for (const [key, text] of Object.entries(words(file))) {
        assert.ok(text !== english[key] || alike.has(text), `${key} is English: ${text}`);
        assert.ok(text.trim(), `${key} is empty`);
        assert.deepEqual(placeholders(text), placeholders(english[key]), key);
        for (const each of [text, english[key]]) {
          assert.equal(each.split("|").length - 1, 2 * counted(each).length, `${key}: {name|one|other} is wanted: ${each}`);
          for (const name of counted(each)) assert.ok(placeholders(each).includes(`{${name}}`), `${key}: ${name} is not told`);
        }
      }
    });
  }
}

test("a word follows its number", () => {
  const text = "{count} {count|file|files}, {name}";
  assert.equal(phrase(text, { count: 1, name: "a" }), "1 file, a");
  assert.equal(phrase(text, { count: "1", name: "a" }), "1 file, a");
  for (const count of [0, 2, 21, "1,001"]) assert.equal(phrase(text, { count, name: "a" }), `${count} files, a`);
  assert.equal(phrase("{count} {other}", { count: 1 }), "1 {other}", "what is not given stays");
});

/** All scripts and pages, as they are written. */
const sources = readdirSync(web, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(ts|html)$/.test(path) && !/^(bundle|tests|lint)\//.test(path))
  .map((path) => readFileSync(web + path, "utf8"));

/** What stands where a template or a script puts a part of a key. */
const gap = "[\\w.-]+";

/** The keys that are asked for, as patterns: t("a.b"), t(`a.${b}`), {{word "a.b"}}, {{t (printf "a.%s" …)}}, data-t="a.{{…}}". */
function keysAskedFor() {
  const found = sources.flatMap((text) => [
    ...[...text.matchAll(/\bt\([^"`;,]{0,60}["`]([\w.-]+(?:\$\{[^}]+\}[\w.-]*)*)["`]/g)].map(([, key]) => key.replace(/\$\{[^}]+\}/g, "\0")),
    ...[...text.matchAll(/\{\{(?:t|word|attr "[\w-]+") \(?(?:printf )?"([\w.%-]+)"/g)].map(([, key]) => key.replace("%s", "\0")),
    ...[...text.matchAll(/data-t="([\w.-]+)(\{\{[^}]+\}\})?"/g)].map(([, key, end]) => key + (end ? "\0" : "")),
  ]);
  return [...new Set(found)].map((key) => new RegExp(`^${key.replaceAll(".", "\\.").replaceAll("\0", gap)}$`));
}

test("every word that is asked for is in a catalogue", () => {
  const keys = catalogues.flatMap((catalogue) => Object.keys(words(`${catalogue}en.json`)));
  const asked = keysAskedFor();
  assert.ok(asked.length > 100);
  for (const key of asked) assert.ok(keys.some((known) => key.test(known)), String(key));
});

test("every word of a catalogue is asked for", () => {
  const asked = keysAskedFor(), all = sources.join("\n");
  const byOthers = ["language.name"]; // by the build
  for (const key of catalogues.flatMap((catalogue) => Object.keys(words(`${catalogue}en.json`)))) {
    assert.ok(byOthers.includes(key) || asked.some((pattern) => pattern.test(key)) || all.includes(`"${key}"`), key);
  }
});

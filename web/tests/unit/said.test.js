// What Go says in a language: what stays, what is a name or a sentence in turn, how several stand together.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mac, speakInTests } from "../page-modules.js";

/** @import { Arg, Mistake, Said } from "../../api/types/mac.d.ts" */

const { adopt } = await import("../../words/language.ts");
const { sayer } = await import("../../words/said.ts");
const { row: goRow, sayNamed, told, toldPasted } = await import("../../words/go.ts");

const go = {
  "check.x.title": "Arvo puuttuu", "check.x.fix": "Lähetä se.", "found.end": "lopussa", "found.at": "{field}: {what}", "found.list": "{list} puuttuvat",
  "found.count": "{count} {count|merkki|merkkiä}", "found.later": "{distance} myöhemmin", "found.title": "{Field} puuttuu", "found.sentence": "On näin.",
};
const { say, row } = sayer("go", (field, article) => (article ? `se ${field}` : field));

/** @param {string} id @param {Record<string, Arg>} [args] @returns {Said} */
const said = (id, args) => ({ id: `found.${id}`, ...(args ? { args } : {}) });
/** @param {Said[]} [detail] */
const mistake = (detail) => /** @type {Mistake} */ ({ id: "x", title: "A value is missing", fix: "Send it.", fields: ["mac"], ...(detail ? { detail: "all" } : {}), said: { title: { id: "check.x.title" }, fix: { id: "check.x.fix" }, ...(detail ? { detail } : {}) } });

for (const [want, text] of /** @type {[string, Said][]} */ ([
  ["lopussa", said("end")],
  ["sender: lopussa", said("at", { field: { field: "sender" }, what: said("end") })],
  ["se sender: {what} {field}", said("at", { field: { theField: "sender" }, what: "{what} {field}" })],
  ["sender, a, lopussa puuttuvat", said("list", { list: [{ field: "sender" }, "a", said("end")] })],
  ["1 merkki", said("count", { count: 1 })], ["0 merkkiä", said("count", { count: 0 })], ["1 234 merkkiä", said("count", { count: 1234 })],
  ["1 t 30 min myöhemmin", said("later", { distance: { milliseconds: 5_400_000 } })],
  ["Se mac puuttuu", said("title", { field: { theField: "mac" } })],
  ["what Go says", said("unknown")],
])) {
  test(`${text.id} is ${want}`, () => {
    adopt({ id: "fi", words: { go } });
    assert.equal(say(text, "what Go says").replace(/\s/g, " "), want);
  });
}

test("a row has its title, its fix and its details, one after the other", () => {
  adopt({ id: "fi", words: { go } });
  assert.deepEqual(row(mistake()), { ...mistake(), title: "Arvo puuttuu", fix: "Lähetä se." });
  const two = mistake([said("end"), said("title", { field: "x" })]);
  assert.deepEqual(row(two), { ...two, title: "Arvo puuttuu", fix: "Lähetä se.", detail: "lopussa; X puuttuu" });
  assert.equal(row(mistake([said("sentence"), said("sentence")])).detail, "On näin. On näin.");
});

test("in English all is as Go says it", () => {
  adopt({ id: "en", words: {} });
  assert.equal(say(said("end"), "at its end"), "at its end");
  assert.deepEqual(row(mistake([said("end")])), mistake([said("end")]));
});

for (const language of ["fi", "sv", "nl"]) {
  test(`the tables of Go are told in full: ${language}`, async () => {
    await speakInTests(language);
    for (const one of [...mac.mistakes, ...mac.checks]) {
      const { title, fix } = goRow(one);
      assert.ok(title !== one.title && fix !== one.fix, one.id);
      assert.doesNotMatch(title + fix, /[{}]|undefined/, one.id);
    }
    for (const { title, said } of mac.snippetLanguages) if (said && !title.startsWith("Bruno") && !title.startsWith("Postman")) assert.notEqual(sayNamed(title, said), title);
  });
}

test("fields are called as the form calls them, and the MAC alone otherwise", async () => {
  await speakInTests("fi");
  const { notes } = toldPasted(mac.parse(Buffer.from("curl https://isvapi.netvisor.fi/a.nv -H 'X-Netvisor-Authentication-Sender: Ty\u00c3\u00b6'")));
  assert.equal(notes.find(({ id }) => id === "mojibake")?.text.split(":")[0], "Lähettäjä");
  assert.match(notes.find(({ id }) => id === "missing")?.text ?? "", /, MAC-koodi, /);
  assert.equal(told({ id: "x", text: "own words", said: { id: "" }, request: 0 }).text, "own words");
});

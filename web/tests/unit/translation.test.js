// Go's English in another language: what stays, what is translated in turn, what falls through.

import assert from "node:assert/strict";
import { test } from "node:test";
import { said, translated, translatedError, translatedMistake, translatedNote } from "../../words/translation.ts";

const catalogue = {
  "check.value-missing.title": "Arvo puuttuu",
  "check.value-missing.fix": "Lähetä se.",
  "note.empty": "Teksti on tyhjä.",
  "say.sender": "lähettäjä",
  "say.MAC": "MAC-koodi",
  "say.at its end": "lopussa",
  "say.{a}; {b}": "{a}; {b}",
  "say.{a}: {b}": "{a}: {b}",
  "say.{a} is missing from the string": "{a} puuttuu merkkijonosta",
  "say.{1} after {2}": "{2} jälkeen {1}",
  "say.{a} after {1}: {b}": "{b}: {a} arvosta {1}",
};

test("a text is found whole, with the capital that the English has", () => {
  assert.equal(said(catalogue, "at its end"), "lopussa");
  assert.equal(said(catalogue, "Sender"), "Lähettäjä");
  assert.equal(said(catalogue, "sender"), "lähettäjä");
  assert.equal(said(catalogue, "MAC"), "MAC-koodi");
});

test("a gap with a letter is translated in turn, one with a digit stays", () => {
  assert.equal(said(catalogue, "Sender: at its end; MAC: at its end"), "Lähettäjä: lopussa; MAC-koodi: lopussa");
  assert.equal(said(catalogue, "Sender is missing from the string"), "Lähettäjä puuttuu merkkijonosta");
  assert.equal(said(catalogue, "sender after MAC"), "MAC jälkeen sender");
});

test("a value is in quotes, a word, or a date with its time", () => {
  for (const value of ['"sender; a \\" b"', "'€'", "' '", '"', "3", "2023-05-04 12:00:00.000"]) {
    assert.equal(said(catalogue, `${value} after ${value}`), `${value} jälkeen ${value}`);
  }
  assert.equal(said(catalogue, "no such value after 3"), "no such value after 3");
});

test("quotes are not torn apart", () => {
  assert.equal(said(catalogue, 'sender: "a; b: at its end"; MAC: at its end'), 'lähettäjä: "a; b: at its end"; MAC-koodi: lopussa');
});

test("the pattern with the most words of its own goes first", () => {
  assert.equal(said(catalogue, "sender after 1:2: at its end"), "lopussa: lähettäjä arvosta 1:2");
});

test("what no key has stays English", () => {
  for (const english of ["something else", "", "constructor", "a.b*c"]) assert.equal(said(catalogue, english), english);
  assert.equal(said({}, "Sender: at its end"), "Sender: at its end");
});

test("a row is found by table and id, and the rest of it by its English", () => {
  const row = Object.freeze({ id: "value-missing", title: "A value is missing", fix: "Send it.", detail: "Sender", fields: /** @type {const} */ (["sender"]) });
  assert.deepEqual(translated(catalogue, "check", row), { ...row, title: "Arvo puuttuu", fix: "Lähetä se.", detail: "Lähettäjä" });
  assert.deepEqual(translated(catalogue, "finding", row), { ...row, detail: "Lähettäjä" });
  const mistake = { id: "missing-sender", title: "Sender is missing from the string", fix: "Sign it.", group: "order" };
  assert.equal(translatedMistake(catalogue, mistake).title, "Lähettäjä puuttuu merkkijonosta");
});

test("a note is found by its id, or by its English", () => {
  assert.equal(translatedNote(catalogue, { id: "empty", text: "The text is empty.", request: -1 }).text, "Teksti on tyhjä.");
  assert.equal(translatedNote(catalogue, { id: "other", text: "Sender: at its end", request: 0 }).text, "Lähettäjä: lopussa");
});

test("an error keeps the names before it", () => {
  assert.deepEqual(translatedError(catalogue, { message: "sum: sender: at its end", field: "sender" }), { message: "sum: sender: lopussa", field: "sender" });
  assert.deepEqual(translatedError(catalogue, { message: "sum: at its end" }), { message: "sum: lopussa" });
  assert.deepEqual(translatedError(catalogue, { message: "at its end" }), { message: "lopussa" });
});

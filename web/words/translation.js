// Go's English in another language. Go holds the English and a catalogue
// (locales/go.LANG.json, and go-multivers.LANG.json) the rest, under two kinds of keys:
//
//   check.<id>.title, check.<id>.fix, note.<id>   the words of one row of a table,
//   say.<English>                                 all that is composed or of more than one row.
//
// In the second, a gap with a digit, {1}, stands for a value, which stays as it
// is: what is in quotes, a word, a number, a date with its time. One with a
// letter, {a}, stands for a text that is translated in turn. English that no key
// matches is shown as it is, so that nobody sees an empty text.

/** @import { Answer, Making, Mistake, Note, Pasted, Report } from "../api/types/mac.d.ts" */
/** @import { Edit } from "../api/types/multivers.d.ts" */

/** @typedef {Record<string, string>} Catalogue by key; an empty one is English */
/** @typedef {"mistake" | "check" | "answer" | "finding" | "explanation"} Table */
/** @typedef {{ pattern: RegExp, gaps: string[], text: string }} Composed */

/**
 * Any text of Go's: a detail, an error without its prefix.
 * @param {Catalogue} catalogue
 * @param {string} english
 * @returns {string}
 */
export function said(catalogue, english) {
  const whole = catalogue[`say.${english}`] ?? catalogue[`say.${uncapitalised(english)}`];
  if (whole !== undefined) return capitalisedAs(english, whole);
  for (const { pattern, gaps, text } of composedOf(catalogue)) {
    const found = pattern.exec(english);
    if (found) return capitalisedAs(english, filled(catalogue, text, gaps, found.slice(1)));
  }
  return english;
}

/** @param {Catalogue} catalogue @param {string} text @param {string[]} gaps @param {string[]} values */
function filled(catalogue, text, gaps, values) {
  return text.replaceAll(/\{(\w)\}/g, (_, gap) => {
    const value = values[gaps.indexOf(gap)] ?? "";
    return isText(gap) ? said(catalogue, value) : value;
  });
}

/** @param {string} gap */
const isText = (gap) => gap >= "a";

const aText = String.raw`((?:"(?:[^"\\]|\\.)*"|[^"])+?)`; // no quotes are torn apart
const aValue = String.raw`("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\S+(?: \d\d:\S+)?)`;

/** @type {WeakMap<Catalogue, Composed[]>} */
const known = new WeakMap();

/** The keys with gaps, those with the most words of their own first. @param {Catalogue} catalogue */
function composedOf(catalogue) {
  const list = known.get(catalogue) ?? Object.keys(catalogue)
    .filter((key) => key.startsWith("say.") && /\{\w\}/.test(key))
    .sort((a, b) => wordsOf(b).length - wordsOf(a).length)
    .map((key) => composed(key.slice("say.".length), catalogue[key]));
  known.set(catalogue, list);
  return list;
}

/** @param {string} key */
const wordsOf = (key) => key.replaceAll(/\{\w\}/g, "");

/** @param {string} english @param {string} text @returns {Composed} */
function composed(english, text) {
  const parts = english.split(/\{(\w)\}/);
  const gaps = parts.filter((_, i) => i % 2);
  const pattern = parts.map((part, i) => (i % 2 === 0 ? literally(part) : isText(part) ? aText : aValue)).join("");
  return { pattern: new RegExp(`^${pattern}$`, "s"), gaps, text };
}

/** @param {string} text */
const literally = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** @param {string} text */
const uncapitalised = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/** With a capital where the English has one: the same words stand at the beginning and within. @param {string} english @param {string} text */
function capitalisedAs(english, text) {
  const first = english.charAt(0);
  return first !== first.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/**
 * A row of a table, or one that was found of it, as a copy.
 * @template {{ id: string, title: string, fix: string, detail?: string }} T
 * @param {Catalogue} catalogue
 * @param {Table} table
 * @param {T} row
 * @returns {T}
 */
export function translated(catalogue, table, row) {
  const words = (/** @type {"title" | "fix"} */ part) => catalogue[`${table}.${row.id}.${part}`] ?? said(catalogue, row[part]);
  return { ...row, title: words("title"), fix: words("fix"), ...(row.detail ? { detail: said(catalogue, row.detail) } : {}) };
}

/** @param {Catalogue} catalogue @param {Edit} edit @returns {Edit} */
export function translatedEdit(catalogue, edit) {
  return { ...edit, why: catalogue[`finding.${edit.id}.title`] ?? said(catalogue, edit.why) };
}

/** A mistake or a check: what has no group is of the table of checks. @param {Catalogue} catalogue @param {Mistake} mistake */
export function translatedMistake(catalogue, mistake) {
  return translated(catalogue, mistake.group ? "mistake" : "check", mistake);
}

/** @param {Catalogue} catalogue @param {Note} note @returns {Note} */
export function translatedNote(catalogue, note) {
  return { ...note, text: catalogue[`note.${note.id}`] ?? said(catalogue, note.text) };
}

/**
 * An error: what it says after the names of function and field, which stay.
 * @template {{ message: string }} E
 * @param {Catalogue} catalogue
 * @param {E} error
 * @returns {E}
 */
export function translatedError(catalogue, error) {
  const [names] = /^(?:[a-z][\w.]*: )*/.exec(error.message) ?? [""];
  return { ...error, message: names + said(catalogue, error.message.slice(names.length)) };
}

/**
 * @template {Report} R
 * @param {Catalogue} catalogue
 * @param {R} report
 * @returns {R}
 */
export function translatedReport(catalogue, report) {
  return {
    ...report,
    causes: report.causes.map((cause) => cause.map((mistake) => translatedMistake(catalogue, mistake))),
    notices: report.notices.map((notice) => translatedMistake(catalogue, notice)),
    ...(report.error ? { error: translatedError(catalogue, report.error) } : {}),
    ...(report.signed ? { signed: translatedMaking(catalogue, report.signed) } : {}),
    right: translatedMaking(catalogue, report.right),
  };
}

/** @param {Catalogue} catalogue @param {Making} making @returns {Making} */
function translatedMaking(catalogue, making) {
  return { ...making, charset: said(catalogue, making.charset), writing: said(catalogue, making.writing) };
}

/** @param {Catalogue} catalogue @param {Answer} answer @returns {Answer} */
export function translatedAnswer(catalogue, answer) {
  const { explanation } = answer;
  return { ...answer, explanation: explanation && translated(catalogue, "answer", explanation) };
}

/** @param {Catalogue} catalogue @param {Pasted} pasted @returns {Pasted} */
export function translatedPasted(catalogue, pasted) {
  return {
    ...pasted,
    notes: pasted.notes.map((note) => translatedNote(catalogue, note)),
    requests: pasted.requests.map((found) => (found.answer ? { ...found, answer: translatedAnswer(catalogue, found.answer) } : found)),
  };
}

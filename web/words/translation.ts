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

import type { Answer, Making, Mistake, Note, Pasted, Report } from "../api/types/mac.d.ts";
import type { Edit } from "../api/types/multivers.d.ts";

/** by key; an empty one is English */
type Catalogue = Partial<Record<string, string>>;
export type Table = "mistake" | "check" | "answer" | "finding" | "explanation";
type Composed = { pattern: RegExp, gaps: string[], text: string };

/** Any text of Go's: a detail, an error without its prefix. */
export function said(catalogue: Catalogue, english: string): string {
  const whole = catalogue[`say.${english}`] ?? catalogue[`say.${uncapitalised(english)}`];
  if (whole !== undefined) return capitalisedAs(english, whole);
  for (const { pattern, gaps, text } of composedOf(catalogue)) {
    const found = pattern.exec(english);
    if (found) return capitalisedAs(english, filled(catalogue, text, gaps, found.slice(1)));
  }
  return english;
}

function filled(catalogue: Catalogue, text: string, gaps: string[], values: string[]) {
  return text.replaceAll(/\{(\w)\}/g, (_, gap: string) => {
    const value = values[gaps.indexOf(gap)] ?? "";
    return isText(gap) ? said(catalogue, value) : value;
  });
}

const isText = (gap: string) => gap >= "a";

const aText = String.raw`((?:"(?:[^"\\]|\\.)*"|[^"])+?)`; // no quotes are torn apart
const aValue = String.raw`("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\S+(?: \d\d:\S+)?)`;

const known = new WeakMap<Catalogue, Composed[]>();

/** The keys with gaps, those with the most words of their own first. */
function composedOf(catalogue: Catalogue) {
  const list = known.get(catalogue) ?? Object.keys(catalogue)
    .filter((key) => key.startsWith("say.") && /\{\w\}/.test(key))
    .sort((a, b) => wordsOf(b).length - wordsOf(a).length)
    .map((key) => composed(key.slice("say.".length), catalogue[key] ?? ""));
  known.set(catalogue, list);
  return list;
}

const wordsOf = (key: string) => key.replaceAll(/\{\w\}/g, "");

function composed(english: string, text: string): Composed {
  const parts = english.split(/\{(\w)\}/);
  const gaps = parts.filter((_, i) => i % 2);
  const pattern = parts.map((part, i) => (i % 2 === 0 ? literally(part) : isText(part) ? aText : aValue)).join("");
  return { pattern: new RegExp(`^${pattern}$`, "s"), gaps, text };
}

const literally = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");

const uncapitalised = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** With a capital where the English has one: the same words stand at the beginning and within. */
function capitalisedAs(english: string, text: string) {
  const first = english.charAt(0);
  return first !== first.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** A row of a table, or one that was found of it, as a copy. */
export function translated<T extends { id: string, title: string, fix: string, detail?: string }>(catalogue: Catalogue, table: Table, row: T): T {
  const words = (part: "title" | "fix") => catalogue[`${table}.${row.id}.${part}`] ?? said(catalogue, row[part]);
  return { ...row, title: words("title"), fix: words("fix"), ...(row.detail ? { detail: said(catalogue, row.detail) } : {}) };
}

export function translatedEdit(catalogue: Catalogue, edit: Edit): Edit {
  return { ...edit, why: catalogue[`finding.${edit.id}.title`] ?? said(catalogue, edit.why) };
}

/** A mistake or a check: what has no group is of the table of checks. */
export function translatedMistake(catalogue: Catalogue, mistake: Mistake) {
  return translated(catalogue, mistake.group ? "mistake" : "check", mistake);
}

export function translatedNote(catalogue: Catalogue, note: Note): Note {
  return { ...note, text: catalogue[`note.${note.id}`] ?? said(catalogue, note.text) };
}

/** An error: what it says after the names of function and field, which stay. */
export function translatedError<E extends { message: string }>(catalogue: Catalogue, error: E): E {
  const [names] = /^(?:[a-z][\w.]*: )*/.exec(error.message) ?? [""];
  return { ...error, message: names + said(catalogue, error.message.slice(names.length)) };
}

export function translatedReport<R extends Report>(catalogue: Catalogue, report: R): R {
  return {
    ...report,
    causes: report.causes.map((cause) => cause.map((mistake) => translatedMistake(catalogue, mistake))),
    notices: report.notices.map((notice) => translatedMistake(catalogue, notice)),
    ...(report.error ? { error: translatedError(catalogue, report.error) } : {}),
    ...(report.signed ? { signed: translatedMaking(catalogue, report.signed) } : {}),
    right: translatedMaking(catalogue, report.right),
  };
}

function translatedMaking(catalogue: Catalogue, making: Making): Making {
  return { ...making, charset: said(catalogue, making.charset), writing: said(catalogue, making.writing) };
}

export function translatedAnswer(catalogue: Catalogue, answer: Answer): Answer {
  const { explanation } = answer;
  return { ...answer, explanation: explanation && translated(catalogue, "answer", explanation) };
}

export function translatedPasted(catalogue: Catalogue, pasted: Pasted): Pasted {
  return {
    ...pasted,
    notes: pasted.notes.map((note) => translatedNote(catalogue, note)),
    requests: pasted.requests.map((found) => (found.answer ? { ...found, answer: translatedAnswer(catalogue, found.answer) } : found)),
  };
}

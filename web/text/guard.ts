// What travels (links, files, copies, names) goes through here, and keys stay behind: those that this visit was
// given, and whatever has the form of one. Exits take only the type that is made here.

import { alike } from "./alike.ts";
import { codePoint } from "./unseen.ts";

/** What stands for a key. */
export const mask = "●●●●●●●●";

/** As many characters of a key in a row are too many. */
const piece = 8;
/** Shorter keys stand in any text by chance, and whoever looks for one has tried them all. */
const shortest = 4;
/** So many values are remembered, the newest first. */
const most = 500;
/** So many hex digits are a key, wherever nothing of that form belongs, also with a slip. */
const digits = 24, run = /[0-9a-f]+[\p{L}\d]?[0-9a-f]+/gu;
/** What is as long as a key by its nature. */
const hashes = ["mac", "module"];
/** A run of letters and digits, escaped ones too: a piece of a key takes all of it along. */
const words = /(?:%(?:25)*[0-9a-f]{2}|[\p{L}\p{N}])+/giu;

/** A random GUID without its hyphens: by RFC 9562 two of its digits say what it is. */
const bareGUID = /^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/i;

/** Where a value holds keys; one that has the form of a key by right does not. @param name of its field */
const keysOf = (text: string, name: string) => keysIn(text, !hashes.includes(name) && !(name === "transactionId" && bareGUID.test(text)));

/** What keys are compared by: letters and digits alone, unescaped, in lower case. */
const plain = (text: string) => text.replace(/%(?:25)*([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  .toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What was given as a key in this visit, plain. */
let known = new Set<string>();
/** What the fields for keys hold now. */
let held: string[] = [];
/** All pieces of these; made when they are asked for. */
let pieces: Set<string> | undefined;

/** As it is compared, also as the bytes that UTF-8 has for it. */
const formsOf = (key: string | undefined = "") => [plain(key), plain(String.fromCharCode(...new TextEncoder().encode(key.slice(0, 1000))))].filter(({ length }) => length >= shortest);

/** Remembers what was given as keys, until the page is left. */
export function remember(...keys: (string | undefined)[]) {
  const fresh = keys.flatMap(formsOf).filter((key) => !known.has(key));
  if (fresh.length === 0) return;
  known = new Set([...known, ...fresh].slice(-most));
  pieces = undefined;
}

/** What is typed, and may be half a key yet, counts while it stands there. */
export function holding(...keys: string[]) {
  held = keys.flatMap(formsOf);
  pieces = undefined;
}

/** What another script's guard shall know, too. */
export const remembered = () => [...known, ...held];

export function forget() {
  known.clear();
  holding();
}

const piecesOf = (key: string) => (key.length <= piece ? [key] : Array.from({ length: key.length - piece + 1 }, (_, i) => key.slice(i, i + piece)));

export type Span = { start: number, end: number };

/** Where a text holds keys, in order. @param byForm what only looks like one, too */
export function keysIn(text: string, byForm: boolean = true): Span[] {
  const all: (Span & { from: number, to: number })[] = [];
  let joined = "";
  for (const { 0: word, index } of text.matchAll(words)) {
    const from = joined.length;
    joined += plain(word);
    all.push({ start: index, end: index + word.length, from, to: joined.length });
  }
  const hits = placesOf(joined);
  return merged(all.filter(({ from, to }) => {
    const word = joined.slice(from, to);
    return hits.some((hit) => hit.start < to && from < hit.end) || looksKnown(word, byForm) || (byForm && (word.match(run) ?? []).some(({ length }) => length >= digits));
  }));
}

/** Where known pieces stand. @param text plain */
function placesOf(text: string): Span[] {
  const hits: Span[] = [];
  const wanted = pieces ??= new Set([...known, ...held].flatMap(piecesOf));
  for (const size of new Set([...wanted].map(({ length }) => length))) {
    for (let start = 0; start + size <= text.length; start++) {
      if (wanted.has(text.slice(start, start + size))) hits.push({ start, end: start + size });
    }
  }
  return merged(hits.sort((a, b) => a.start - b.start));
}

/**
 * Whether a word is a key but for one character, or, by form, but for its value: as long, of letters and digits.
 * @param word plain
 */
function looksKnown(word: string, byForm: boolean) {
  for (const key of [...known, ...held]) {
    if (key.length < piece || Math.abs(key.length - word.length) > 1) continue;
    if (isNear(key, word) || (byForm && key.length >= 2 * piece && word.length === key.length && /\d.*[a-z]|[a-z].*\d/.test(word))) return true;
  }
  return false;
}

/** Whether one character more, less or other makes a text of another. */
function isNear(a: string, b: string) {
  const [start, end] = alike(a, b);
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** @param spans in order of their starts */
function merged(spans: Span[]): Span[] {
  const made: Span[] = [];
  for (const { start, end } of spans) {
    const last = made.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else made.push({ start, end });
  }
  return made;
}

/** A text with something else where keys stand. */
export function replaced(text: string, spans: Span[], stand: (key: string) => string = () => mask) {
  let at = 0, made = "";
  for (const { start, end } of spans) {
    made += text.slice(at, start) + stand(text.slice(start, end));
    at = end;
  }
  return made + text.slice(at);
}

/** Whether a value holds a key. @param name of its field */
export const holds = (text: string, name: string = "") => keysOf(text, name).length > 0;

/** A text that may travel. @param name of the field that it is the value of */
export const guarded = (text: string, name: string = ""): Guarded => replaced(text, keysOf(text, name)) as Guarded;

/** Guarded texts with the page's own around them. */
export const framed = (own: TemplateStringsArray, ...values: Guarded[]): Guarded => String.raw({ raw: own }, ...values) as Guarded;

export const guardedJoin = (texts: Guarded[], between: "\n" | "\n\n" | "\r\n" | ",") => texts.join(between) as Guarded;

/** Markdown that shows a text as it is. */
export const escaped = (text: Guarded) => text.replace(/[\\`*_{}[\]<>#|~!@]|&(?=#?\w+;)|:(?=\/\/)/g, "\\$&").replace(/^(\d*)([-+=.)])/, "$1\\$2") as Guarded;

/** A value in Markdown's table, letter by letter. */
export function asCode(text: Guarded) {
  const fence = "`".repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  const edge = /^[` ]|[` ]$/.test(text) ? " " : "";
  return `${fence}${edge}${text.replaceAll("|", "\\|")}${edge}${fence}` as Guarded;
}

/** A cell of CSV: control characters are told, and what a spreadsheet would take for a formula gets an apostrophe before it. */
export function quotedCell(text: Guarded) {
  const visible = text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, codePoint);
  return `"${/^\s*[=+\-@＝＋－＠]/.test(visible) ? "'" : ""}${visible.replaceAll('"', '""')}"` as Guarded;
}

/** The query of values that may travel, in their order. */
export const guardedQuery = (values: [string, string][]): Guarded => String(new URLSearchParams(values.filter(([name, value]) => !holds(value, name)))) as Guarded;

/**
 * JSON of a value, every text in it guarded by its own name.
 * @param byForm what only looks like a key, too
 */
export const guardedJSON = (value: unknown, byForm: boolean = true): Guarded => (JSON.stringify(value, (name, text: unknown) => (typeof text === "string" ? guarded(text, byForm ? name : "mac") : text), 1) + "\n") as Guarded;

/** A text or file that the person asked for, secrets and all. */
export const asked = (text: string): Guarded => text as Guarded;

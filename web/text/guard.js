// What travels (links, files, copies, names) goes through here, and keys stay behind: those that this visit was
// given, and whatever has the form of one. Exits take only the type that is made here.

import { alike } from "./alike.js";
import { codePoint } from "./unseen.js";

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

/** Where a value holds keys; one that has the form of a key by right does not. @param {string} text @param {string} name of its field */
const keysOf = (text, name) => keysIn(text, !hashes.includes(name) && !(name === "transactionId" && bareGUID.test(text)));

/** What keys are compared by: letters and digits alone, unescaped, in lower case. @param {string} text */
const plain = (text) => text.replace(/%(?:25)*([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  .toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What was given as a key in this visit, plain. @type {Set<string>} */
let known = new Set();
/** What the fields for keys hold now. @type {string[]} */
let held = [];
/** All pieces of these; made when they are asked for. @type {Set<string> | undefined} */
let pieces;

/** As it is compared, also as the bytes that UTF-8 has for it. @param {string | undefined} key */
const formsOf = (key = "") => [plain(key), plain(String.fromCharCode(...new TextEncoder().encode(key.slice(0, 1000))))].filter(({ length }) => length >= shortest);

/** Remembers what was given as keys, until the page is left. @param {...(string | undefined)} keys */
export function remember(...keys) {
  const fresh = keys.flatMap(formsOf).filter((key) => !known.has(key));
  if (fresh.length === 0) return;
  known = new Set([...known, ...fresh].slice(-most));
  pieces = undefined;
}

/** What is typed, and may be half a key yet, counts while it stands there. @param {...string} keys */
export function holding(...keys) {
  held = keys.flatMap(formsOf);
  pieces = undefined;
}

/** What another script's guard shall know, too. */
export const remembered = () => [...known, ...held];

export function forget() {
  known.clear();
  holding();
}

/** @param {string} key */
const piecesOf = (key) => (key.length <= piece ? [key] : Array.from({ length: key.length - piece + 1 }, (_, i) => key.slice(i, i + piece)));

/** @typedef {{ start: number, end: number }} Span */

/**
 * Where a text holds keys, in order.
 * @param {string} text
 * @param {boolean} [byForm] what only looks like one, too
 * @returns {Span[]}
 */
export function keysIn(text, byForm = true) {
  /** @type {(Span & { from: number, to: number })[]} */
  const all = [];
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

/** Where known pieces stand. @param {string} text plain @returns {Span[]} */
function placesOf(text) {
  /** @type {Span[]} */
  const hits = [];
  const wanted = pieces ??= new Set([...known, ...held].flatMap(piecesOf));
  for (const size of new Set([...wanted].map(({ length }) => length))) {
    for (let start = 0; start + size <= text.length; start++) {
      if (wanted.has(text.slice(start, start + size))) hits.push({ start, end: start + size });
    }
  }
  return merged(hits.sort((a, b) => a.start - b.start));
}

/** Whether a word is a key but for one character, or, by form, but for its value: as long, of letters and digits. @param {string} word plain @param {boolean} byForm */
function looksKnown(word, byForm) {
  for (const key of [...known, ...held]) {
    if (key.length < piece || Math.abs(key.length - word.length) > 1) continue;
    if (isNear(key, word) || (byForm && key.length >= 2 * piece && word.length === key.length && /\d.*[a-z]|[a-z].*\d/.test(word))) return true;
  }
  return false;
}

/** Whether one character more, less or other makes a text of another. @param {string} a @param {string} b */
function isNear(a, b) {
  const [start, end] = alike(a, b);
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** @param {Span[]} spans in order of their starts @returns {Span[]} */
function merged(spans) {
  /** @type {Span[]} */
  const made = [];
  for (const { start, end } of spans) {
    const last = made.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else made.push({ start, end });
  }
  return made;
}

/**
 * A text with something else where keys stand.
 * @param {string} text
 * @param {Span[]} spans
 * @param {(key: string) => string} [stand]
 */
export function replaced(text, spans, stand = () => mask) {
  let at = 0, made = "";
  for (const { start, end } of spans) {
    made += text.slice(at, start) + stand(text.slice(start, end));
    at = end;
  }
  return made + text.slice(at);
}

/** Whether a value holds a key. @param {string} text @param {string} [name] of its field */
export const holds = (text, name = "") => keysOf(text, name).length > 0;

/** A text that may travel. @param {string} text @param {string} [name] of the field that it is the value of @returns {Guarded} */
export const guarded = (text, name = "") => /** @type {Guarded} */ (replaced(text, keysOf(text, name)));

/** Guarded texts with the page's own around them. @param {TemplateStringsArray} own @param {...Guarded} values @returns {Guarded} */
export const framed = (own, ...values) => /** @type {Guarded} */ (String.raw({ raw: own }, ...values));

/** @param {Guarded[]} texts @param {"\n" | "\n\n" | "\r\n" | ","} between */
export const guardedJoin = (texts, between) => /** @type {Guarded} */ (texts.join(between));

/** Markdown that shows a text as it is. @param {Guarded} text */
export const escaped = (text) => /** @type {Guarded} */ (text.replace(/[\\`*_{}[\]<>#|~!@]|&(?=#?\w+;)|:(?=\/\/)/g, "\\$&").replace(/^(\d*)([-+=.)])/, "$1\\$2"));

/** A value in Markdown's table, letter by letter. @param {Guarded} text */
export function asCode(text) {
  const fence = "`".repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  const edge = /^[` ]|[` ]$/.test(text) ? " " : "";
  return /** @type {Guarded} */ (`${fence}${edge}${text.replaceAll("|", "\\|")}${edge}${fence}`);
}

/** A cell of CSV: control characters are told, and what a spreadsheet would take for a formula gets an apostrophe before it. @param {Guarded} text */
export function quotedCell(text) {
  const visible = text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, codePoint);
  return /** @type {Guarded} */ (`"${/^\s*[=+\-@＝＋－＠]/.test(visible) ? "'" : ""}${visible.replaceAll('"', '""')}"`);
}

/** The query of values that may travel, in their order. @param {[string, string][]} values @returns {Guarded} */
export const guardedQuery = (values) => /** @type {Guarded} */ (String(new URLSearchParams(values.filter(([name, value]) => !holds(value, name)))));

/** JSON of a value, every text in it guarded by its own name. @param {unknown} value @param {boolean} [byForm] what only looks like a key, too @returns {Guarded} */
export const guardedJSON = (value, byForm = true) => /** @type {Guarded} */ (JSON.stringify(value, (name, text) => (typeof text === "string" ? guarded(text, byForm ? name : "mac") : text), 1) + "\n");

/** A text or file that the person asked for, secrets and all. @param {string} text @returns {Guarded} */
export const asked = (text) => /** @type {Guarded} */ (text);

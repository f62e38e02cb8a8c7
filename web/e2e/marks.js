// A language of marks: what is translated into it shows its key, and what is not stays English.

import { readFileSync } from "node:fs";

const begin = "\u0001", part = "\u0002";

/** The keys of a translation. @param {string} name of the file, without its language */
export function keysOf(name) {
  return Object.keys(JSON.parse(readFileSync(new URL(`../locales/${name}.fi.json`, import.meta.url), "utf8")));
}

/** A catalogue of a mark for each key, with the gaps that the key has. @param {string[]} keys */
export function marked(keys) {
  return Object.fromEntries(keys.map((key, i) => [key, [`${begin}${i}`, ...(key.match(/\{\w\}/g) ?? []), ""].join(part)]));
}

/**
 * The keys whose marks are in a text, and what stands there besides them.
 * @param {string[]} keys @param {string} text
 */
export function readMarks(keys, text) {
  /** @type {string[]} */
  const used = [];
  const rest = text.replaceAll(new RegExp(`${begin}(\\d+)${part}`, "g"), (_, i) => {
    used.push(keys[i]);
    return part;
  });
  return { used, rest: rest.split(part).filter(Boolean) };
}

/** What stays as it is in every language: quotes, numbers, dates, lengths of time, code points, addresses. */
export const value = new RegExp(`^(${[
  '"(?:[^"\\\\]|\\\\.)*"', "'(?:[^'\\\\]|\\\\.)*'", "[\\d.]+", "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?",
  "\\d+ (h|min|s|ms)( \\d+ (min|s|ms))*", "U\\+[0-9A-F]{4,}", "https?://\\S+", "(ISO-8859-\\d+|UTF-8|UTF-16LE|ASCII)",
  "hex", "base64(url)?", "JSON", "PHP", "Python", "JavaScript", "C#", "Java", "Go", "Ruby", "Visual Basic", "PowerShell",
].join("|")})$`, "s");

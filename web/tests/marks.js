// A language of marks: what is translated into it shows its key, and what is not stays English.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const begin = "\u0001", part = "\u0002";

/** What stays as it is in every language: quotes, numbers, dates, lengths of time, characters, addresses, names. */
const value = new RegExp(`^(${[
  '"(?:[^"\\\\]|\\\\.)*"', "'(?:[^'\\\\]|\\\\.)*'", "[\\d.]+", "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?",
  "\\d+ (h|min|s|ms)( \\d+ (min|s|ms))*", "U\\+[0-9A-F]{4,}", "https?://\\S+", "(ISO-8859-\\d+|UTF-8|UTF-16LE|ASCII)",
  "[a-zA-Z]+\\.config", "0x[0-9a-f]{8}", "hex", "base64(url)?", "\\S", "<[\\w.]+>", "Zenvoices[\\w.]+", "X-Netvisor-[\\w-]+", "bash \\(curl", "openssl\\)", "\\S+ \\(\\w+\\)", "Bruno", "Postman", "requests", "httpx", "curl", "JSON", "PHP", "Python", "JavaScript", "C#", "Java", "Go", "Ruby", "Visual Basic", "PowerShell",
].join("|")})$`, "s");

/** Marks for a translation, and what was seen of them. */
export class Marks {
  /** @type {Set<string>} */
  used = new Set();

  /** @param {string} name of the file, without its language */
  constructor(name) {
    const read = JSON.parse(readFileSync(new URL(`../locales/${name}.fi.json`, import.meta.url), "utf8"));
    this.keys = Object.keys(read);
    /** A mark for each key, with the gaps that the key has. */
    this.catalogue = Object.fromEntries(this.keys.map((key, i) => [key, [`${begin}${i}`, ...(key.match(/\{\w\}/g) ?? []), ""].join(part)]));
  }

  /** Holds that nothing but values is left of the English. @param {string | undefined} text @param {string} of */
  isTranslated(text = "", of) {
    const left = text.replaceAll(new RegExp(`${begin}(\\d+)${part}`, "g"), (_, i) => {
      this.used.add(this.keys[i]);
      return part;
    });
    for (const english of left.split(part).filter(Boolean)) assert.match(english, value, `English shines through in ${of}`);
  }

  /** @param {{ id: string, title: string, fix: string, detail?: string }} row a translated one */
  rowIsTranslated({ id, title, fix, detail }) {
    for (const text of [title, fix, detail]) this.isTranslated(text, id);
  }

  /** What nobody has said. */
  unused() {
    return this.keys.filter((key) => key.startsWith("say.") && !this.used.has(key));
  }
}

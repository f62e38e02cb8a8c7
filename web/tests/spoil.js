// A copy of the site in which a file has other bytes, and every sum of it the new one: as if the build had made it so. What
// the copy does then is held back by policies alone.

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist } from "./browser.js";

/** @param {string | Buffer} content */
const sumOf = (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`;

export function copyOfSite() {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  cpSync(dist, folder, { recursive: true });
  return folder;
}

/** The files of a site that name sums. @param {string} folder */
function naming(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(js|html)$/.test(name) || name === "_headers");
}

/** Replaces a file by what change gives, and its sum wherever it stands. @param {string} folder @param {string} name @param {(text: string) => string} change */
export function spoil(folder, name, change) {
  const before = readFileSync(join(folder, name));
  const after = Buffer.from(change(before.toString()));
  write(folder, name, after);
  replaceSum(folder, sumOf(before), sumOf(after));
}

/** Those that name it have another sum then, too. @param {string} folder @param {string} old @param {string} sum */
function replaceSum(folder, old, sum) {
  for (const name of naming(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    if (!text.includes(old)) continue;
    if (name === "_headers") writeFileSync(join(folder, name), text.replaceAll(old, sum));
    else spoil(folder, name, () => text.replaceAll(old, sum));
    if (name.endsWith(".html")) replaceInline(folder, name, text);
  }
}

/** Scripts within a page that were changed have other sums in its policy. @param {string} folder @param {string} name @param {string} before */
function replaceInline(folder, name, before) {
  const scripts = (/** @type {string} */ html) => [...html.matchAll(/<script(?: type="[a-z]+")?>(.*?)<\/script>/gs)].map(([, script]) => sumOf(script));
  const old = scripts(before), now = scripts(readFileSync(join(folder, name), "utf8"));
  old.forEach((sum, i) => { if (sum !== now[i]) replaceSum(folder, sum, now[i]); });
}

/** Puts code at the end of each script within a page. @param {string} folder @param {string} name @param {string} code */
export function spoilInline(folder, name, code) {
  const before = readFileSync(join(folder, name), "utf8");
  spoil(folder, name, (html) => html.replace(/(<script>.*?)(<\/script>)/gs, (_, script, end) => `${script}\n${code}${end}`));
  replaceInline(folder, name, before);
}

/** @param {string} folder @param {string} name @param {Buffer} content */
function write(folder, name, content) {
  writeFileSync(join(folder, name), content);
  for (const twin of [`${name}.br`, `${name}.gz`]) if (existsSync(join(folder, twin))) rmSync(join(folder, twin));
}

/** The one asset whose name and text match. @param {string} folder @param {RegExp} name @param {string} text */
export function assetWith(folder, name, text) {
  const found = readdirSync(join(folder, "assets")).filter((file) => name.test(file) && readFileSync(join(folder, "assets", file), "utf8").includes(text));
  if (found.length !== 1) throw new Error(`${found.length} assets match ${name} and ${text}`);
  return `assets/${found[0]}`;
}

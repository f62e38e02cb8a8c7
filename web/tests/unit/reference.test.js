// The reference as it was built: its links, its languages, and every number in it, recomputed.

import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { test } from "node:test";
import { dist } from "../browser.js";
import { mac, speakInTests } from "../page-modules.js";

const { row } = await import("../../words/go.ts");
const folder = join(dist, "reference"), languages = readdirSync(folder);
const slugs = readdirSync(join(folder, "en")).filter((name) => name.endsWith(".html")).map((name) => name.slice(0, -5));
const pages = languages.flatMap((language) => slugs.map((slug) => ({ language, slug, file: join(folder, language, `${slug}.html`) })));
const html = new Map(pages.map(({ file }) => [file, readFileSync(file, "utf8")]));
const of = (/** @type {{ file: string }} */ { file }) => html.get(file) ?? "";

const entities = /** @type {Record<string, string>} */ ({ lt: "<", gt: ">", amp: "&", quot: '"', "#34": '"', "#39": "'", "#43": "+" });
/** @param {string} text */
const plain = (text) => text.replace(/<[^>]*>/g, "").replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all);
/** @param {string} text @param {RegExp} pattern */
const found = (text, pattern) => plain(pattern.exec(text)?.[1] ?? "");

test("there are as many pages in each language", () => {
  assert.deepEqual([...languages].sort(), ["en", "fi", "nl", "sv"]);
  assert.ok(slugs.length > 150, String(slugs.length));
  for (const language of languages) assert.deepEqual(readdirSync(join(folder, language)).filter((name) => name.endsWith(".html")).map((name) => name.slice(0, -5)), slugs, language);
});

test("a page is small, has no script, and says what it is in its language", () => {
  for (const page of pages) {
    const text = of(page), name = `${page.language}/${page.slug}`;
    assert.ok(statSync(`${page.file}.br`).size < 12 * 1024, name);
    assert.doesNotMatch(text, /<script|javascript:|\son\w+=|style=/, name);
    assert.ok(text.includes(`<html lang="${page.language}">`), name);
    assert.match(text, /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;|<meta http-equiv="Content-Security-Policy" content="default-src 'none'/, name);
    assert.equal(text.match(/<h1>/g)?.length, 1, name);
    assert.ok(found(text, /<meta name="description" content="([^"]*)"/).length > 40, name);
    assert.doesNotMatch(plain(text), /\{\d\}|%!|<no value>|\[object/, name);
  }
});

test("titles are unique in each language, and no other language's", () => {
  for (const language of languages) {
    const titles = pages.filter((page) => page.language === language).map((page) => found(of(page), /<title>(.*)<\/title>/));
    const twice = titles.filter((title, i) => titles.indexOf(title) !== i);
    assert.deepEqual(twice, [], language);
    if (language === "en") continue;
    const english = new Set(pages.filter((page) => page.language === "en" && !page.slug.startsWith("answer-")).map((page) => found(of(page), /<h1>(.*)<\/h1>/)));
    const left = pages.filter((page) => page.language === language && english.has(found(of(page), /<h1>(.*)<\/h1>/))).map(({ slug }) => slug);
    assert.deepEqual(left, [], `${language}: as in English`);
  }
});

test("every link leads to something that is there", () => {
  let links = 0;
  for (const page of pages) {
    for (const [, address] of of(page).matchAll(/ href="([^"]*)"/g)) {
      if (/^https:\/\/support\.netvisor\.fi\//.test(address)) continue;
      assert.doesNotMatch(address, /^[a-z]+:|^\//i, `${page.file}: ${address}`);
      const [path, fragment] = address.split("#");
      const target = path ? normalize(join(dirname(page.file), path)) : page.file;
      assert.ok(existsSync(target), `${relative(dist, page.file)}: ${address}`);
      if (fragment && html.has(target)) assert.ok(html.get(target)?.includes(` id="${fragment}"`), address);
      links++;
    }
  }
  assert.ok(links > 5000, String(links));
});

test("each page names itself in the other languages", () => {
  for (const page of pages) {
    const named = [...of(page).matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]*)"/g)].map(([, language, address]) => `${language} ${address}`);
    assert.deepEqual(named.sort(), [...languages.map((id) => `${id} ../${id}/${page.slug}.html`), `x-default ../en/${page.slug}.html`].sort());
  }
});

/** The page of a mistake: its own, or that of all values. @param {string} id */
const pageOf = (id) => pages.find(({ language, slug, file }) => language === "en" && (slug === id || html.get(file)?.includes(`<li id="${id}">`)));

test("every mistake and every answer has its place, with its words as the page speaks them", async () => {
  for (const language of languages) {
    await speakInTests(language);
    for (const mistake of mac.mistakes) {
      const slug = pageOf(mistake.id)?.slug;
      assert.ok(slug, mistake.id);
      const { title, fix } = row(mistake);
      const text = plain(readFileSync(join(folder, language, `${slug}.html`), "utf8"));
      assert.ok(text.includes(title), `${language} ${mistake.id}: ${title}`);
      assert.ok(text.includes(fix) || slug.includes("value"), `${language} ${mistake.id}: ${fix}`);
    }
  }
  for (const text of ["Integration keys are not valid. Please check the keys specific to the user and partner.", "Integraatioavaimet eivät kelpaa", "Integrationsnycklarna är ogiltiga"]) {
    const id = mac.answer(`<Root><ResponseStatus><Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: ${text}</Status></ResponseStatus></Root>`).explanation?.id;
    assert.ok(plain(readFileSync(join(folder, "en", `${id}.html`), "utf8")).includes(text), text);
  }
});

const keys = { customerKey: "7cd680e89e880553358bc07cd28b0ee2", partnerKey: "7f94228d149a96b2f25e3edad55096e" };
/** @type {Record<string, (message: Buffer, key: Buffer) => import("node:crypto").Hmac | import("node:crypto").Hash>} */
const hashes = {
  "HMAC-SHA-256": (message, key) => createHmac("sha256", key).update(message),
  "HMAC-SHA-1": (message, key) => createHmac("sha1", key).update(message),
  "HMAC-SHA-512": (message, key) => createHmac("sha512", key).update(message),
  "SHA-256": (message) => createHash("sha256").update(message),
  MD5: (message) => createHash("md5").update(message),
};
/** What of ISO-8859-15 is not as in ISO-8859-1 stands in no example with it. @type {Record<string, BufferEncoding>} */
const charsets = { "ISO-8859-1": "latin1", "ISO-8859-15": "latin1", "UTF-8": "utf8", "UTF-16": "utf16le" };

/** An account of the page by its terms. @param {string} section */
function account(section) {
  const own = /** @type {Record<string, string>} */ ({});
  const names = ["string", "hash", ...(/<dt>HMAC key/.test(section) ? ["key"] : []), "charset", "writing", "mac"];
  const values = [...section.matchAll(/<dd[^>]*>(.*?)<\/dd>/gs)].map(([, value]) => value);
  names.forEach((name, i) => { own[name] = name === "string" ? value(values[i]) : plain(values[i] ?? ""); });
  return own;
}

/** The string with the keys in their places. @param {string} marked */
const value = (marked) => plain(marked.replace(/<i>(\w+)<\/i>/g, (_, name) => /** @type {Record<string, string>} */ (keys)[name] ?? name));

/** @param {Record<string, string>} own */
function recomputed({ string, hash, key = "", charset, writing }) {
  if (writing !== "hex" || !hashes[hash] || !charsets[charset]) return undefined;
  const secret = key.split("&").map((name) => /** @type {Record<string, string>} */ (keys)[name] ?? "").join("&");
  return hashes[hash](Buffer.from(string, charsets[charset]), Buffer.from(secret, charsets[charset])).digest("hex");
}

test("each MAC is that of its string: Node computes it anew", () => {
  let right = 0, signed = 0;
  for (const page of pages.filter(({ language }) => language === "en")) {
    const text = of(page);
    if (!text.includes(keys.customerKey)) continue; // an example with keys in capitals, or none
    const sections = [...text.matchAll(/<section>(.*?)<\/section>/gs)].map(([, section]) => account(section));
    if (sections.length !== 2) continue;
    if (/^[0-9a-f]{64}$/.test(sections[1].mac)) {
      assert.equal(recomputed(sections[1]), sections[1].mac, `${page.slug}: right`);
      right++;
    }
    assert.notEqual(sections[0].mac, sections[1].mac, page.slug);
    if (recomputed(sections[0]) === sections[0].mac) signed++;
  }
  assert.ok(right > 80, `${right} right ones`);
  assert.ok(signed > 55, `${signed} wrong ones; the keys' mistakes cannot be told from the page`);
});

test("the recipe has the official MAC", () => {
  const text = readFileSync(join(folder, "en/recipe.html"), "utf8");
  assert.ok(text.includes("86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27"));
  const lists = [...text.matchAll(/<dl>(.*?)<\/dl>/gs)].map(([, list]) => account(list));
  assert.equal(lists.length, 2);
  for (const list of lists) assert.equal(recomputed(list), list.mac);
});

test("the first visit and what is kept for working offline have none of it", () => {
  assert.doesNotMatch(readFileSync(join(dist, "sw.js"), "utf8"), /reference\//);
  assert.doesNotMatch(readFileSync(join(dist, "index.html"), "utf8"), /reference\/[^"]*\.css/);
});

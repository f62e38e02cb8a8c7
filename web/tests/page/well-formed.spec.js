// Whether a web.config is well-formed, by the module and by Chromium's own parser. IIS is the judge that counts;
// where Chromium is more lenient than IIS, the reason stands here, and a test that it still is.

import { expect, test as base } from "@playwright/test";
import { dist, serve } from "../browser.js";
import { configs, mutations, small } from "../mutations.js";

/**
 * @typedef {string | number[]} Config a text, or bytes
 * @typedef {{ ours: (configs: Config[]) => Promise<boolean[]>, theirs: (texts: string[]) => Promise<boolean[]> }} Judges
 */

/** An empty page with the module. @type {import("@playwright/test").TestType<{ judges: Judges } & import("@playwright/test").PlaywrightTestArgs, {}>} */
const test = base.extend({
  judges: async ({ page }, use) => {
    const server = await serve(dist);
    await page.route(`${server.url}empty`, (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.goto(`${server.url}empty`);
    await page.evaluate(async () => {
      const { load } = await import(/** @type {string} */ ("/multivers.js"));
      Object.assign(globalThis, { multivers: await load() });
    });
    await use({
      ours: (configs) => page.evaluate((configs) => configs.map((config) => Reflect.get(globalThis, "multivers")
        .check(typeof config === "string" ? config : new Uint8Array(config))
        .some((/** @type {{ id: string }} */ { id }) => id === "xml-ok")), configs),
      theirs: (texts) => page.evaluate((texts) => {
        const parser = new DOMParser();
        return texts.map((text) => !parser.parseFromString(text, "text/xml").querySelector("parsererror"));
      }, texts),
    });
    server.close();
  },
});

/** The files as text, as they are shown. @param {import("@playwright/test").Page} page @returns {Promise<string[]>} */
const textsOf = (page) => page.evaluate((configs) => configs.map((bytes) => Reflect.get(globalThis, "multivers").text(new Uint8Array(bytes)).text),
  Object.values(configs).map((bytes) => Array.from(bytes)));

// The characters of names in the fifth edition of XML 1.0.
const names = /(?!^)[\xB7\xC0-\xD6\xD8-\xF6\xF8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]/gu;

/**
 * What Chromium takes and IIS does not; change takes it out of a text.
 * @type {{ why: string, examples: string[], change: (text: string) => string }[]}
 */
const lenient = [
  {
    why: "a text that is decoded already has no encoding: Chromium ignores the declared one, whether it fits, is known or is a name at all",
    examples: [`<?xml version="1.0" encoding="utf-16"?><a/>`, `<?xml version="1.0" encoding="u8"?><a/>`, `<?xml version="1.0" encoding="utf-:8"?><a/>`],
    change: (text) => text.replace(/^(\ufeff?<\?xml[^>]*?\sencoding\s*=\s*)("[^"]*"|'[^']*')/, "$1'utf-8'"),
  },
  {
    why: "a document type is XML, but a web.config has none, and .NET refuses it",
    examples: ["<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"],
    change: (text) => text.replace(/<!DOCTYPE[^<>[]*(\[[^\]]*\])?[^<>]*>/, "").replaceAll("&b;", ""),
  },
  {
    why: "names are those of the fourth edition of XML 1.0 to .NET and IIS, those of the fifth to Chromium",
    examples: ["<ĳ/>", "<a\u{10000}/>", "<a \ufeffb='c'/>"],
    change: (text) => text.replace(names, "a"),
  },
  {
    why: "XML forbids < in the value of an attribute; Chromium takes it before /, and whole comments and CDATA sections with the quotation marks in them",
    examples: ["<a b='</'/>", `<a b="</c>"/>`, "<a b='<![CDATA[x]]>'/>", "<a b='<!-- c -->'/>", "<a b='<!--<a b='c'/>-->'/>"],
    change: (text) => text.replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, "").replace(/=\s*("[^"]*"|'[^']*')/g, (value) => value.replaceAll("<", "&lt;")),
  },
  {
    why: "the only version of XML is 1.0 to .NET and IIS; Chromium takes any 1.x",
    examples: [`<?xml version="1.1"?><a/>`, `<?xml version='1.10' ?><a/>`],
    change: (text) => text.replace(/^(\ufeff?<\?xml\s+version\s*=\s*)("[^"]*"|'[^']*')/, "$1'1.0'"),
  },
];

/** The differences that no reason explains. @param {Judges} judges @param {string[]} texts */
async function unexplained({ ours, theirs }, texts) {
  const [our, their] = [await ours(texts), await theirs(texts)];
  const differ = texts.filter((_, i) => our[i] !== their[i]);
  const changed = differ.map((text) => lenient.reduce((rest, { change }) => change(rest), text));
  const explained = await ours(changed);
  const stricter = new Set(texts.filter((_, i) => their[i] && !our[i]));
  return differ.filter((text, i) => !explained[i] || !stricter.has(text));
}

for (const { why, examples, change } of lenient) {
  test(why, async ({ judges: { ours, theirs } }) => {
    expect(await theirs(examples), "Chromium is as strict: take the reason out").toEqual(examples.map(() => true));
    expect(await ours(examples)).toEqual(examples.map(() => false));
    expect(await ours(examples.map(change))).toEqual(examples.map(() => true));
  });
}

test("Chromium finds the files of testdata as well-formed as the module does", async ({ judges, page }) => {
  const texts = await textsOf(page);
  expect(texts.length).toBeGreaterThanOrEqual(50);
  expect(await unexplained(judges, [...texts, ...small])).toEqual([]);
});

test("and 20,000 changes of them", async ({ judges, page }) => {
  test.setTimeout(240_000);
  const changed = mutations([...await textsOf(page), ...small], 20_000, 2026);
  expect((await judges.ours(changed)).filter(Boolean).length, "well-formed ones").toBeGreaterThan(1000);
  expect(await unexplained(judges, changed)).toEqual([]);
});

/** What else Chromium takes where it decodes the bytes itself. */
const lenientBytes = {
  "two-marks.config": "it drops a second byte order mark",
  "utf-16-declared-only.config": "it does not mind that bytes of UTF-8 declare UTF-16",
  "utf-8-declared-utf-16-bytes.config": "it believes the byte order mark, whatever is declared",
};

// A document that is fetched is decoded by its mark and its declaration, as a file is.
test("Chromium finds files of every encoding as well-formed as the module does", async ({ judges, page }) => {
  const encoded = Object.keys(configs).filter((name) => /utf|bom|1252|latin|declaration|marks/.test(name));
  expect(encoded.length).toBeGreaterThan(8);
  await page.route("**/*.config", (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(1));
    return route.fulfill({ body: Buffer.from(configs[name]), contentType: "text/xml" });
  });
  const said = await page.evaluate((names) => Promise.all(names.map((name) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", `/${name}`);
    request.responseType = "document";
    request.onloadend = () => resolve(Boolean(request.responseXML && !request.responseXML.querySelector("parsererror")));
    request.send();
  }))), encoded);
  const want = await judges.ours(encoded.map((name) => Array.from(configs[name])));
  expect(want.filter(Boolean).length).toBeGreaterThan(2);
  expect(encoded.filter((_, i) => said[i] && !want[i])).toEqual(Object.keys(lenientBytes));
  expect(encoded.filter((_, i) => want[i] && !said[i])).toEqual([]);
});

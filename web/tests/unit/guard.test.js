// No key travels: random mixes of ids and keys, through all that makes what is handed over.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { mac } from "../page-modules.js";
import { asCode, escaped, forget, guarded, guardedJSON, holding, holds, keysIn, mask, remember, replaced } from "../../text/guard.ts";
import { coveredText, uncovered } from "../../netvisor/paste/cover.ts";
import { officialExample } from "../../netvisor/example.ts";
import { line } from "../../requests/csv.ts";
import { seen } from "../../text/unseen.ts";

/** @import { FieldName, Keys, MacRequest } from "../../api/types/mac.d.ts" */

const { fragmentOf, heldBack, requestIn } = await import("../../netvisor/share/link.ts");
const { caseFile, readCase, CaseError } = await import("../../netvisor/share/case-file.ts");
const { supportNote } = await import("../../netvisor/share/note.ts");
const { describeBoth } = await import("../../netvisor/share/keys.ts");
const { mailText } = await import("../../netvisor/share/mail.ts");
const { unexplained } = await import("../../netvisor/share/unexplained.ts");

/** What is found without a search. */
const atOnce = { depth: /** @type {1} */ (1), onProgress: () => false };

/** Numbers that are the same in every run. @param {number} seed */
function randomOf(seed) {
  let state = seed * 2654435761 >>> 0 || 1;
  const next = () => { state ^= state << 13; state ^= state >>> 17; state ^= state << 5; return (state >>> 0) / 2 ** 32; };
  const below = (/** @type {number} */ n) => Math.floor(next() * n);
  return { below, of: (/** @type {readonly any[]} */ list) => list[below(list.length)], text: (/** @type {number} */ length, /** @type {string} */ letters) => Array.from({ length }, () => letters[below(letters.length)]).join("") };
}

/** Whether eight characters of a key stand in a row in a text, in any case, escaped or not. @param {string} text @param {string} key */
function leaks(text, key) {
  const decoded = text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  const all = [text, decoded, text.replaceAll("\\", ""), text.replaceAll("-", "")].map((form) => form.toLowerCase());
  for (let i = 0; i + 8 <= key.length; i++) if (all.some((form) => form.includes(key.slice(i, i + 8).toLowerCase()))) return true;
  return false;
}

/** How a key comes to stand somewhere. @type {((key: string, random: ReturnType<typeof randomOf>) => string)[]} */
const writings = [
  (key) => key, (key) => ` ${key}`, (key) => `${key} `, (key) => `\t${key}\n`, (key) => key.toUpperCase(),
  (key, { below }) => { const at = below(key.length); return `${key.slice(0, at)}x${key.slice(at + 1)}`; },
  (key, { below }) => { const at = below(key.length); return key.slice(0, at) + key.slice(at + 1); },
  (key, { below }) => { const at = below(key.length); return `${key.slice(0, at)}0${key.slice(at)}`; },
  (key) => key.slice(0, 31), (key) => key.slice(3), (key) => key.slice(0, 26), (key) => `Key: ${key}!`, (key) => `Basic ${key};`, (key) => `a|${key}|b`, (key) => `\`${key}\``,
  (key) => [...key].map((c) => `%${c.charCodeAt(0).toString(16)}`).join(""), (key) => [...key].map((c) => `%25${c.charCodeAt(0).toString(16)}`).join(""),
  (key) => `https://user:${key}@isvapi.netvisor.fi/accounting.nv`, (key) => `https://isvapi.netvisor.fi/x.nv?key=${key}&b=c`, (key) => `https://isvapi.netvisor.fi/${key}/x.nv`, (key) => `https://isvapi.netvisor.fi/x.nv#${key}`,
];

/** @type {readonly FieldName[]} */
const others = ["url", "sender", "customerId", "partnerId", "timestamp", "timestampUnix", "language", "organisationId", "transactionId", "algorithm"];
const keyFields = /** @type {const} */ (["customer", "partner"]);

/** A request with keys in wrong places, and maybe in the right ones. @param {number} seed */
function mixOf(seed) {
  const random = randomOf(seed), { below, of, text } = random;
  const secrets = [text(32, "0123456789abcdef"), text(32, "0123456789abcdef")];
  /** @type {MacRequest} */
  const request = { ...officialExample.request, mac: text(64, "0123456789abcdef") };
  const keys = { customer: secrets[0], partner: secrets[1] };
  for (let n = 1 + below(3); n > 0; n--) {
    const secret = of(secrets);
    request[/** @type {"url"} */ (of(others))] = of(writings)(secret, random);
    const field = /** @type {"customer"} */ (of(keyFields));
    keys[field] = of([keys[field], keys[field], "", "AB1", secrets[0].slice(0, 4), secrets[1].slice(0, 2), ` ${keys[field]} `, keys[field].toUpperCase(), of(writings)(secret, random), officialExample.request.customerId]);
  }
  return { request, keys, secrets };
}

test("of 21 and of random mixes of ids and keys nothing of a key leaves by link, mail, case, note, report, table or code", async () => {
  for (let seed = 1; seed <= 500; seed++) {
    const { request, keys, secrets } = mixOf(seed);
    forget();
    holding(keys.customer, keys.partner);
    const report = mac.diagnose(request, keys, atOnce);
    const left = heldBack(request), { fragment } = fragmentOf("check", { request, charset: "" });
    const described = await describeBoth(keys);
    const exits = {
      link: fragment,
      mail: mailText(fragment),
      case: caseFile({ request, charset: "" }, described, { report }, new Date(0)),
      note: supportNote(request, described, report),
      report: unexplained({ request, keys, charset: "", addressForm: "raw" }, report),
      table: line([...Object.values({ ...request, mac: "" })]),
      code: left.length ? "" : mac.snippet("curl", request, []),
    };
    for (const [exit, text] of Object.entries(exits)) {
      for (const secret of secrets) assert.ok(!leaks(text, secret), `${seed}: ${exit} of ${JSON.stringify({ request, keys })}: ${text}`);
    }
  }
});

test("keys of other forms are known by their value", () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const random = randomOf(seed), length = 8 + random.below(40);
    const key = random.text(length, random.of(["abcdefghijklmnopqrstuvwxyz", "ABCxyz0123456789", "aä-ö_|`\"\\ .&$%", "äöåÄÖÅéüß€abc", "0123456789"]));
    forget();
    remember(key);
    for (const field of others) {
      for (const write of [(/** @type {string} */ key) => key, (/** @type {string} */ key) => `x ${key} y`, (/** @type {string} */ key) => key.toUpperCase(), (/** @type {string} */ key) => key.replace(/.{8}(?=.)/g, "$&-"), (/** @type {string} */ key) => key.replace(/.{4}(?=.)/g, "$& "), encodeURIComponent]) {
        const text = guarded(write(key), field), plain = key.replace(/[^\p{L}\p{N}]/gu, "");
        if (plain.length >= 8) assert.ok(!leaks(decodeURIComponent(text.replaceAll("%", "%25")), plain), `${seed}: ${JSON.stringify(key)}: ${text}`);
      }
    }
  }
});

test("what is no key stays as it is", () => {
  forget();
  remember(...Object.values(officialExample.keys));
  for (const [name, value] of Object.entries({ ...officialExample.request, mac: officialExample.mac })) assert.equal(guarded(value, name), value);
  for (const [name, value] of [["customerId", "00000000-0000-0000-0000-000000000000_1"], ["transactionId", "c2b1f0e0-5f0a-4f9e-9c55-0a1b2c3d4e5f"], ["transactionId", "c2b1f0e05f0a4f9e9c550a1b2c3d4e5f"], ["mac", "0a".repeat(32)], ["mac", "0A".repeat(16)],
    ["sender", "Työaika Oy 2026"], ["url", "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6%20aika&changedsince=a+b"], ["sender", "0123456789abcdef0123456"]]) assert.equal(guarded(value, name), value);
  for (const [name, value] of [["transactionId", "0a".repeat(16)], ["sender", "0123456789abcdef01234567"], ["mac", officialExample.keys.customer], ["sender", `x${officialExample.keys.partner.slice(5, 13)}`]]) assert.ok(holds(value, name), value);
});

test("an escape of an escape hides no key", () => {
  forget();
  const key = officialExample.keys.customer, escapes = (/** @type {string} */ sign) => [...key].map((c) => sign + c.charCodeAt(0).toString(16)).join("");
  for (const sign of ["%", "%25", "%2525"]) assert.equal(guarded(`?k=${escapes(sign)}&b`, "url"), `?k=${mask}&b`);
});

test("a short key is known as a whole, and one of three letters not at all", () => {
  forget();
  remember("Salo", "FI", "x1z");
  assert.equal(guarded("a SALO b, Salonen"), `a ${mask} b, ${mask}`);
  assert.equal(guarded("FI x1z"), "FI x1z");
});

test("one character wrong, lost or added does not hide a key", () => {
  for (const key of ["TestUserKey", "kayttaja-avain-1", "abc123DEF456"]) {
    forget();
    remember(key);
    for (let at = 0; at < key.length; at++) {
      for (const slip of [`${key.slice(0, at)}q${key.slice(at + 1)}`, key.slice(0, at) + key.slice(at + 1), `${key.slice(0, at)}q${key.slice(at)}`]) {
        if (slip.replace(/-/g, "").length >= 8 && !slip.includes("-")) assert.equal(guarded(`z: ${slip} z`), `z: ${mask} z`, slip);
      }
    }
  }
});

test("what is typed counts while it stands there, what was given all the time, and not more than can be kept", () => {
  forget();
  holding("Demo");
  assert.equal(guarded("Demo Oy"), `${mask} Oy`);
  holding("Demonstration");
  assert.equal(guarded("Demo Oy"), "Demo Oy");
  remember("first-given");
  holding();
  assert.equal(guarded("First Given"), `${mask} ${mask}`);
  for (let n = 0; n < 3000; n++) remember(`key number ${n}`);
  assert.equal(guarded("x key number 2999"), `x ${mask} ${mask} ${mask}`);
  remember("last-given");
  assert.equal(guarded("First Given, Last Given"), `First Given, ${mask} ${mask}`, "the oldest is forgotten for the newest");
  forget();
  assert.equal(guarded("key number 2999"), "key number 2999");
});

test("JSON is guarded text by text", () => {
  forget();
  const key = "0a1b".repeat(8);
  assert.deepEqual(JSON.parse(guardedJSON({ mac: "0a".repeat(32), a: [key, 1, null, { b: `x ${key}` }], module: "ab".repeat(32) })), { mac: "0a".repeat(32), a: [mask, 1, null, { b: `x ${mask}` }], module: "ab".repeat(32) });
});

test("a covered box keeps its places, and an edit of it is one of the text behind", () => {
  forget();
  const key = officialExample.keys.customer, text = `a: ${key}\nb: ${key.toUpperCase()}\nsender: x`;
  remember(key);
  const shown = coveredText(text);
  assert.equal(shown, `a: ${"●".repeat(32)}\nb: ${"●".repeat(32)}\nsender: x`);
  const behind = { text, shown };
  assert.equal(uncovered(behind, shown), text);
  for (let seed = 1; seed <= 500; seed++) {
    const { below, text: word } = randomOf(seed);
    const from = below(shown.length), to = from + below(shown.length - from), added = word(below(6), "xyz\n");
    const expected = text.slice(0, from) + added + text.slice(to);
    const got = uncovered(behind, shown.slice(0, from) + added + shown.slice(to));
    assert.equal(got.length, expected.length);
    if (!/●/.test(shown.slice(from, to)) && !/●/.test(shown[from - 1] ?? "") && !/●/.test(shown[to] ?? "")) assert.equal(coveredText(got), coveredText(expected));
    assert.ok(!got.includes("●"));
  }
  assert.equal(uncovered(behind, "another text"), "another text");
  assert.equal(uncovered({ text, shown: "" }, "typed"), "typed");
});

test("a link and a case file carry the charset and all odd values", async () => {
  forget();
  for (const charset of /** @type {const} */ (["", "ISO-8859-1", "ISO-8859-15", "UTF-8"])) {
    for (const algorithm of ["", "HMACSHA256", "SHA256", "hmac", "MD5"]) {
      for (const sender of ["", " a ", "Työ € ž", "a&b=c", "a+b%20c", "\u00a0x\u202e", "Ty%F6", "\ud800x"]) {
        const request = { ...officialExample.request, sender, algorithm, mac: "0a".repeat(32) };
        const keys = officialExample.keys;
        const linked = requestIn(fragmentOf("check", { request, charset }).fragment);
        assert.equal(linked?.charset, charset);
        const opened = readCase(caseFile({ request, charset }, await describeBoth(keys), undefined, new Date(0)));
        assert.equal(opened.charset, charset);
        assert.deepEqual(opened.request, request);
        const travelled = { ...linked?.request };
        for (const [name, value] of Object.entries(request)) if (value) assert.equal(travelled[/** @type {"url"} */ (name)], value.replace("\ud800", "\ufffd"), name);
        const options = charset ? { charset } : {}, verdictOf = (/** @type {MacRequest} */ request) => { const { ok, causes, error } = mac.diagnose(request, keys, { ...options, ...atOnce }); return { ok, causes, error }; };
        assert.deepEqual(verdictOf(opened.request), verdictOf(request));
      }
    }
  }
});

test("what is fetched on demand knows the keys that the page knows, and forgets them with it", async () => {
  const { knowing } = await import("../../netvisor/on-demand/on-demand.ts");
  const key = "a customer's key in words", request = { ...officialExample.request, sender: `by ${key}` };
  const note = (/** @type {string[]} */ keys) => knowing({ id: "en", words: {} }, keys).supportNote(request, { salt: "", customer: null, partner: null }, mac.diagnose(request, officialExample.keys, atOnce));
  assert.ok(note([]).includes(key));
  assert.ok(!note([key]).includes(key));
  assert.ok(note([]).includes(key));
});

test("a case file has the fingerprint of each key, and of an empty one nothing", async () => {
  forget();
  for (const keys of [{ customer: "a customer's key in words", partner: "the partner's key, in others" }, { customer: "", partner: "the partner's key, in others" }, { customer: "a customer's key in words", partner: "" }]) {
    const text = caseFile({ request: officialExample.request, charset: "" }, await describeBoth(keys), undefined, new Date(0));
    const written = JSON.parse(text).keys;
    for (const name of keyFields) assert.equal(written[name]?.fingerprint, keys[name] ? mac.fingerprint(keys[name], written.salt) : undefined, name);
    assert.deepEqual(readCase(text).keys, written);
  }
});

test("a case file of any shape is read or refused with a sentence, at once", () => {
  /** @type {any[]} */
  const values = [null, true, 1, "x", [], {}, { toString: 1 }, { netvisorCase: 1 }, "x: ".repeat(3300), "[".repeat(1e5), 1e400, [[[{}]]], { length: "x", alphabet: {}, fingerprint: 3 }];
  const names = ["netvisorCase", "made", "page", "module", "request", "charset", "report", "keys", "ok", "causes", "notices", "tried", "salt", "customer", "partner", "id", "title", "detail", "found", "args", "url", "__proto__", "constructor"];
  const random = randomOf(7);
  /** @type {(depth: number) => any} */
  const made = (depth) => (depth === 0 ? random.of(values) : Object.fromEntries(Array.from({ length: random.below(8) }, () => [random.of(names), random.below(2) ? made(depth - 1) : random.of(values)])));
  const texts = ["", "{", "[]", "null", "1", '"x"', '{"netvisorCase":{"toString":1}}', `{"netvisorCase":1,"made":${"[".repeat(1e5)}${"]".repeat(1e5)}}`, `{"netvisorCase":1,"made":"${"x".repeat(1e7)}"}`,
    ...Array.from({ length: 1000 }, () => JSON.stringify({ ...made(4), ...(random.below(3) ? { netvisorCase: 1 } : {}) }))];
  assert.throws(() => readCase(`{"netvisorCase":1,"made":"${"x".repeat(1e7)}"}`), CaseError);
  const began = process.cpuUsage().user;
  for (const text of texts) {
    try {
      const opened = readCase(text);
      for (const [name, value] of Object.entries(opened.request)) assert.equal(typeof value, "string", name);
      assert.ok(opened.made.length <= 200 && (opened.report?.causes ?? []).length <= 50);
      for (const { title, detail = "", found } of (opened.report?.causes ?? []).flat()) {
        assert.ok(title.length + detail.length <= 400);
        for (const text of [found?.id, ...Object.values(found?.args ?? {})]) assert.ok(text === undefined || typeof text === "string" && text.length <= 200);
      }
    } catch (error) {
      assert.ok(error instanceof CaseError, `${error} of ${text.slice(0, 200)}`);
    }
  }
  assert.ok(process.cpuUsage().user - began < 20e6);
});

test("Markdown shows titles, details and values as they are", async () => {
  const { Parser, HtmlRenderer } = await import("commonmark");
  const html = (/** @type {string} */ text) => new HtmlRenderer().render(new Parser().parse(text));
  const plainOf = (/** @type {string} */ html) => html.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  forget();
  const random = randomOf(3), evil = ["![x](https://evil)", "<img onerror=alert(1)>", "[a](b)", "*a*", "_b_", "`c`", "``", "# d", "- e", "1. f", "1) f", "+ g", "> h", "| i |", "~~j~~", "&amp;", "\\", "<b", "---", "===", "http://x", "<https://x>", "\n", "  ", "a"];
  for (let n = 0; n < 3000; n++) {
    const text = Array.from({ length: 1 + random.below(5) }, () => random.of(evil)).join(random.of(["", " "])).replace(/\s+/g, " ").trim();
    if (!text) continue;
    const shown = html(escaped(guarded(text)));
    assert.equal(shown, `<p>${shown.slice(3, -5)}</p>\n`, text);
    assert.ok(!/<(?!\/?p>)/.test(shown), `${text} is ${shown}`);
    assert.equal(plainOf(shown).trim(), text);
    const code = html(asCode(guarded(text)).replaceAll("\\|", "|"));
    assert.equal(plainOf(code).trim(), text);
    assert.match(code, /^<p><code>[^<]*<\/code><\/p>\n$/);
  }
  const report = { ...mac.diagnose(officialExample.request, officialExample.keys, atOnce), causes: [[{ id: "x", title: "![x](https://evil)", fix: "<img src=x>", detail: "a\n\n# b | `c`", said: { title: { id: "" }, fix: { id: "" } } }]] };
  const note = supportNote({ ...officialExample.request, sender: "a | `b`\n| c |" }, await describeBoth(officialExample.keys), report);
  assert.ok(!/<img|<h1>b|<a /.test(html(note)), html(note));
});

test("bidi and invisible characters are shown by their code points", () => {
  assert.equal(seen("a\u202eb\u2066c\u2028d\u200be\u00adf\ufefff\u0000"), "a[U+202E]b[U+2066]c[U+2028]d[U+200B]e[U+00AD]f[U+FEFF]f[U+0000]");
  assert.equal(seen("Työ\n\t€ 😀 é"), "Työ\n\t€ 😀 é");
  assert.equal(seen("\ud800"), "[U+D800]");
});

const web = fileURLToPath(new URL("../..", import.meta.url));

test("a new exit that forgets the guard does not compile", () => {
  const folder = mkdtempSync(join(web, "tests", "planted-"));
  try {
    const planted = [
      ["dom/save.ts", "save(String(location), guarded('x'), 'text/plain')"], ["dom/save.ts", "save(guarded('x'), `${location}`, 'text/plain')"],
      ["dom/clipboard.ts", "toClipboard(String(location))"], ["shell/copy.ts", "listenForCopies((name) => name)"], ["text/guard.ts", "framed`x ${String(location)}`"], ["netvisor/create/result.ts", "setCopy('mac', String(location))"],
    ];
    planted.forEach(([module, call], i) => {
      const name = call.split(/[(`]/)[0];
      writeFileSync(join(folder, `exit${i}.ts`), `import { ${name} } from "../../${module}";\n${call.includes("guarded(") ? 'import { guarded } from "../../text/guard.ts";\n' : ""}${call};\n`);
    });
    const settings = JSON.parse(readFileSync(join(web, "tsconfig.json"), "utf8"));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...settings, include: ["*.ts", "../../*.d.ts"], exclude: [] }));
    let told = "";
    try {
      execFileSync("npx", ["tsc", "-p", folder], { cwd: join(web, "tests"), encoding: "utf8" });
    } catch (error) {
      told = String(/** @type {any} */ (error).stdout);
    }
    planted.forEach(([, call], i) => assert.match(told, new RegExp(`exit${i}\\.ts.*(TS2345|TS2322).*`), call));
    assert.match(told, /'Guarded/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the browser's ways out stand in these files alone, behind the guard's type", () => {
  /** @type {Record<string, string[]>} */
  const allowed = {
    "clipboard.write": ["dom/clipboard.ts", "multivers/rich.ts"], "setData(": ["multivers/commands.ts"], ".download =": ["dom/save.ts"], createObjectURL: ["dom/save.ts", "site/single.ts", "site/trusted-scripts.ts"],
    "history.pushState": [], "history.replaceState": ["netvisor/main.ts", "shell/language-menu.ts"], "document.title =": ["netvisor/check/panel.ts", "embed/main.ts", "shell/language-menu.ts", "multivers/main.ts", "requests/progress.ts"], localStorage: [], sessionStorage: [], "navigator.share": [], sendBeacon: [],
  };
  const files = readdirSync(web, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !/^(bundle|tests|lint)\//.test(name));
  assert.ok(files.length > 60);
  for (const [way, where] of Object.entries(allowed)) {
    for (const file of files) if (readFileSync(join(web, file), "utf8").includes(way)) assert.ok(where.includes(file), `${file} has ${way}`);
  }
});

test("spans and what replaces them", () => {
  forget();
  const key = "0123456789abcdef".repeat(2);
  assert.deepEqual(keysIn(`x ${key} y ${key}`), [{ start: 2, end: 34 }, { start: 37, end: 69 }]);
  assert.deepEqual(keysIn(`sender: ${key.slice(0, 9)}x${key.slice(10)}`), [{ start: 8, end: 40 }]);
  assert.equal(replaced("abc", [{ start: 1, end: 2 }], (c) => c.toUpperCase()), "aBc");
  const began = process.cpuUsage().user;
  remember(key);
  keysIn(`${key} `.repeat(3000));
  assert.ok(process.cpuUsage().user - began < 5e6, "not quadratic");
});

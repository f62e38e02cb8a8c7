// Everything that Go says of Netvisor has a translation, and every translation is of something that Go says.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load, MacError, officialExample, wasm } from "../binding.js";
import { richExample } from "../../netvisor/example.ts";
import { Marks } from "../marks.js";

/** @import { Keys, MacRequest } from "../../api/types/mac.d.ts" */

const mac = await load(wasm);
const marks = new Marks("go");

/** @param {MacRequest} request @param {Keys} secrets @param {import("../../api/types/mac.d.ts").DiagnoseOptions} [options] */
function reportIsTranslated(request, secrets, options) {
  const report = mac.diagnose(request, secrets, options);
  for (const row of [...report.causes.flat(), ...report.notices]) marks.rowIsTranslated(row);
  for (const { said } of [report.right, ...(report.signed ? [report.signed] : [])]) for (const name of Object.values(said)) marks.isTranslated(name, "making");
  return report;
}

test("the tables", () => {
  for (const row of [...mac.mistakes, ...mac.checks]) marks.rowIsTranslated(row);
  for (const { title, said } of mac.snippetLanguages) if (said) marks.isTranslated(said, title);
});

const { keys: secrets } = officialExample;
const orderly = richExample.request;
const odd = { ...orderly, sender: "TyÃ¶aika Oy", customerId: "TyÃ¶", language: "fi", transactionId: orderly.transactionId.toUpperCase() };
const lost = { ...orderly, sender: "Ty\ufffdaika Oy", customerId: "Ty\ufffd", organisationId: "\ufffd" };
const outside = { ...orderly, sender: "Työ€aika", url: orderly.url + "€" };

const others = [{ ...orderly, transactionId: "5d1f3c1e-8f6d-4c43-9a51-6f1a2b3c4d5e" }];

for (const { id } of mac.mistakes) {
  test(`the mistake ${id}`, () => {
    const made = [officialExample.request, orderly, odd, lost, outside].flatMap((request) => {
      try {
        return [{ ...request, mac: mac.mistaken(id, request, secrets, others).mac }];
      } catch {
        return []; // it changes nothing of this request
      }
    });
    for (const request of made.slice(0, 1)) reportIsTranslated(request, secrets, { first: [id], others });
  });
}

/** Times that a MAC is made with, and keys that are given, against the orderly request's. */
const timestamps = ["2026-07-14 20:05:09.318", "2026-07-14 12:05:09.318", "2026-07-14 22:35:09.318", "2026-07-13 18:05:10.318", "2026-07-15 17:05:08.318", "2026-07-15 17:05:09.318", "2026-07-14 17:05:10.318"];
const key = secrets.customer;
const mistyped = [key.slice(1), key + "a", key.slice(1, 2) + key.slice(0, 1) + key.slice(2), "0" + key.slice(1)];

test("other times and mistyped keys", () => {
  for (const timestamp of timestamps) {
    reportIsTranslated({ ...orderly, mac: mac.sum({ ...orderly, timestamp }, secrets) }, secrets);
    const timestampUnix = String(Date.parse(timestamp.replace(" ", "T") + "Z") / 1000 | 0);
    reportIsTranslated({ ...orderly, mac: mac.sum({ ...orderly, timestampUnix }, secrets) }, secrets);
  }
  const later = { ...orderly, timestamp: "2026-07-14 17:05:10.818" };
  reportIsTranslated({ ...orderly, mac: mac.sum(later, secrets) }, secrets, { first: ["clock-read-twice"] });
  const bothLater = { ...orderly, timestamp: "2026-07-14 17:05:10.100", timestampUnix: "1784048710" };
  reportIsTranslated({ ...orderly, mac: mac.sum(bothLater, secrets) }, secrets, { first: ["clock-read-twice"] });
  for (const customer of mistyped) reportIsTranslated({ ...orderly, mac: mac.sum(orderly, { ...secrets, customer }) }, secrets);
});

test("a character that the charset lacks, hashed as a question mark", () => {
  const { signed } = reportIsTranslated({ ...orderly, sender: "Työ€aika", mac: mac.sum({ ...orderly, sender: "Työ?aika" }, secrets) }, secrets);
  assert.ok(signed?.said.charset);
});

/** What the checks notice. @type {[MacRequest, Partial<Keys>?][]} */
const spoilt = [
  [{ algorithm: "", mac: "hello" }], [{ algorithm: "hmac-sha256", mac: "a1".repeat(31) }], [{ sender: "", partnerId: "" }],
  [{ sender: " a" }, { partner: secrets.partner + "\n" }], [{ sender: " a " }], [{ sender: "a\u00a0b”＆o\u0308�" }, { customer: "ä\u200b" }],
  [{ sender: "TyÃ¶; aika" }, { customer: "TyÃ¶" }], [{ sender: "€", customerId: "'€" }], [{ url: "http://a/ö?x=a, b" }],
  [{ timestamp: "2026-07-18 20:05:09.318" }], [{ timestamp: "2026-07-14 12:05:09.318" }], [{ timestamp: "2026-07-13 17:05:09.318" }], [{ timestamp: "2026-07-13 16:05:09.318" }], [{ timestamp: "2026-07-16 17:05:09.318" }],
  [{ timestampUnix: "1784048708" }], [{ timestampUnix: "1784048710" }], [{}, { customer: "TestUserKey", partner: "07" }],
  [{ customerId: "0a".repeat(16), sender: secrets.partner }, { customer: "1967543-8" }],
];

test("what the checks notice", () => {
  for (const [values, wrong = {}] of spoilt) {
    for (const receivedAt of [new Date("2026-07-01T12:00:00Z"), new Date("2026-07-30T12:00:00Z"), new Date("2026-07-14T17:00:00Z")]) {
      const { error } = reportIsTranslated({ ...orderly, ...values }, { ...secrets, ...wrong }, { receivedAt });
      if (error) marks.isTranslated(error.said ?? assert.fail(error.message), error.message);
    }
  }
});

const codes = ["AUTHENTICATION_FAILED :: x", "AUTHENTICATION_FAILED :: Integration keys are not valid", "AUTHENTICATION_FAILED :: Integraatiokumppania ei löydy",
  "AUTHENTICATION_FAILED :: URI-metodi ei kelpaa", "REQUEST_NOT_UNIQUE :: x", "SERVICE_ACCESS_ERROR :: x", "INVALID_DATA :: x", "INVALID_DATA_SIZE :: x",
  "DUPLICATE_DATA :: x", "PERIOD_LOCK :: x", "SYSTEM_MAINTENANCE :: x", "TECHNICAL_ERROR :: x", "BRAND_NEW :: x", "FAILED", "OK"];

test("the answers", () => {
  const bodies = codes.map((code) => `<Status>${code}</Status>`);
  for (const text of ["HTTP/1.1 200 OK", ...bodies, ...bodies.map((body) => `HTTP/1.1 200 OK\n\n${body}`)]) {
    marks.rowIsTranslated(mac.answer(text).explanation ?? assert.fail(text));
  }
});

const pastes = new URL("../../../mac/paste/testdata/", import.meta.url);
const pasteFiles = readdirSync(pastes).filter((name) => name.endsWith(".paste"));
assert.ok(pasteFiles.length > 0, "no pastes");

const inBraces = '"headers": {"X-Netvisor-Authentication-Sender": "a", "X-Netvisor-Authentication-CustomerId": "b"}';

/** What no file has. @type {(string | Uint8Array)[]} */
const otherPastes = [
  "| Header | Value |\n|---|---|\n| X-Netvisor-Authentication-Sender | a |\n| X-Netvisor-Authentication-CustomerId | b |",
  `requests.get("https://isvapi.netvisor.fi/customerlist.nv", params={"keyword": make(x), "b": "c"}, ${inBraces})`,
  `{"url": "https://isvapi.netvisor.fi/customerlist.nv", "params": {"keyword": "a b"}, "customerKey": "abcdefgh ", ${inBraces}}`,
  `{"params": {"keyword": "a b"}, ${inBraces}}`,
  `{"method": "GET", "path": "/customerlist.nv?keyword=a", ${inBraces}}`,
  `client = httpx.Client(base_url="https://proxy.example/nv")\nclient.get("/customerlist.nv", ${inBraces})`,
  `{"netvisor": {"customerId": "z", "customerKey": "abcdefgh"}}\n\ncurl "https://isvapi.netvisor.fi/customerlist.nv" -H "X-Netvisor-Authentication-Sender: a" -H "X-Netvisor-Authentication-CustomerId: b"`,
  "curl $'https://isvapi.netvisor.fi/a.nv?a=1^&b=2' -H 'X-Netvisor-Authentication-Sender: A'",
  `headers["X-Netvisor-Authentication-Sender"] = sender;\nheaders["X-Netvisor-Authentication-CustomerId"] = customerId;\nheaders["X-Netvisor-Authentication-MAC"] = mac(x);`,
];

/** Lines of programs that look as if they made a mistake. */
const suspicious = ["mac = hashlib.md5(text).hexdigest()", 'algorithm = "HMACSHA256"\nm = hashlib.sha256(text)', 'text = "".join([url, sender])', "ts = datetime.now().strftime(f)",
  "message = urlparse(url).path + text", "unix = Date.now()", 'key = (customer_key).encode("utf-8")', 'key = self.partner_key + "&" + self.customer_key', "headers[\"X-Netvisor-Authentication\"] = 'x'",
  'requests.get("https://isvapi.netvisor.fi/a.nv", params=p, headers=headers)'];
const programs = suspicious.map((line) => `import hashlib\n${line}\nheaders["X-Netvisor-Authentication-Sender"] = 'a'\nheaders["X-Netvisor-Authentication-CustomerId"] = 'b'\nheaders["X-Netvisor-Authentication-MAC"] = mac`);

/** A program that sets some headers. @param {string[]} names */
const setting = (...names) => `import requests\nheaders = {}\n${names.map((name) => `headers["X-Netvisor-${name}"] = 'a'`).join("\n")}`;
const headers = ["Authentication-Sender", "Authentication-CustomerId", "Authentication-Timestamp", "Organisation-ID", "Authentication-MAC"];
programs.push(setting(...headers), `${setting(...headers)}\nheaders["X-Netvisor-Authentication-MACHashCalculationAlgorithm"] = 'HMACSHA256'`);

test("the notes of every paste", () => {
  for (const text of [...pasteFiles.map((name) => readFileSync(new URL(name, pastes))), ...otherPastes, ...programs]) {
    const { notes, requests } = mac.parse(text);
    for (const note of notes) marks.isTranslated(note.said, note.text);
    for (const { answer } of requests) if (answer?.explanation) marks.rowIsTranslated(answer.explanation);
  }
});

/** Calls that are refused for what a value is. @type {(() => unknown)[]} */
const refused = [
  () => mac.sum({ ...orderly, algorithm: "MD5" }, secrets), () => mac.sum({}, secrets), () => mac.sum(orderly, { ...secrets, customer: "ä€" }),
  () => mac.sum(orderly, secrets, { charset: /** @type {any} */ ("latin1") }), () => mac.encodeUrl("https://a/€"),
  ...[{ algorithm: "MD5" }, { sender: "a\nb" }, { sender: " a" }, { url: "ftp://a/" }, { url: "https://a/#b" }, { url: "https://a/../b" }]
    .map((values) => () => mac.snippet("python", { ...orderly, ...values })),
  () => mac.snippet("postman", { ...orderly, sender: "{{a" }), () => mac.snippet("bruno", { ...orderly, sender: "{{a" }),
];

test("the errors", () => {
  for (const call of refused) {
    try {
      call();
    } catch (error) {
      assert.ok(error instanceof MacError);
      marks.isTranslated(error.said ?? assert.fail(error.message), error.message);
      continue;
    }
    assert.fail(String(call));
  }
});

/** Rows of Go's tables that no paste leads to, or none of a sensible length. */
const silent = ["note.too-long", "note.base64", "kind.bash"];

after(() => assert.deepEqual(marks.unused(), silent, "translations of what Go does not say"));

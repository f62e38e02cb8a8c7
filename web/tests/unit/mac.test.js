// The binding in Node: values, vectors, tables, and what it says to a wrong call.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load, MacError, officialExample, officialMAC, wasm } from "../binding.js";

/** @import { FieldName, MacRequest } from "../../api/types/mac.d.ts" */

const mac = await load(wasm);
const { request, keys } = officialExample;

test("the official example has its MAC", () => {
  assert.equal(mac.sum(request, keys), officialMAC);
});

test("the time of the official page's table gives another MAC", () => {
  const atMidnight = { ...request, timestamp: "2023-05-04 00:00:00.000" };
  assert.match(mac.sum(atMidnight, keys), /^15d58da6/);
});

const vectors = new URL("../../../mac/testdata/vectors/", import.meta.url);
const vectorFiles = readdirSync(vectors);
assert.ok(vectorFiles.length > 0, "no vectors");

for (const file of vectorFiles) {
  test(`vector ${file}`, () => {
    const lines = readFileSync(new URL(file, vectors), "utf8").trimEnd().split("\n");
    const vector = Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/s, 2)));
    judge(vector);
  });
}

/** @param {Record<string, string>} vector */
function judge(vector) {
  const given = Object.fromEntries(mac.fields.filter(({ name, secret }) => !secret && name !== "mac").map(({ name }) => [name, vector[name] ?? ""]));
  const secrets = { customer: vector.customerKey, partner: vector.partnerKey };
  const options = vector.charset ? { charset: /** @type {"UTF-8"} */ (vector.charset) } : undefined;
  if (vector.error) {
    const [field, position, character] = vector.error.split(" ");
    const { message } = refused(() => mac.sum(given, secrets, options), field);
    assert.ok(message.startsWith(`sum: ${field}: character ${position}, '${character}'`), message);
    return;
  }
  assert.equal(mac.sum(given, secrets, options), vector.mac);
  const headers = mac.headers(given, secrets, options);
  assert.equal(headers.length, 11);
  for (const { name, value } of headers) {
    const field = mac.fields.find(({ header }) => header === name)?.name;
    if (field) assert.equal(value, vector[field] ?? "", name);
  }
  const parts = mac.message(given, options).map(({ field, value }) => value || vector[field]);
  assert.equal(parts.join("&"), vector.string);
}

test("the message has no key", () => {
  const parts = mac.message(request);
  assert.deepEqual(parts.filter(({ field }) => field.endsWith("Key")), [{ field: "customerKey", value: "" }, { field: "partnerKey", value: "" }]);
});

test("values reach Go as they are", () => {
  for (const sender of ["", "1:2", ":", "a\0b", "😀 ä €", "\ufeff", " edge "]) {
    assert.equal(mac.message({ sender })[1].value, sender);
  }
});

test("a new request is of the moment it is told", () => {
  const made = mac.newRequest("https://isvapi.netvisor.fi/customer.nv", new Date("2026-07-14T17:05:09.318Z"));
  const { transactionId = "", ...rest } = made;
  assert.match(transactionId, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(rest, {
    url: "https://isvapi.netvisor.fi/customer.nv",
    timestamp: "2026-07-14 17:05:09.318",
    timestampUnix: "1784048709",
    language: "FI",
    algorithm: "HMACSHA256",
  });
  assert.notEqual(mac.newRequest("").transactionId, mac.newRequest("").transactionId);
});

test("without a moment a new request is of now", () => {
  const before = Math.floor(Date.now() / 1000);
  const unix = Number(mac.newRequest("").timestampUnix);
  assert.ok(before <= unix && unix <= Date.now() / 1000, String(unix));
});

test("an address is escaped in the charset that is asked for", () => {
  assert.equal(mac.encodeUrl("https://a/?q=ö x"), "https://a/?q=%F6%20x");
  assert.equal(mac.encodeUrl("https://a/?q=ö x", "UTF-8"), "https://a/?q=%C3%B6%20x");
  const { message } = refused(() => mac.encodeUrl("https://a/€"), "url");
  assert.equal(message, "encodeUrl: url: character 11, '€' (U+20AC), is not a character of the charset ISO-8859-1");
});

test("a report tells right from wrong", () => {
  assert.equal(mac.diagnose({ ...request, mac: officialMAC }, keys).ok, true);
  const wrong = mac.diagnose({ ...request, mac: "0" + officialMAC.slice(1) }, keys);
  assert.deepEqual([wrong.ok, wrong.want, wrong.error], [false, officialMAC, undefined]);
  const late = mac.diagnose(request, keys, { receivedAt: new Date("2023-05-04T13:00:00Z") });
  assert.ok(late.notices.some(({ id }) => id === "timestamp-clock"));
  const failed = mac.diagnose({ ...request, sender: "€" }, keys);
  assert.deepEqual([failed.want, failed.error?.field], ["", "sender"]);
});

test("the tables have the shape of mac.d.ts", () => {
  assert.ok(mac.fields.length > 0 && mac.checks.length > 0);
  for (const field of mac.fields) {
    assert.deepEqual(Object.entries(field).map(([name, value]) => `${name}: ${typeof value}`),
      ["name: string", "id: string", "title: string", "header: string", "secret: boolean"]);
  }
  for (const { id, title, fix } of mac.checks) {
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(title && fix.endsWith("."), id);
  }
  for (const table of [mac, mac.fields, mac.fields[0], mac.checks, mac.checks[0]]) assert.ok(Object.isFrozen(table));
});

test("FieldName in mac.d.ts names the fields", () => {
  const declared = /export type FieldName =([^;]+);/.exec(readFileSync(new URL("../../api/types/mac.d.ts", import.meta.url), "utf8"))?.[1] ?? "";
  assert.deepEqual([...declared.matchAll(/"(\w+)"/g)].map(([, name]) => name), mac.fields.map(({ name }) => name));
});

test("a paste gives the request, its keys, where they stand, and what was noted", () => {
  const text = `# ö😀\ncurl 'https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6' -H $'X-Netvisor-Authentication-Sender: O\\'Brien & Co' -H 'X-Netvisor-Partner-Id: AB'`;
  const { kind, requests: [found], notes } = mac.parse(text);
  assert.equal(kind, "curl");
  assert.deepEqual(found.request, { url: "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6", sender: "O'Brien & Co", partnerId: "AB" });
  assert.deepEqual(found.keys, {});
  const { start, end, line } = found.sources.url ?? assert.fail();
  assert.equal(text.slice(start, end), found.request.url);
  assert.equal(line, 2);
  assert.deepEqual(notes.map(({ id, field = "", request }) => `${request} ${id} ${field}`).sort(), ["0 missing ", "0 near-name partnerId", "0 read-as ", "0 unescaped sender"]);
  assert.equal(mac.parse(new TextEncoder().encode(text)).text, text);
  assert.equal(mac.parse(text).text, undefined);
});

test("a snippet signs the request, holds no key, and says which mistake a line avoids", () => {
  assert.ok(mac.snippetLanguages.length >= 14);
  for (const { id, title, file } of mac.snippetLanguages) {
    assert.ok(title && file, id);
    const text = mac.snippet(id, { ...request, mac: officialMAC });
    assert.match(text, /ClientName/, id);
    for (const key of Object.values(keys)) assert.ok(!text.includes(key), id);
  }
  assert.match(mac.snippet("curl", { ...request, url: "https://isvapi.netvisor.fi/customer.nv?method=add" }), /^# No MAC: [^]*--data-binary @request\.xml/);
  assert.doesNotMatch(mac.snippet("curl", { ...request, mac: officialMAC, url: "https://isvapi.netvisor.fi/customerlist.nv" }), /No MAC|request\.xml/);
  assert.match(mac.snippet("python", request, ["timestamp-offset"]), /# avoids timestamp-offset: UTC/);
  assert.throws(() => mac.snippet("cobol", request), { message: 'snippet: no snippet in the language "cobol"' });
  assert.throws(() => mac.snippet("python", { ...request, sender: "a\nb" }), { name: "MacError", field: "sender" });
  assert.throws(() => mac.snippet("python", request, any("utf-8")), { message: "snippet: mistakes must be a list of strings, not string" });
});

test("an answer is explained", () => {
  const { status, code, message, httpStatus, explanation, inserted, echo } = mac.answer("<Root><ResponseStatus><Status>FAILED</Status><Status>REQUEST_NOT_UNIQUE :: Request is not unique</Status></ResponseStatus></Root>");
  assert.deepEqual([status, code, message, httpStatus, inserted, echo], ["FAILED", "REQUEST_NOT_UNIQUE", "Request is not unique", undefined, [], undefined]);
  assert.equal(explanation?.id, "answer-not-unique");
  assert.equal(mac.answer("good morning").explanation, null);
});

/** Keys with a getter that throws what nobody may read. */
const failing = Object.defineProperty({ ...keys }, "customer", { get() { throw new Error(keys.customer); } });

/** Wrong calls and the sentence that each is answered with. @type {[() => unknown, string, FieldName?][]} */
const wrongCalls = [
  [() => mac.sum(any(undefined), keys), "sum: request must be an object, it is missing"],
  [() => mac.sum(any(null), keys), "sum: request must be an object, not null"],
  [() => mac.sum(any("https://"), keys), "sum: request must be an object, not string"],
  [() => mac.sum(request, any(undefined)), "sum: keys must be an object, it is missing"],
  [() => mac.headers(request, any(null)), "headers: keys must be an object, not null"],
  [() => mac.sum({ ...request, sender: any(1) }, keys), "sum: sender must be a string, not number", "sender"],
  [() => mac.sum({ ...request, language: any(null) }, keys), "sum: language must be a string, not null", "language"],
  [() => mac.sum({ ...request, url: any(new URL("https://a/")) }, keys), "sum: url must be a string, not object", "url"],
  [() => mac.sum(request, { ...keys, partner: any(Symbol("x")) }), "sum: partnerKey must be a string, not symbol", "partnerKey"],
  [() => mac.sum(request, failing), "sum: keys.customer cannot be read: its getter fails"],
  [() => mac.sum(request, keys, any(null)), "sum: options must be an object, not null"],
  [() => mac.sum(request, keys, { charset: any(null) }), "sum: charset must be a string, not null"],
  [() => mac.sum(request, keys, { charset: any("latin1") }), 'sum: the charset must be ISO-8859-1, ISO-8859-15 or UTF-8, not "latin1"'],
  [() => mac.encodeUrl("https://a/", any("latin1")), 'encodeUrl: the charset must be ISO-8859-1, ISO-8859-15 or UTF-8, not "latin1"'],
  [() => mac.sum({ ...request, algorithm: "MD5" }, keys), 'sum: algorithm: the algorithm must be HMACSHA256 or SHA256, not "MD5"', "algorithm"],
  [() => mac.sum({}, keys), 'sum: algorithm: the algorithm must be HMACSHA256 or SHA256, not ""', "algorithm"],
  [() => mac.sum(request, { customer: "äö€", partner: "p" }), "sum: customerKey: character 3, '€' (U+20AC), is not a character of the charset ISO-8859-1", "customerKey"],
  [() => mac.newRequest(any(undefined)), "newRequest: url must be a string, it is missing"],
  [() => mac.newRequest("", any(null)), "newRequest: now must be a valid Date, not null"],
  [() => mac.newRequest("", new Date(NaN)), "newRequest: now must be a valid Date, not object"],
  [() => mac.encodeUrl(any(1)), "encodeUrl: url must be a string, not number"],
  [() => mac.diagnose(request, keys, any(1)), "diagnose: options must be an object, not number"],
  [() => mac.diagnose(request, keys, { receivedAt: any("today") }), "diagnose: receivedAt must be a valid Date, not string"],
  [() => mac.parse(any(null)), "parse: text must be a string, not null"],
  [() => mac.answer(any(undefined)), "answer: text must be a string, it is missing"],
  [() => mac.message(any([][0])), "message: request must be an object, it is missing"],
];

for (const [call, sentence, field] of wrongCalls) {
  test(sentence, () => {
    assert.equal(refused(call, field).message, sentence);
    assert.equal(mac.sum(request, keys), officialMAC, "the next call");
  });
}

/** A value that the types forbid. @param {unknown} value @returns {any} */
function any(value) {
  return value;
}

/**
 * The MacError of a call, which shows no key.
 * @param {() => unknown} call
 * @param {string} [field]
 * @returns {Error}
 */
function refused(call, field) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof MacError && error.name === "MacError");
    assert.equal(error.field, field);
    for (const key of Object.values(keys)) assert.ok(!`${error.stack}`.includes(key), "a key in the message");
    return error;
  }
  return assert.fail("nothing was thrown");
}

// Rows of many requests: when each was sent, what they come to, and what may be said of each, without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Histogram } from "../../requests/histogram.ts";
import { Reading } from "../../requests/reading.ts";
import { Rows } from "../../requests/rows.ts";
import { load, officialExample, wasm } from "../binding.js";

const mac = await load(wasm);
const { request, keys } = officialExample;

/** @type {import("../../requests/headlines.ts").Tell} */
const tell = ({ title, fix }) => ({ headline: title, fix, where: "" });

/** The rows of a text, read as a log is. @param {string} text @param {Record<string, typeof keys>} [ring] */
async function rowsOf(text, ring = {}) {
  const file = new Blob([text]), rows = new Rows(tell);
  for (const batch of await new Reading(mac).readTorn({ file, from: 0, to: file.size }, "text", ring)) rows.add(batch);
  return rows;
}

/** @param {Record<string, string>} values */
const log = (values) => `${JSON.stringify(Object.fromEntries(Object.entries({ url: request.url, "X-Netvisor-Authentication-Sender": "A", ...values })))}\n`;

test("a request was sent when its Timestamp says, else when its TimestampUnix says, else nobody knows", async () => {
  for (const [values, at] of /** @type {[Record<string, string>, number][]} */ ([
    [{ Timestamp: "2026-07-14 06:00:00.500", TimestampUnix: "1" }, Date.UTC(2026, 6, 14, 6, 0, 0, 500)],
    [{ Timestamp: "yesterday", TimestampUnix: "1784008800" }, Date.UTC(2026, 6, 14, 6)],
    [{ TimestampUnix: "1784008800" }, Date.UTC(2026, 6, 14, 6)],
    [{ TimestampUnix: "9".repeat(400) }, NaN], [{ TimestampUnix: "9".repeat(30) }, NaN], [{ TimestampUnix: "soon" }, NaN], [{}, NaN],
  ])) {
    const rows = await rowsOf(log(Object.fromEntries(Object.entries(values).map(([name, value]) => [`X-Netvisor-Authentication-${name}`, value]))));
    assert.deepEqual(rows.moments, [at], JSON.stringify(values));
    rows.cell(0, "at");
  }
});

test("a moment that no calendar has is not counted, and does not hold up the counting", () => {
  const histogram = new Histogram();
  for (const at of [0, Infinity, -Infinity, NaN, 8.64e15, -8.64e15, 1]) histogram.add(at, "right");
  assert.equal(histogram.bars(3).reduce((sum, { right }) => sum + right, 0), 4);
});

test("a request without a MAC has none, whatever keys there are; one with a MAC and without keys waits for them", async () => {
  const signed = { "X-Netvisor-Authentication-MAC": "0".repeat(64), "X-Netvisor-Authentication-MACHashCalculationAlgorithm": "HMACSHA256" };
  const text = log({}) + log(signed);
  assert.deepEqual((await rowsOf(text)).verdicts, ["unsigned", "keyless"]);
  assert.deepEqual((await rowsOf(text, { "": keys })).verdicts, ["unsigned", "wrong"]);
});

test("what is counted follows each verdict that changes and each cause that is found", async () => {
  const rows = await rowsOf(log({}) + log({}) + log({}));
  assert.equal(rows.tally.verdicts.unsigned, 3);
  rows.judge(0, "wrong");
  rows.judge(1, "wrong");
  rows.judge(1, "right");
  assert.deepEqual(rows.tally.verdicts, { right: 1, wrong: 1, error: 0, unsigned: 1, keyless: 0, unsure: 0 });
  assert.deepEqual(rows.rightBy, [1]);
  rows.judge(1, "wrong");
  assert.deepEqual(rows.rightBy, [0]);
  rows.explain(0, [{ id: "keys-swapped", title: "", fix: "", said: { title: { id: "" }, fix: { id: "" } } }]);
  assert.deepEqual(rows.causes.all().map(({ group, count }) => [group, count]), [["keys-swapped", 1]]);
  rows.causes.forget();
  assert.equal(rows.causes.all().length, 0);
});

test("an error that onProgress throws comes out of diagnose and of search, and the module goes on", async () => {
  const wrong = { ...request, mac: "0".repeat(64) }, error = new Error("the caller's own");
  const options = { depth: /** @type {const} */ (2), onProgress() { throw error; } };
  assert.throws(() => mac.diagnose(wrong, keys, options), error);
  await assert.rejects(mac.search(wrong, keys, options), error);
  assert.equal(mac.diagnose(wrong, keys).ok, false);
});

test("of a request that the text does not say for certain, no verdict is told", async () => {
  const { url, ...rest } = { ...request, mac: mac.sum(request, keys) };
  const headers = Object.entries(rest).map(([name, value]) => `"X-Netvisor-${mac.fields.find((field) => field.name === name)?.header?.slice("X-Netvisor-".length)}": "${value}"`).join(", ");
  const rows = await rowsOf(`requests.get("${url}", params=query, headers={${headers}})\n`, { "": keys });
  assert.deepEqual(rows.verdicts, ["unsure"]);
  assert.equal(rows.tally.verdicts.unsure, 1);
});

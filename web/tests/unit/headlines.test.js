// The headline of every mistake, both ways round, in every language: it says what was found, and leaves nothing open.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { mac, speakInTests } from "../page-modules.js";

/** @import { Keys, MacRequest, Mistake, Report } from "../../api/types/mac.d.ts" */

const { headlineOf, pageOf } = await import("../../netvisor/check/headline.ts");
const { examples } = await import("../../netvisor/examples.ts");
const { Headlines } = await import("../../requests/headlines.ts");
const { duration } = await import("../../words/language.ts");
const { row } = await import("../../words/go.ts");

const languages = ["en", "fi", "sv", "nl"];
/** @param {string} name @returns {Record<string, string>} */
const catalogue = (name) => JSON.parse(readFileSync(new URL(`../../locales/${name}.json`, import.meta.url), "utf8"));

/** What a headline must not say: it knows which way round it is. */
const open = /or the reverse|in one place|only in the header|in the header or|or logged|or one fewer|or sent|päinvastoin|eller tvärtom|of andersom|[{}]|undefined/;

const [{ request, keys }, { request: rich }] = examples;
const zeros = { ...keys, customer: `000${keys.customer.slice(3)}` };

/** Requests whose MAC was made otherwise than the table's own examples have it. @type {[string, MacRequest, MacRequest, Keys, Keys?][]} what was sent, what was signed, the keys here, those that signed */
const others = [
  ["timestamp-offset.finnish", rich, { ...rich, timestamp: "2026-07-14 20:05:09.318" }, keys],
  ["timestamp-offset.utc", { ...rich, timestamp: "2026-07-14 20:05:09.318" }, rich, keys],
  ["timestamp-offset.earlier", rich, { ...rich, timestamp: "2026-07-14 16:05:09.318" }, keys],
  ["timestamp-unix-offset.earlier", rich, { ...rich, timestampUnix: "1784048708" }, keys],
  ["timestamp-unix-offset.later", rich, { ...rich, timestampUnix: "1784048711" }, keys],
  ["typo.more", rich, rich, { ...keys, customer: `${keys.customer}0` }, keys],
  ["typo.fewer", rich, rich, { ...keys, partner: keys.partner.slice(1) }, keys],
  ["typo.swapped", rich, rich, { ...keys, customer: keys.customer[1] + keys.customer[0] + keys.customer.slice(2) }, keys],
  ["typo.other", rich, rich, { ...keys, customer: `x${keys.customer.slice(1)}` }, keys],
  ["leading-zeros.key-sent", rich, rich, zeros, { ...keys, customer: zeros.customer.slice(2) }],
  ["leading-zeros.key-signed", rich, rich, { ...keys, customer: zeros.customer.slice(2) }, zeros],
  ["clock-read-twice.later", rich, { ...rich, timestamp: "2026-07-14 17:05:10.100", timestampUnix: "1784048710" }, keys],
  ["clock-read-twice.earlier", rich, { ...rich, timestamp: "2026-07-14 17:05:08.100", timestampUnix: "1784048708" }, keys],
  ...["", " ", "\n"].flatMap((end) => /** @type {[string, MacRequest, MacRequest, Keys, Keys][]} */ ([
    [end === "" ? "leading-space.key-sent" : end === " " ? "trailing-space.key-sent" : "newline.key-sent", rich, rich, { ...keys, customer: end ? keys.customer + end : ` ${keys.customer}` }, keys],
    [end === "" ? "leading-space.key-signed" : end === " " ? "trailing-space.key-signed" : "newline.key-signed", rich, rich, keys, { ...keys, customer: end ? keys.customer + end : ` ${keys.customer}` }],
  ])),
];

/** What the parts of a string to sign are as a request. @param {Report} report @param {MacRequest} sent */
const sentAsSigned = ({ signed }, sent) => ({ ...sent, ...Object.fromEntries((signed?.parts ?? []).filter(({ field }) => field && !field.endsWith("Key")).map(({ field, value }) => [field, value])) });

/** By the ids of what was found. @type {Map<string, Mistake>} */
const found = new Map();

/** @param {MacRequest} sent @param {Keys} here @param {Partial<import("../../api/types/mac.d.ts").DiagnoseOptions>} [options] */
function find(sent, here, options = {}) {
  const report = mac.diagnose(sent, here, { depth: 1, ...options });
  for (const mistake of report.causes.flat()) found.set(mistake.found?.id ?? mistake.id, mistake);
  return report;
}

for (const { id } of mac.mistakes) {
  for (const example of examples) {
    const others = id === "value-of-another-request" ? [{ ...rich, transactionId: "another" }] : undefined;
    let made = "";
    try { made = mac.mistaken(id, example.request, example.keys, others).mac ?? ""; } catch { continue; } // it changes nothing of this one
    const report = find({ ...example.request, mac: made }, example.keys, { first: [id], others, onProgress: () => false });
    const turned = sentAsSigned(report, example.request);
    if (report.signed && turned.sender !== undefined) find({ ...turned, mac: report.want }, example.keys, { first: [id], onProgress: () => false });
    if (report.causes.length) break;
  }
}

for (const [want, sent, signed, here, there = here] of others) {
  test(`${want} is found`, () => {
    const report = find({ ...sent, mac: mac.sum(signed, there) }, here, want.startsWith("clock") ? { first: ["clock-read-twice"] } : {});
    assert.equal(report.causes[0]?.[0]?.found?.id, want);
  });
}

test("every sentence is reached, and every mistake that was found has one or its title", () => {
  const reached = [...found.values()].flatMap(({ found }) => (found ? [found.id] : []));
  const sentences = Object.keys(catalogue("en")).filter((key) => key.startsWith("found.")).map((key) => key.slice("found.".length));
  assert.deepEqual(sentences.filter((id) => !reached.includes(id)), []);
  assert.deepEqual(reached.filter((id) => !sentences.includes(id)), []);
});

test("a length of time is told without what is zero, in the words of the language", async () => {
  const told = [1, 1500, 5_400_000, 90_061_001].map(duration);
  assert.deepEqual(told, ["1 ms", "1 sec 500 ms", "1 hr 30 min", "1 day 1 hr 1 min 1 sec 1 ms"]);
});

test("every mistake that was found has its page in the reference", () => {
  for (const mistake of found.values()) {
    const [page, anchor] = pageOf(mistake).split("#");
    const html = readFileSync(new URL(`../../../dist/reference/en/${page}`, import.meta.url), "utf8");
    if (anchor) assert.ok(html.includes(`id="${anchor}"`), `${mistake.id}: ${page}`);
  }
});

for (const language of languages) {
  test(`no headline leaves open what was found: ${language}`, async () => {
    await speakInTests(language);
    assert.ok(found.size > 130, String(found.size));
    for (const mistake of found.values()) {
      const headline = headlineOf(row(mistake));
      assert.doesNotMatch(headline, open, mistake.id);
      assert.ok(!headline.includes(keys.customer) && !headline.includes(keys.partner), mistake.id);
      if (language !== "en") assert.notEqual(headline, mistake.title, mistake.id);
    }
  });
}

for (const language of languages) {
  test(`a table's headlines leave the values of a request out, and nothing else: ${language}`, async () => {
    await speakInTests(language);
    const headlines = new Headlines((mistake) => ({ headline: headlineOf(row(mistake)), fix: "", where: "" }));
    for (const mistake of found.values()) {
      const others = Object.fromEntries(Object.entries(mistake.found?.args ?? {}).map(([name, value]) => [name, name.startsWith("field") ? value : "…"]));
      const short = headlines.short([mistake]), common = headlines.common({ mistakes: [{ ...mistake, ...(mistake.found ? { found: { ...mistake.found, args: others } } : {}) }], example: [mistake] });
      assert.doesNotMatch(short, /…|\(\)|  | ,| \.(?!\d)|undefined|NaN/, mistake.id);
      assert.doesNotMatch(common, /…|\(\)|  | ,| \.(?!\d)|undefined|NaN/, mistake.id);
      if (mistake.found?.id === "timestamp-iso" && language === "en") assert.match(common, /2023-05-04T.* \(for example\)$/);
      if (mistake.found?.id === "timestamp-offset.finnish") assert.doesNotMatch(short, /\d/);
    }
  });
}

// Where and when a cause happens among many requests, what of it is told, and which rows that filters; without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { batchesOf } from "../../requests/batch.ts";
import { Rows } from "../../requests/rows.ts";
import { outcome, Progress, timeLeft } from "../../requests/progress.ts";
import { whenOf, whereOf } from "../../requests/where.ts";
import { partsOf } from "../../requests/where-words.ts";
import { span, speak } from "../../requests/words.ts";

/** @import { Mistake } from "../../api/types/mac.d.ts" */
/** @import { Row, RowVerdict } from "../../requests/row.ts" */

speak(() => undefined, "en-GB");

const start = Date.UTC(2026, 6, 14, 6);

/** A mistake as it was found. @param {string} id @param {Record<string, string>} [args] @returns {Mistake} */
const mistake = (id, args) => ({ id, title: id, fix: "", said: { title: { id: "" }, fix: { id: "" } }, ...(args ? { found: { id, args } } : {}) });

/** Says a headline's values in brackets, as those of the page do. @type {import("../../requests/headlines.ts").Tell} */
const tell = ({ title, found }) => ({ headline: found ? `${title} (${found.args.signed})` : title, fix: "", where: "" });

/**
 * @typedef {{ verdict?: RowVerdict, cause?: Mistake[], resource?: string, company?: string, customer?: string, keys?: Row["keys"], at?: number }} Spec
 * @param {Spec[]} specs a row for each second
 */
function rowsOf(specs) {
  const rows = new Rows(tell);
  const made = specs.map(({ verdict, cause, resource = "a.nv", company = "1", customer = "C", keys, at }, i) => /** @type {Row} */ ({
    request: { url: `https://isvapi.netvisor.fi/${resource}?keyword=${i}`, organisationId: company, sender: "S", customerId: customer, partnerId: "P" },
    at: at ?? start + i * 1000, answer: "", verdict: verdict ?? (cause ? "wrong" : "right"), ...(keys ? { keys } : {}),
  }));
  for (const batch of [made.slice(0, 3), made.slice(3)].flatMap(batchesOf)) rows.add(batch);
  specs.forEach(({ cause }, i) => { if (cause) rows.explain(i, cause); });
  return rows;
}

/** What is told of the most frequent cause. @param {Rows} rows */
function told(rows) {
  const [cause] = rows.causes.all();
  return partsOf(cause.count, rows.length, whereOf(cause, rows), whenOf([cause], rows)[0], rows.tally.times).map(({ name = "", text }) => `${name}${name && text && " "}${text}`);
}

const swapped = [mistake("keys-swapped")];
/** @param {number} n @param {Spec} [spec] */
const times = (n, spec = {}) => Array.from({ length: n }, () => spec);

test("a place is told where there is more than one: values with how many of theirs, and all together", () => {
  const specs = [...times(4), { cause: swapped, resource: "b.nv" }, { cause: swapped, resource: "b.nv", company: "2" }, { resource: "b.nv" }, { resource: "c.nv", company: "2" }];
  assert.deepEqual(told(rowsOf(specs)).slice(0, 4), ["2 of 8", "1 of 3 resources:", "b.nv (2 of its 3)", "2 of 2 companies"]);
});

test("all of three are told as all, and of many values the most frequent", () => {
  const all = ["a.nv", "b.nv", "c.nv"].map((resource) => ({ cause: swapped, resource }));
  assert.deepEqual(told(rowsOf([...all, ...times(2)]))[1], "all resources");
  const many = ["1", "2", "3", "3", "4", "4", "5", "5"].map((company) => ({ cause: swapped, company }));
  assert.deepEqual(told(rowsOf([...many, { company: "6" }])).slice(1, 6), ["5 of 6 companies:", "3 (2 of its 2)", "4 (2 of its 2)", "5 (2 of its 2)", "…"]);
});

test("an address without a resource counts without its query", () => {
  assert.deepEqual(told(rowsOf([{ cause: swapped, resource: "a" }, { cause: swapped, resource: "a" }, {}]))[2], "https://isvapi.netvisor.fi/a (2 of its 2)");
});

test("all are said to be checked only where all have keys", () => {
  assert.deepEqual([outcome(9, 0, false), outcome(9, 9, false), outcome(9, 2, false), outcome(9, 0, true)],
    ["All requests are checked.", "All requests are read. Enter the keys to check them.", "All requests are read. 2 have no keys yet: enter them to check these, too.", "Stopped. 9 requests were read."]);
});

test("a value that is missing is told as such", () => {
  assert.deepEqual(told(rowsOf([{ cause: swapped, company: "" }, {}])).slice(1, 3), ["1 of 2 companies:", "– (1 of its 1)"]);
});

test("since when, where it was never before; until when likewise; a gap that chance explains is not told", () => {
  const with3 = times(3, { cause: swapped });
  assert.deepEqual(told(rowsOf([...times(20), ...with3])).slice(1), ["since 06:00:20 UTC", "never in the 20 requests before"]);
  assert.deepEqual(told(rowsOf([...with3, ...times(20)])).slice(1), ["until 06:00:02 UTC", "never in the 20 requests after"]);
  assert.deepEqual(told(rowsOf([...times(4), ...with3, ...times(4)])).slice(1), ["the whole time"]);
  assert.deepEqual(told(rowsOf([...times(4), { cause: swapped }, ...times(4)])).slice(1), ["at 06:00:04 UTC"]);
  assert.deepEqual(told(rowsOf([{ at: start - 86_400_000 }, ...times(20), ...with3])).slice(1), ["since 14 Jul 2026, 06:00:21 UTC", "never in the 21 requests before"]);
});

test("what was not checked, has no known cause or the same mistake besides another is not counted as without it", () => {
  const url = mistake("url-http"), rows = rowsOf([...times(20, { verdict: "keyless" }), ...times(20, { cause: [] }), ...times(20, { cause: [url, ...swapped] }),
    ...times(7, { cause: [url] }), ...times(30, { cause: swapped })]);
  const cause = rows.causes.all().find(({ group }) => group === "keys-swapped");
  assert.ok(cause);
  assert.equal(whenOf([cause], rows)[0]?.before, 7);
});

test("a cause of which one request has no moment is told without time", () => {
  assert.deepEqual(told(rowsOf([...times(20), { cause: swapped }, { cause: swapped, at: NaN }])), ["2 of 22"]);
});

test("keys are right where a request of each pair of ids is right with them, and those of rows say nothing of others", () => {
  /** @param {Spec[]} specs */
  const right = (...specs) => whereOf(rowsOf(specs).causes.all()[0], rowsOf(specs)).right.length;
  assert.equal(right({}, { cause: swapped }), 1);
  assert.equal(right({ customer: "D" }, { cause: swapped }), 0);
  assert.equal(right({}, { customer: "D" }, { cause: swapped }, { cause: swapped, customer: "D" }), 2);
  assert.equal(right({}, { cause: swapped }, { cause: swapped, customer: "D" }), 0);
  const keys = { customer: "a", partner: "b" };
  assert.equal(right({ keys }, { cause: swapped, keys }), 0);
});

test("causes with other values are one, told with what all have alike; another distance of a zone is another", () => {
  const rows = rowsOf(["11", "12"].map((signed) => ({ cause: [mistake("timestamp-offset", { signed, sent: "9", distance: "7200000" })] })));
  rows.explain(0, [mistake("timestamp-offset", { signed: "13", sent: "9", distance: "3600000" })]);
  assert.deepEqual(rows.causes.all().map(({ mistakes, count }) => [mistakes[0].found?.args, count]), [[{ signed: "…", sent: "9", distance: "7200000" }, 2], [{ signed: "13", sent: "9", distance: "3600000" }, 1]]);
  const { headlines, causes } = rows;
  assert.deepEqual(causes.all().map((cause) => headlines.common(cause)), ["timestamp-offset", "timestamp-offset (13)"]);
  assert.deepEqual([headlines.short(causes.mistakesOf(1) ?? []), headlines.whole(causes.mistakesOf(1) ?? [])], ["timestamp-offset", "timestamp-offset (12)"]);
});

test("rows are filtered by cause and by the values of places, together", async () => {
  const rows = rowsOf([{ cause: swapped }, { cause: swapped, company: "2" }, { company: "2" }, { cause: [] }]);
  const company = whereOf(rows.causes.all()[0], rows).places[0].values.find(({ name }) => name === "2")?.number;
  /** @param {Partial<import("../../requests/filters.ts").Filter>} filter */
  const matching = async (filter) => [...await rows.matching({ text: "", verdict: "", group: "", where: {}, ...filter }, () => false) ?? []];
  assert.deepEqual(await matching({ group: "keys-swapped" }), [1, 1, 0, 0]);
  assert.deepEqual(await matching({ where: { company } }), [0, 1, 1, 0]);
  assert.deepEqual(await matching({ group: "keys-swapped", where: { company } }), [0, 1, 0, 0]);
  assert.deepEqual(await matching({ group: "unknown" }), [0, 0, 0, 1]);
});

test("the time left follows from what was done, once that says something", () => {
  assert.equal(timeLeft(0.5, 500), undefined);
  assert.equal(timeLeft(0.01, 5000), undefined);
  assert.equal(timeLeft(0.25, 5000), 15_000);
  assert.deepEqual([1, 1001, 89_000, 90_000, 600_000].map(span), ["1 second", "2 seconds", "89 seconds", "2 minutes", "10 minutes"]);
  const progress = new Progress();
  assert.deepEqual([progress.told("a", 0.5, "x", 1000), progress.told("a", 0.5, "x", 5000), progress.told("a", 1, "x", 6000), progress.told("b", 0.5, "x", 7000)],
    ["x", "x, about 4 seconds left", "x", "x"]);
});

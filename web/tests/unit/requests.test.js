// The parts of the table of many requests that need no page.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { cell, line } from "../../requests/csv.ts";
import { verdicts as verdictOf } from "../../requests/batch.ts";
import { Checking } from "../../requests/checking.ts";
import { Histogram } from "../../requests/histogram.ts";
import { Intake } from "../../requests/intake.ts";
import { bytesOf, formOf, rangeOf, rangesOf } from "../../requests/ranges.ts";
import { Reading } from "../../requests/reading.ts";
import { load, officialExample, wasm } from "../binding.js";
import { makeHAR } from "../make-har.js";

/** @import { Batch } from "../../requests/batch.ts" */
/** @import { Form, Range } from "../../requests/ranges.ts" */
/** @import { Keyring, Row } from "../../requests/row.ts" */

const mac = await load(wasm);
const folder = mkdtempSync(join(tmpdir(), "requests-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

/** The texts of all ranges, each read by itself. @param {string} content @param {number} size */
async function textsOf(content, size) {
  const file = new Blob([content]), form = await formOf(file);
  const ranges = await Promise.all(Array.from({ length: rangesOf(file, form, size) }, (_, i) => rangeOf(file, form, i, size)));
  return Promise.all(ranges.map(async (range) => Buffer.from(await bytesOf(range, "text")).toString()));
}

/** All rows of a file, taken in by two workers, and how often they were torn. @param {string | Buffer} content @param {Keyring} ring @param {number} [size] */
async function intake(content, ring, size) {
  const reading = new Reading(mac);
  let torn = 0;
  const calls = {
    read: async (/** @type {Blob} */ file, /** @type {Form} */ form, /** @type {number} */ index, /** @type {number} */ size, /** @type {Keyring} */ _, /** @type {(batches: Batch[]) => void} */ report) => {
      const range = await rangeOf(file, form, index, size);
      return { range, batches: await reading.read(range, form, ring, report) };
    },
    readTorn: async (/** @type {Range} */ range, /** @type {Form} */ form) => {
      torn++;
      return reading.readTorn(range, form, ring);
    },
  };
  const worker = /** @type {any} */ ({ ask: calls });
  /** @type {Row[]} */
  const rows = [];
  const take = (/** @type {Batch[]} */ batches) => batches.forEach(({ rows: lines, verdicts, moments }) =>
    rows.push(...Buffer.from(lines).toString().trim().split("\n").map((line, i) => ({ ...JSON.parse(line), verdict: verdictOf[verdicts[i]], at: moments[i] }))));
  await new Intake([worker, worker], ring, { stopped: () => false, take }, size).read(new Blob([new Uint8Array(Buffer.from(content))]));
  return { rows, torn };
}

/** @param {Row[]} rows */
const senders = (rows) => rows.map(({ request }) => request.sender);

/** An entry of a HAR file. @param {number} n @param {object} [more] @param {object} [before] */
const entry = (n, more = {}, before = {}) => ({
  ...before, startedDateTime: "2026-07-14T06:00:00Z", request: { method: "GET", url: "https://isvapi.netvisor.fi/a.nv", headers: [{ name: "X-Netvisor-Authentication-Sender", value: `sender ${n}` }] },
  response: { status: 200, content: { text: '},{"startedDateTime":"x"}],"entries":[{"request":' } }, ...more,
});

/** HAR files: what is odd in them, and whether a range is torn for it. @type {[string, object[], object, boolean][]} */
const hars = [
  ["strings like the file itself, and what stands after the entries", Array.from({ length: 40 }, (_, n) => entry(n, { _x: "ö😀\\" })), { comment: { entries: [1] } }, false],
  ["objects within an entry that begin as entries do", Array.from({ length: 40 }, (_, n) => entry(n, { _events: Array.from({ length: 9 }, (_, i) => ({ time: i, what: "x" })) })), {}, true],
  ["entries of many lengths and beginnings", Array.from({ length: 40 }, (_, n) => entry(n, { _x: "x".repeat(n * n) }, n % 3 ? { _connectionId: n } : {})), {}, false],
];

for (const [what, entries, after, tears] of hars) {
  test(`a HAR file is cut between its entries: ${what}`, async () => {
    const all = entries.map((_, n) => `sender ${n}`);
    for (const spaces of [0, 2]) {
      for (const size of [100, 999, 5000, 1 << 20]) {
        const { rows, torn } = await intake(JSON.stringify({ log: { version: "1.2", creator: { entries: [{ a: "entries" }] }, pages: [], entries, ...after } }, null, spaces), {}, size);
        assert.deepEqual(senders(rows), all, `${size} bytes, ${spaces} spaces`);
        if (size === 999 || !tears) assert.equal(torn > 0, tears, `torn ${torn} times at ${size} bytes`);
      }
    }
  });
}

test("of a HAR file that cannot be cut, what stands before is taken, and the rest is refused", async () => {
  /** @type {number[]} */
  const taken = [];
  const size = 40_000_000;
  const worker = /** @type {any} */ ({ ask: { read: async (/** @type {Blob} */ file, /** @type {Form} */ _, /** @type {number} */ index) =>
    ({ range: { file, from: index * size, to: (index + 1) * size }, batches: index ? null : [] }) } });
  const file = new Blob(['{"log":{"entries":[']);
  const intake = new Intake([worker], {}, { stopped: () => false, take: (_, to) => taken.push(to) }, file.size / 3);
  await assert.rejects(intake.read(file), new RangeError("torn"));
  assert.deepEqual(taken, [size]);
});

test("of a HAR file that is cut off, what is whole is read", async () => {
  const content = JSON.stringify({ log: { entries: Array.from({ length: 40 }, (_, n) => entry(n)) } });
  const { rows } = await intake(content.slice(0, content.length - 300), {}, 3000);
  assert.deepEqual(senders(rows).slice(0, 39), Array.from({ length: 39 }, (_, n) => `sender ${n}`));
});

test("a log is cut where a line begins a request, and nothing is lost", async () => {
  const content = Array.from({ length: 50 }, (_, i) => `POST /x${i} HTTP/1.1\nHost: a\nX: ${"ö".repeat(i)}\n\n`).join("");
  for (const size of [13, 300, 5000, 1 << 20]) {
    const found = (await textsOf(content, size)).filter(Boolean);
    assert.equal(found.join(""), content, `${size} bytes`);
    for (const text of found) assert.match(text, /^(POST|\n)/);
  }
});

test("a log without such lines is cut at others, and nothing is lost", async () => {
  const content = `2026-07-14 nothing ö\n`.repeat(200_000);
  const found = (await textsOf(content, 1 << 20)).filter(Boolean);
  assert.equal(found.join(""), content);
  assert.ok(found.length > 3 && found.every((text) => text.endsWith("\n")));
});

test("lines of JSON are lines, and other JSON is one range", async () => {
  assert.equal((await textsOf('{"a":1}\n{"a":2}\n'.repeat(100), 200)).length > 1, true);
  assert.equal((await textsOf('{\n"item": [\n' + "1,\n".repeat(500) + "2]}", 200)).length, 1);
});

test("rows have verdicts, answers, and the causes of what is wrong", async () => {
  const reading = new Reading(mac);
  const { rows } = await intake(makeHAR({ count: 60, wrong: 6 }), { "": officialExample.keys }, 5000);
  assert.equal(rows.length, 60);
  assert.deepEqual(rows.map(({ verdict }) => verdict), Array.from({ length: 60 }, (_, n) => (n % 6 ? "right" : "wrong")));
  assert.deepEqual([rows[0].answer, rows[1].answer, rows[1].at], ["AUTHENTICATION_FAILED", "OK", Date.UTC(2026, 6, 14, 6) + 250]);
  assert.deepEqual(reading.causes([rows[6]], { "": officialExample.keys }, [[]])[0].map(({ id }) => id), ["timestamp-offset"]);
  assert.deepEqual(reading.causes([rows[6]], {}, [[]]), [[]]);
  const stale = { ...rows[1], request: { ...rows[1].request, mac: mac.sum({ ...rows[1].request, transactionId: rows[2].request.transactionId }, officialExample.keys) } };
  assert.deepEqual(reading.causes([stale], { "": officialExample.keys }, [[rows[2].request]])[0].map(({ id }) => id), ["value-of-another-request"]);
});

test("keys of another customer, none, and a MAC that is missing are told apart", async () => {
  const file = makeHAR({ count: 2 });
  const verdicts = async (/** @type {Keyring} */ ring) => (await intake(file, ring)).rows.map(({ verdict }) => verdict);
  assert.deepEqual(await verdicts({ "": { customer: "", partner: "" } }), ["keyless", "keyless"]);
  assert.deepEqual(await verdicts({ "": { customer: "a", partner: "b" } }), ["wrong", "wrong"]);
  assert.deepEqual(await verdicts({ "": { customer: "a", partner: "b" }, "AB_77_Q9\nPA_1": officialExample.keys }), ["right", "right"]);
});

test("an entry with misspelt headers is read by the reader of pastes, and others are left out", async () => {
  const entries = [["https://example.com/", "Accept"], ["https://isvapi.netvisor.fi/a.nv", "X-Netvisor-Sender"]]
    .map(([url, name]) => ({ startedDateTime: "2026-07-14T06:00:00Z", request: { method: "GET", url, headers: [{ name, value: "Työaika" }] }, response: { status: 200 } }));
  assert.deepEqual(senders((await intake(JSON.stringify({ log: { entries } }), {})).rows), ["Työaika"]);
});

test("a log of header lines is read", async () => {
  const request = (/** @type {string} */ sender) => `GET /customerlist.nv HTTP/1.1\nHost: isvapi.netvisor.fi\nX-Netvisor-Authentication-Sender: ${sender}\nX-Netvisor-Authentication-TransactionId: 1\n\n`;
  for (const size of [20, 1 << 20]) assert.deepEqual(senders((await intake(request("A") + request("B"), {}, size)).rows), ["A", "B"]);
});

test("a histogram counts the same in whatever order moments come", () => {
  const moments = Array.from({ length: 2000 }, (_, n) => 1.7e12 + ((n * 7919) % 2000) * 86_400_000 / 20);
  const bars = [moments, moments.toSorted(), moments.toReversed()].map((order) => {
    const times = new Histogram();
    for (const at of [...order, NaN]) times.add(at, at % 3 ? "right" : "wrong");
    return times.bars(10);
  });
  assert.equal(bars[0].reduce((sum, { right, wrong, other }) => sum + right + wrong + other, 0), 2000);
  for (const { right, wrong } of bars[0]) assert.ok(Math.abs(right + wrong - 200) <= 3, `${right + wrong} of about 200`);
  for (const other of bars.slice(1)) other.forEach(({ right, wrong }, i) => assert.ok(Math.abs(right + wrong - bars[0][i].right - bars[0][i].wrong) <= 3));
});

/** A cell as it is to be read: controls visible, a formula's sign behind an apostrophe. @param {string} text */
const readable = (text) => {
  const seen = text.replace(/[\0-\x1f]/g, (control) => `[U+00${control.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}]`);
  return /^[\s]*[=+\-@＝＋－＠]/.test(seen) ? `'${seen}` : seen;
};

const oddCells = ["=1+1", "+1", "-1", "@a", "\tx", "\rx", "\0=1+1", "x\t=1+1", "x\r\n=1+1", "\u00a0=1+1", "＝1+1", "'=1", 'say "ö"', '"', "a,b;c", "two\nlines", "", "Työaika", "2026-07-14"];

test("no cell is a formula, whatever separates cells, and a spreadsheet reads the rest as it is", () => {
  assert.equal(cell("=1+1"), `"'=1+1"`);
  const csv = "\ufeff" + line(oddCells);
  assert.doesNotMatch(csv.slice(1, -2), /[\0-\x1f]/);
  const read = execFileSync("python3", ["-c", "import csv, io, json, sys; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode('utf-8-sig'), newline='')))))"], { input: csv, encoding: "utf8" });
  assert.deepEqual(JSON.parse(read), [oddCells.map(readable)]);
});

for (const [separator, code] of [["comma", 44], ["semicolon", 59], ["tab", 9]]) {
  test(`LibreOffice opens the CSV, cells parted by a ${separator}, with ö intact and without a formula`, { skip: !has("soffice") && (process.env.CI ? false : "LibreOffice is not installed (Debian: libreoffice-calc)") }, () => {
    const file = join(folder, `${separator}.csv`);
    writeFileSync(file, "\ufeff" + line([...oddCells, "Työaika Öö €"]));
    execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${folder}/profile`,
      `--infilter=CSV:${code},34,76`, // quote, UTF-8: the dialog takes that from the byte-order mark, the command line must be told
      "--convert-to", "fods", "--outdir", folder, file], { stdio: "ignore" });
    const sheet = readFileSync(join(folder, `${separator}.fods`), "utf8");
    assert.match(sheet, /Työaika Öö €/u);
    assert.match(sheet, /'=1\+1|&apos;=1\+1/);
    assert.doesNotMatch(sheet, /table:formula/);
  });
}

test("keys of rows and of the form stand in no cell", async () => {
  const { forget, remember } = await import("../../text/guard.ts");
  forget();
  remember("Given By Form 1");
  const csv = line(["x Given By Form 1", "0123456789ABCDEF0123456789abcdef", "1967543-8", "given-by-form-1", "c2b1f0e0-5f0a-4f9e-9c55-0a1b2c3d4e5f"]);
  assert.equal(csv, '"x ●●●●●●●● ●●●●●●●● ●●●●●●●● ●●●●●●●●","●●●●●●●●","1967543-8","●●●●●●●●-●●●●●●●●-●●●●●●●●-●●●●●●●●","c2b1f0e0-5f0a-4f9e-9c55-0a1b2c3d4e5f"\r\n');
  forget();
});

/** @param {string} command */
function has(command) {
  try {
    execFileSync("sh", ["-c", `command -v ${command}`]);
    return true;
  } catch {
    return false;
  }
}

test("what was found with other keys does not count when the keys have changed meanwhile", async () => {
  const ring = { "": { customer: "old", partner: "" } }, rows = {
    length: 1, verdicts: ["wrong"], found: /** @type {string[]} */ ([]),
    row: () => ({}), between: () => [{}], judge() {},
    causes: { of: (/** @type {number} */ index) => rows.found[index], forget() { rows.found = []; } },
    explain(/** @type {number} */ index, /** @type {string} */ cause) { this.found[index] = cause; },
  };
  let answer = () => {};
  const slow = new Promise((/** @type {(causes: string[]) => void} */ resolve) => { answer = () => resolve(["by the old keys"]); });
  const ask = { verify: () => ["wrong"], causes: () => (ring[""].customer === "old" ? slow : ["by the new keys"]) };
  const checking = new Checking(/** @type {any} */ (rows), ring, { stopped: () => false, told() {} });
  const workers = /** @type {any[]} */ ([{ ask }]);
  const before = checking.lookInto(workers);
  ring[""].customer = "new";
  const after = checking.anew(workers);
  answer();
  assert.deepEqual([await before, await after, rows.found], [false, true, ["by the new keys"]]);
});

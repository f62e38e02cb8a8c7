// The parts of the table of many requests that need no page.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { byteOrderMark, cell, line } from "../requests/csv.js";
import { EntryCutter, LineCutter, piecesOf } from "../requests/pieces.js";
import { Reading } from "../requests/reading.js";
import { load, officialExample, wasm } from "./binding.js";
import { writeHAR } from "./make-har.js";

const mac = await load(wasm);
const folder = mkdtempSync(join(tmpdir(), "requests-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

/** @param {import("./make-har.js").Shape} shape */
function har(shape) {
  const file = join(folder, "made.har");
  writeHAR(file, shape);
  return readFileSync(file);
}

/** @param {Buffer} content @param {number} [size] */
async function piecesAsText(content, size) {
  const pieces = [];
  for await (const { bytes } of piecesOf(new Blob([new Uint8Array(content)]), size)) pieces.push(new TextDecoder().decode(bytes));
  return pieces;
}

test("a HAR file is cut between its entries, wherever its chunks end", () => {
  const nasty = { request: { url: 'a"b\\', headers: [{ name: "}],[{", value: '\\"entries":[' }] }, _x: "ö😀" };
  const content = Buffer.from(JSON.stringify({ log: { pages: [[{ a: "entries" }]], creator: { entries: [1] }, entries: Array(9).fill(nasty), comment: { x: [1] } } }, null, 1));
  for (const step of [1, 2, 7, 64, content.length]) {
    const cutter = new EntryCutter(100);
    const found = [];
    for (let at = 0; at < content.length; at += step) for (const piece of cutter.write(content.subarray(at, at + step))) found.push(piece);
    found.push(...cutter.close());
    assert.ok(found.length > 3, `${found.length} pieces`);
    assert.deepEqual(found.flatMap((piece) => JSON.parse(`[${new TextDecoder().decode(piece)}]`)), Array(9).fill(nasty), `chunks of ${step}`);
  }
});

test("a log is cut where a line begins a request, and nothing is lost", () => {
  const content = Buffer.from(Array.from({ length: 50 }, (_, i) => `POST /x${i} HTTP/1.1\nHost: a\nX: ${"ö".repeat(i)}\n\n`).join(""));
  for (const step of [1, 13, content.length]) {
    const cutter = new LineCutter(300);
    const found = [];
    for (let at = 0; at < content.length; at += step) for (const piece of cutter.write(content.subarray(at, at + step))) found.push(Buffer.from(piece));
    for (const piece of cutter.close()) found.push(Buffer.from(piece));
    assert.equal(Buffer.concat(found).toString(), content.toString());
    for (const piece of found.slice(1)) assert.match(piece.toString(), /^(POST|\n)/);
  }
});

test("lines of JSON are lines, and other JSON is one piece", async () => {
  assert.equal((await piecesAsText(Buffer.from('{"a":1}\n{"a":2}\n'.repeat(100)), 200)).length > 1, true);
  assert.equal((await piecesAsText(Buffer.from('{\n"item": [\n' + "1,\n".repeat(500) + "2]}"), 200)).length, 1);
});

test("rows have verdicts, answers, and the causes of what is wrong", async () => {
  const reading = new Reading(mac);
  const rows = [];
  for await (const piece of piecesOf(new Blob([new Uint8Array(har({ count: 60, wrong: 6 }))]), 5000)) rows.push(...reading.read(piece, { "": officialExample.keys }));
  assert.equal(rows.length, 60);
  assert.deepEqual(rows.map(({ verdict }) => verdict), Array.from({ length: 60 }, (_, n) => (n % 6 ? "right" : "wrong")));
  assert.deepEqual([rows[0].answer, rows[1].answer, rows[1].at], ["AUTHENTICATION_FAILED", "OK", Date.UTC(2026, 6, 14, 6) + 250]);
  assert.deepEqual(reading.causes([rows[6]], { "": officialExample.keys })[0].map(({ id }) => id), ["timestamp-offset"]);
  assert.deepEqual(reading.causes([rows[6]], {}), [[]]);
});

test("keys of another customer, none, and a MAC that is missing are told apart", () => {
  const reading = new Reading(mac);
  const bytes = new TextEncoder().encode(JSON.stringify(JSON.parse(har({ count: 2 }).toString()).log.entries).slice(1, -1));
  const verdicts = (/** @type {import("../requests/reading.js").Keyring} */ ring) => reading.read({ form: "har", bytes }, ring).map(({ verdict }) => verdict);
  assert.deepEqual(verdicts({ "": { customer: "", partner: "" } }), ["keyless", "keyless"]);
  assert.deepEqual(verdicts({ "": { customer: "a", partner: "b" } }), ["wrong", "wrong"]);
  assert.deepEqual(verdicts({ "": { customer: "a", partner: "b" }, "AB_77_Q9\nPA_1": officialExample.keys }), ["right", "right"]);
});

test("an entry with misspelt headers is read by the reader of pastes, and others are left out", () => {
  const reading = new Reading(mac);
  const entry = (/** @type {string} */ url, /** @type {string} */ name) => JSON.stringify({ startedDateTime: "2026-07-14T06:00:00Z", request: { method: "GET", url, headers: [{ name, value: "Työaika" }] }, response: { status: 200 } });
  const rows = reading.read({ form: "har", bytes: new TextEncoder().encode([entry("https://example.com/", "Accept"), entry("https://isvapi.netvisor.fi/a.nv", "X-Netvisor-Sender")].join()) }, {});
  assert.deepEqual(rows.map(({ request }) => request.sender), ["Työaika"]);
});

test("a log of header lines is read", () => {
  const reading = new Reading(mac);
  const text = "GET /customerlist.nv HTTP/1.1\nHost: isvapi.netvisor.fi\nX-Netvisor-Authentication-Sender: A\nX-Netvisor-Authentication-TransactionId: 1\n\n".repeat(1) +
    "GET /customerlist.nv HTTP/1.1\nHost: isvapi.netvisor.fi\nX-Netvisor-Authentication-Sender: B\nX-Netvisor-Authentication-TransactionId: 2\n\n";
  assert.deepEqual(reading.read({ form: "text", bytes: new TextEncoder().encode(text) }, {}).map(({ request }) => request.sender), ["A", "B"]);
});

test("no cell is a formula, and a spreadsheet reads the rest as it is", () => {
  const cells = ["=1+1", "+1", "-1", "@a", "\tx", "\rx", 'say "ö"', "a,b;c", "two\nlines", "", "Työaika", "2026-07-14"];
  assert.equal(cell("=1+1"), "'=1+1");
  const csv = byteOrderMark + line(cells);
  const read = execFileSync("python3", ["-c", "import csv, io, json, sys; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode('utf-8-sig'), newline='')))))"], { input: csv, encoding: "utf8" });
  assert.deepEqual(JSON.parse(read), [cells.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text))]);
});

test("LibreOffice opens the CSV with ö intact and without a formula", { skip: !has("soffice") && (process.env.CI ? false : "LibreOffice is not installed (Debian: libreoffice-calc)") }, () => {
  const file = join(folder, "rows.csv");
  writeFileSync(file, byteOrderMark + line(["=1+1", "Työaika Öö €", "-2", "@x"]));
  execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${folder}/profile`, 
    "--infilter=CSV:44,34,76", // comma, quote, UTF-8: the dialog takes that from the byte-order mark, the command line must be told
    "--convert-to", "fods", "--outdir", folder, file], { stdio: "ignore" });
  const sheet = readFileSync(join(folder, "rows.fods"), "utf8");
  assert.match(sheet, /Työaika Öö €/u);
  assert.match(sheet, /'=1\+1|&apos;=1\+1/);
  assert.doesNotMatch(sheet, /table:formula/);
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

// The lines that change from one program to another, held to what diff says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { linesOf } from "../../netvisor/code/lines.ts";
import { officialExample } from "../../netvisor/example.ts";
import { mac } from "../page-modules.js";

const folder = mkdtempSync(join(tmpdir(), "lines-"));
test.after(() => rmSync(folder, { recursive: true }));

/** How many lines diff finds to be in both. @param {string} before @param {string} after */
function commonToDiff(before, after) {
  const [a, b] = [before, after].map((text, i) => { const path = join(folder, String(i)); writeFileSync(path, text); return path; });
  return Number(execFileSync("sh", ["-c", `diff --minimal --unchanged-line-format=x --old-line-format= --new-line-format= ${a} ${b} | wc -c`], { encoding: "utf8" }));
}

/** @param {string} before @param {string} after */
function requireLines(before, after) {
  const lines = linesOf(before, after), without = (/** @type {string} */ change) => lines.filter(([is]) => is !== change).map(([, line]) => `${line}\n`).join("");
  assert.equal(without("ins"), before);
  assert.equal(without("del"), after);
  assert.equal(lines.filter(([change]) => !change).length, commonToDiff(before, after));
}

test("the lines of every program, from SHA256 to HMACSHA256", () => {
  for (const { id } of mac.snippetLanguages) {
    const [before, after] = ["SHA256", "HMACSHA256"].map((algorithm) => mac.snippet(id, { ...officialExample.request, algorithm }));
    if (before.endsWith("\n") && after.endsWith("\n")) requireLines(before, after);
  }
});

test("lines in any order, and none", () => {
  for (const [before, after] of [["", "a\n"], ["a\n", ""], ["a\nb\nc\n", "c\nb\na\n"], ["x\na\nx\nb\n", "a\nx\nx\n"]]) {
    if (before && after) requireLines(before, after);
  }
  assert.deepEqual(linesOf("a\nb", "a\nc\nb"), [["", "a"], ["ins", "c"], ["", "b"]]);
});

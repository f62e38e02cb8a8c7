// The rules of the page's scripts refuse what they are there for: each fault is planted in a copy, and eslint names it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "lint-"));

/** What is planted, by the files that it takes, and the rule that refuses it in the first of them. @type {Record<string, [rule: string | undefined, files: Record<string, string>]>} */
const planted = {
  "an import upward": ["import-x/no-restricted-paths", { "dom/upward.ts": `import { t } from "../words/page-words.ts";\nexport const text = () => t("anew");\n` }],
  "an import of a type upward": ["import-x/no-restricted-paths", { "site/upward.ts": `import type { Key } from "../words/page-words.ts";\nexport const key: Key = "anew";\n` }],
  "one tool's import from another": ["import-x/no-restricted-paths", { "multivers/sideways.ts": `import { cell } from "../requests/csv.ts";\nexport const name = () => cell("");\n` }],
  "a cycle": ["import-x/no-cycle", {
    "text/here.ts": `import { there } from "./there.ts";\nexport const here = (): number => there() + 1;\n`,
    "text/there.ts": `import { here } from "./here.ts";\nexport const there = (): number => here() - 1;\n`,
  }],
  "a promise that nobody waits for": ["@typescript-eslint/no-floating-promises", { "dom/alone.ts": `export function ask() {\n  fetch("/");\n}\n` }],
  "a listener whose promise nobody sees": ["@typescript-eslint/no-misused-promises", { "dom/misused.ts": `export function listen() {\n  addEventListener("click", async () => { await fetch("/"); });\n}\n` }],
  "nothing": [undefined, { "dom/right.ts": `import { byId } from "./elements.ts";\nexport const main = () => byId("main");\n` }],
};

/** The rules that each file breaks. @type {Map<string, string[]>} */
const broken = new Map();

before(() => {
  for (const name of readdirSync(web).filter((name) => !["bundle", "tests", "lint", "locales"].includes(name))) cpSync(join(web, name), join(copy, name), { recursive: true });
  for (const name of ["lint", "locales"]) symlinkSync(join(web, name), join(copy, name));
  const files = Object.entries(Object.assign({}, ...Object.values(planted).map(([, files]) => files)));
  for (const [name, text] of files) writeFileSync(join(copy, name), text);
  const { stdout, stderr } = spawnSync(join(web, "lint/node_modules/.bin/eslint"), ["--config", "lint/eslint.config.js", "--format", "json", ...files.map(([name]) => name)], { cwd: copy, encoding: "utf8" });
  assert.ok(stdout, stderr);
  /** @type {{ filePath: string, messages: { ruleId: string }[] }[]} */
  const results = JSON.parse(stdout);
  for (const { filePath, messages } of results) broken.set(basename(filePath), messages.map(({ ruleId }) => ruleId));
});
after(() => rmSync(copy, { recursive: true }));

for (const [what, [rule, files]] of Object.entries(planted)) {
  test(`eslint refuses ${what}`, () => {
    const [first] = Object.keys(files);
    assert.deepEqual(broken.get(basename(first)), rule ? [rule] : []);
  });
}

// The element in TSX, with the types of each library: what it takes is taken, what it does not is refused.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "../../lint/node_modules/typescript/lib/typescript.js";
import { presetNames } from "../../shell/presets.ts";

const declarations = fileURLToPath(new URL("../../embed/element.d.ts", import.meta.url));

/**
 * What TypeScript says of the declarations and of a file that uses them.
 * @param {string} use
 * @param {string} [library] whose types are there
 */
function complaints(use, library) {
  const file = library ? fileURLToPath(new URL("use.tsx", import.meta.url)) : "/absent/use.ts";
  /** @type {ts.CompilerOptions} */
  const options = { strict: true, noEmit: true, jsx: ts.JsxEmit.ReactJSX, jsxImportSource: library, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options), copy = file.replace(/use\.tsx?$/, "element.d.ts");
  const { getSourceFile, fileExists, readFile } = host;
  const own = new Map([[file, use], [copy, readFileSync(declarations, "utf8")]]);
  host.getSourceFile = (name, ...rest) => (own.has(name) ? ts.createSourceFile(name, own.get(name) ?? "", rest[0]) : getSourceFile.call(host, name, ...rest));
  host.directoryExists = undefined; // one of them is made up
  host.fileExists = (name) => own.has(name) || fileExists.call(host, name);
  host.readFile = (name) => own.get(name) ?? readFile.call(host, name);
  const program = ts.createProgram([file], options, host);
  return [file, copy].flatMap((name) => [...program.getSyntacticDiagnostics(program.getSourceFile(name)), ...program.getSemanticDiagnostics(program.getSourceFile(name))]).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** A file with the element once for each. @param {...string} attributes */
const tsx = (...attributes) => `import "./element";\n${attributes.map((each, i) => `export const use${i} = () => <netvisor-mac ${each}><a href="/">fallback</a></netvisor-mac>;\n`).join("")}`;

for (const library of ["react", "preact", "solid-js"]) {
  test(`${library}: what the element takes, and what it does not`, () => {
    assert.deepEqual(complaints(tsx(`mode="check" lang="fi" theme="dark" accent="#2e8555" height={640} address="https://isvapi.netvisor.fi/accounting.nv" sender="Työaika Oy" example no-keys="" src="/embed.html" title="MAC" id="mac"`), library), []);
    const wrong = [`mode="both"`, `lang="de"`, `customerKey="x"`, `height={true}`];
    assert.equal(complaints(tsx(...wrong), library).length, wrong.length);
  });
}

test("the example of the guide", () => {
  const [, example] = /^```tsx\n(.*?)^```$/ms.exec(readFileSync(new URL("../../embed/embedding.md", import.meta.url), "utf8")) ?? [];
  assert.deepEqual(complaints(example, "react"), []);
});

test("a project without any of them is not told of what it does not have", () => {
  const use = `import type { NetvisorMacVerdict } from "./element";\naddEventListener("netvisor-mac", ({ detail }) => { const verdict: NetvisorMacVerdict = detail; console.log(verdict.mistakes); });\n`;
  assert.deepEqual(complaints(use), []);
});

test("every attribute of the element is declared", () => {
  const [, attributes] = /interface NetvisorMacAttributes \{(.*?)^\}/ms.exec(readFileSync(declarations, "utf8")) ?? [];
  assert.deepEqual([...attributes.matchAll(/^ {2}"?([\w-]+)"?\?:/gm)].map(([, name]) => name).sort(), [...presetNames, "src", "title"].sort());
});

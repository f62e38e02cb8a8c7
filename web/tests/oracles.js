// Readers of XML that others wrote, as the programs of package multivers' tests: each judges documents, a line in base64.

import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @param {string} name */
const file = (name) => fileURLToPath(new URL(`../../multivers/testdata/oracles/${name}`, import.meta.url));

/** @param {string} program @param {string[]} args @param {Uint8Array[]} documents @returns {string[]} "yes", or "no" and why */
function ask(program, args, documents) {
  const input = documents.map((document) => `${Buffer.from(document).toString("base64")}\n`).join("");
  const answers = execFileSync(program, args, { input, encoding: "utf8", maxBuffer: 1 << 28 }).split("\n").slice(0, -1);
  if (answers.length !== documents.length) throw new Error(`${program} answers ${answers.length} of ${documents.length}`);
  return answers;
}

/** @param {Uint8Array[]} documents */
export const expat = (documents) => ask("python3", [file("expat.py")], documents);

/** .NET's, by Mono. @param {Uint8Array[]} documents */
export function xmlTextReader(documents) {
  const built = join(mkdtempSync(join(tmpdir(), "oracle-")), "reader.exe");
  execFileSync("mcs", ["-nologo", "-r:System.Xml", `-out:${built}`, file("reader.cs")]);
  return ask("mono", [built], documents);
}

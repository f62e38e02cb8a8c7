// What the README says: its links, its sizes, and every command and program in it, run as it stands.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { dist } from "../browser.js";
import { officialExample, officialMAC } from "../binding.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "readme-"));
after(() => rmSync(folder, { recursive: true }));

/** The blocks of code of a chapter. @param {string} chapter @param {string} language */
function blocks(chapter, language) {
  const [, text = ""] = new RegExp(`^## ${chapter}\n(.*?)(?=^## |$(?![^]))`, "ms").exec(readme) ?? [];
  const found = [...text.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(([, code]) => code);
  assert.ok(found.length > 0, `${chapter} has no ${language}`);
  return found;
}

/** @param {string} command @param {Record<string, string>} [env] @param {string} [cwd] */
const shell = (command, env = {}, cwd = folder) => execFileSync("sh", ["-ec", command], { cwd, encoding: "utf8", env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });

test("every link of the documents leads to something that is there", () => {
  const heading = (/** @type {string} */ text) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-"));
  let links = 0;
  for (const name of ["README.md", "SECURITY.md", "CHANGELOG.md", "multivers/README.md", "web/hosting.md", "web/embed/embedding.md", "web/command/README.md"]) {
    const text = readFileSync(join(root, name), "utf8").replace(/```.*?```/gs, "");
    for (const [, inText, inMarkup] of text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)) {
      const address = inText ?? inMarkup;
      if (/^https?:/.test(address)) continue;
      const [path, fragment] = address.split("#"), target = path ? join(root, dirname(name), path) : join(root, name);
      assert.ok(existsSync(target), `${name}: ${address}`);
      if (fragment) assert.ok(heading(readFileSync(target, "utf8")).includes(fragment), `${name}: ${address}`);
      links++;
    }
  }
  assert.ok(links > 20, String(links));
});

test("sizes are what they are said to be", () => {
  for (const [document, file] of [["README.md", "netvisor-mac.html"], ["multivers/README.md", "multivers-on-premise.html"]]) {
    const said = Number(new RegExp(`\`${file.replace(".", "\\.")}\`[^]*?, ([\\d.]+) MB`).exec(readFileSync(join(root, document), "utf8"))?.[1]);
    const is = statSync(join(dist, file)).size / 1e6;
    assert.ok(Math.abs(said - is) < 0.1, `${file} has ${is.toFixed(2)} MB, not ${said}`);
  }
});

test("the package, its command and the program, as they are typed", () => {
  const [{ filename }] = JSON.parse(shell(`npm pack '${dist}' --json --offline`));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const message = Object.entries({ Sender: "sender", CustomerId: "customerId", PartnerId: "partnerId", TimestampUnix: "timestampUnix", Timestamp: "timestamp", TransactionId: "transactionId", MACHashCalculationAlgorithm: "algorithm" })
    .map(([name, field]) => ({ name: `X-Netvisor-Authentication-${name}`, value: /** @type {Record<string, string>} */ (officialExample.request)[field] }))
    .concat({ name: "X-Netvisor-Interface-Language", value: "FI" }, { name: "X-Netvisor-Organisation-ID", value: "1967543-8" }, { name: "X-Netvisor-Authentication-MAC", value: officialMAC });
  const { url } = officialExample.request;
  writeFileSync(join(folder, "request.txt"), `GET ${url}\n${message.map(({ name, value }) => `${name}: ${value}`).join("\n")}\n`);
  writeFileSync(join(folder, "network.har"), JSON.stringify({ log: { version: "1.2", creator: { name: "", version: "" }, entries: [{ startedDateTime: "2023-05-04T12:00:00Z", request: { method: "GET", url, headers: message }, response: { status: 200, content: {} } }] } }));
  const [commands] = blocks("On the command line", "sh");
  const lines = commands.trim().split("\n");
  assert.equal(lines[0], `npm install ./${filename}`);
  const keys = { NETVISOR_CUSTOMER_KEY: officialExample.keys.customer, NETVISOR_PARTNER_KEY: officialExample.keys.partner };
  const printed = lines.map((line) => shell(line.replace(/^npm install/, "npm install --offline --no-audit --no-fund"), keys));
  assert.match(printed[1], /✓ The MAC is right\./);
  assert.equal(JSON.parse(printed[2]).requests[0].verdict, "right");
  assert.equal(printed[3].trim().split("\n").length, 11);
  const [program] = blocks("From JavaScript", "js");
  writeFileSync(join(folder, "program.js"), `${program}\nprocess.exit();`);
  assert.match(shell("node program.js"), /X-Netvisor-Authentication-MAC[^]*\nThe customer key and the partner key are swapped\n$/);
});

test("the Go, from a module beside a clone", () => {
  const own = join(folder, "own");
  mkdirSync(own);
  symlinkSync(root, join(folder, "netvisormac"));
  const [code] = blocks("From Go", "go"), [commands] = blocks("From Go", "sh");
  writeFileSync(join(own, "main.go"), `package main\n\nimport (\n\t"fmt"\n\n\t"netvisormac/mac"\n\t"netvisormac/mac/diagnose"\n)\n\nfunc main() {\n${code}}\n`);
  const printed = shell(`go mod init own\n${commands}go run .`, { GOFLAGS: "-mod=mod", GOWORK: "off" }, own);
  assert.match(printed, /^11 <nil>\nfalse \[\]\n$/);
});

test("the two commands of a clone", () => {
  const [commands] = blocks("Build and test", "sh");
  assert.equal(commands, "./build.sh serve\n./build.sh test\n"); // web/bundle/verify_test.go runs the first
  assert.match(shell("./build.sh test format", {}, root), /== passed in/);
});

// The npm package as somebody installs it: from the tarball, in an empty folder, with nothing else.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { dist } from "../browser.js";
import { officialExample, officialMAC } from "../binding.js";

const here = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "package-"));
after(() => rmSync(folder, { recursive: true }));

const npm = (/** @type {string[]} */ ...words) => execFileSync("npm", [...words, "--no-audit", "--no-fund", "--offline"], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const [packed] = JSON.parse(npm("pack", dist, "--json"));
writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
npm("install", `./${packed.filename}`);

const other = join(here, "node_modules/node-22/bin/node");
const nodes = [process.execPath, ...existsSync(other) ? [other] : []];
const command = join(folder, "node_modules/netvisor-mac/netvisor-mac.js");
const { request, keys } = officialExample;
const inEnvironment = { NETVISOR_CUSTOMER_KEY: keys.customer, NETVISOR_PARTNER_KEY: keys.partner };

/** @param {string[]} words @param {{ input?: string, env?: Record<string, string>, node?: string }} [how] */
function run(words, { input = "", env = inEnvironment, node = process.execPath } = {}) {
  const { status, stdout, stderr } = spawnSync(node, [command, ...words], { cwd: folder, input, env: { PATH: process.env.PATH, ...env }, encoding: "utf8" });
  for (const [name, key] of Object.entries({ ...keys, ...env }).filter(([name]) => /key|customer|partner/i.test(name))) {
    for (let i = 0; i + 8 <= key.length; i++) assert.ok(!(stdout + stderr).toLowerCase().includes(key.slice(i, i + 8).toLowerCase()), `${name} is in the output`);
  }
  return { status, stdout, stderr };
}

/** As a program sends it. @param {Record<string, string>} [changed] */
function message(changed) {
  const r = { ...request, mac: officialMAC, ...changed };
  return `GET ${r.url}
X-Netvisor-Authentication-Sender: ${r.sender}
X-Netvisor-Authentication-CustomerId: ${r.customerId}
X-Netvisor-Authentication-PartnerId: ${r.partnerId}
X-Netvisor-Authentication-TimestampUnix: ${r.timestampUnix}
X-Netvisor-Authentication-Timestamp: ${r.timestamp}
X-Netvisor-Authentication-TransactionId: ${r.transactionId}
X-Netvisor-Interface-Language: ${r.language}
X-Netvisor-Organisation-ID: ${r.organisationId}
X-Netvisor-Authentication-MAC: ${r.mac}
X-Netvisor-Authentication-MACHashCalculationAlgorithm: ${r.algorithm}
`;
}
const late = { timestamp: "2023-05-04 00:00:00.000" };
writeFileSync(join(folder, "right.txt"), message());
writeFileSync(join(folder, "wrong.txt"), message(late));
writeFileSync(join(folder, "settings.env"), `NETVISOR_CUSTOMER_KEY=${keys.customer}\nNETVISOR_PARTNER_KEY=${keys.partner}\n`);

test("the package has the API and the command, and nothing of the site", () => {
  const names = packed.files.map((/** @type {{ path: string }} */ { path }) => path).sort();
  assert.deepEqual(names, ["LICENSE", "README.md", "mac.d.ts", "mac.js", "mac.wasm", "multivers.d.ts", "multivers.js", "multivers.wasm", "netvisor-mac.js", "package.json"]);
  const { version, dependencies } = JSON.parse(readFileSync(join(folder, "node_modules/netvisor-mac/package.json"), "utf8"));
  assert.equal(version, readFileSync(join(here, "../../VERSION"), "utf8").trim());
  assert.equal(dependencies, undefined);
  assert.deepEqual(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith(".")), ["netvisor-mac"]);
});

for (const node of nodes) {
  const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();

  test(`Node ${version}: what its README shows`, () => {
    const readme = readFileSync(join(folder, "node_modules/netvisor-mac/README.md"), "utf8");
    const script = /```js\n(.*?)```/s.exec(readme)?.[1] ?? "";
    writeFileSync(join(folder, "readme.js"), `${script}\nprocess.exit();`);
    const printed = execFileSync(node, ["readme.js"], { cwd: folder, encoding: "utf8" });
    assert.match(printed, /name: 'X-Netvisor-Authentication-MAC',\s+value: '[0-9a-f]{64}'/);
  });

  test(`Node ${version}: the command`, () => {
    assert.equal(run(["check", "right.txt"], { node }).status, 0);
    assert.equal(run(["check", "wrong.txt"], { node }).status, 1);
  });
}

test("what the README types", () => {
  const readme = readFileSync(join(dist, "README.md"), "utf8");
  const lines = (/```sh\n(.*?)```/s.exec(readme)?.[1] ?? "").trim().split("\n");
  assert.equal(lines.length, 3);
  writeFileSync(join(folder, "request.txt"), message());
  writeFileSync(join(folder, "network.har"), JSON.stringify({ log: { version: "1.2", creator: { name: "", version: "" }, entries: [{ startedDateTime: "2023-05-04T12:00:00Z", request: { method: "GET", url: request.url, headers: message().trim().split("\n").slice(1).map((line) => ({ name: line.split(": ")[0], value: line.split(": ")[1] })) }, response: { status: 200, content: {} } }] } }));
  for (const line of lines) {
    assert.match(line, /^npx netvisor-mac /);
    const printed = execFileSync("sh", ["-c", line.replace("npx", "npx --offline --no-install")], { cwd: folder, encoding: "utf8", env: { ...process.env, ...inEnvironment } });
    assert.match(printed, /The MAC is right|"verdict": "right"|X-Netvisor-Authentication-MAC: [0-9a-f]{64}/);
  }
});

test("a TypeScript project takes it, with either way of finding modules", () => {
  writeFileSync(join(folder, "main.ts"), `import { load, MacError, type MacRequest, type Report } from "netvisor-mac";
import { load as loadMultivers } from "netvisor-mac/multivers";
const mac = await load(new Uint8Array());
const request: MacRequest = mac.newRequest("https://isvapi.netvisor.fi/accounting.nv");
const report: Report = mac.diagnose(request, { customer: "", partner: "" }, { depth: 1 });
export const ids: string[] = report.causes.flat().map(({ id }) => id);
export const newToken: (length: number) => string = (await loadMultivers(new Uint8Array())).newToken;
// @ts-expect-error a key is no value of a request
request.customerKey = "";
export { MacError };
`);
  const tsc = join(here, "node_modules/typescript/bin/tsc");
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const { status, stdout } = spawnSync(process.execPath, [tsc, "--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--types", "", "--module", module, "--moduleResolution", resolution, "main.ts"], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stdout);
  }
});

test("check says what it found, for people and for programs", () => {
  const { stdout } = run(["check", "wrong.txt"]);
  assert.match(stdout, /^wrong\.txt: https:\/\/isvapi\.netvisor\.fi\/accounting\.nv\n✗ .*\[timestamp-offset\]\n/);
  assert.match(stdout, new RegExp(`sent   ${officialMAC}\n  right  15d58da6`));
  const { status, stdout: json } = run(["check", "--json", "right.txt", "wrong.txt"]);
  const { requests } = JSON.parse(json);
  assert.equal(status, 1);
  assert.deepEqual(requests.map((/** @type {any} */ { file, verdict, causes }) => [file, verdict, causes.flat().map((/** @type {any} */ { id }) => id)]),
    [["right.txt", "right", []], ["wrong.txt", "wrong", ["timestamp-offset"]]]);
});

test("nothing known: it says what was tried", () => {
  const { status, stdout } = run(["check", "--depth", "1", "-"], { input: message({ mac: "0".repeat(64) }) });
  assert.equal(status, 1);
  assert.match(stdout, /no known mistake makes it.*[\d,]+ MACs computed/s);
});

test("keys come from the environment, or from a file of settings, or are asked for", () => {
  assert.equal(run(["check", "right.txt", "settings.env"], { env: {} }).status, 0);
  const { status, stderr } = run(["check", "right.txt"], { env: {} });
  assert.equal(status, 2);
  assert.match(stderr, /customer key is missing: set NETVISOR_CUSTOMER_KEY/);
});

/** Types at a terminal, and returns all that stands on it, and the status. @param {string[]} words @param {string[]} lines */
async function atTerminal(words, lines) {
  const script = `import os, pty, sys, time
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:1] + sys.argv[1:-1])
lines, shown = sys.argv[-1].split("|"), b""
while True:
    try:
        part = os.read(terminal, 4096)
    except OSError:
        break
    if not part:
        break
    shown += part
    if lines and shown.rstrip().endswith(b"key:"):
        os.write(terminal, lines.pop(0).encode() + b"\\r")
        shown += b" "
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
  const python = spawn("python3", ["-c", script, process.execPath, command, ...words, lines.join("|")], { cwd: folder, env: { PATH: process.env.PATH } });
  let shown = "";
  python.stdout.on("data", (text) => { shown += text; });
  const status = await new Promise((resolve) => python.on("close", resolve));
  return { status, shown };
}

test("keys are asked for on a terminal, unseen, and progress is shown there", async () => {
  const { status, shown } = await atTerminal(["check", "right.txt"], [`x\x7f${keys.customer}`, keys.partner]);
  assert.equal(status, 0, shown);
  assert.match(shown, /Customer key: [ \r\n]+Partner key: [ \r\n]+.*The MAC is right/s);
  assert.ok(!shown.includes(keys.customer.slice(0, 8)) && !shown.includes(keys.partner.slice(0, 8)));
  const ahead = await atTerminal(["check", "right.txt"], [`${keys.customer}\r${keys.partner}`]);
  assert.equal(ahead.status, 0, "both at once, as they are pasted");
  assert.ok(!ahead.shown.includes(keys.partner.slice(0, 8)));
  const long = await atTerminal(["check", "settings.env", "nothing.txt", "--depth", "2"], []);
  assert.match(long.shown, /\d+ % of [\d,]+ MACs/);
  const stopped = await atTerminal(["check", "right.txt"], ["\x03"]);
  assert.equal(stopped.status, 2);
});
writeFileSync(join(folder, "nothing.txt"), message({ mac: "0".repeat(64) }));

test("headers makes all eleven, at this moment or at another", () => {
  const words = ["headers", request.url, "--sender", request.sender, "--customer-id", request.customerId, "--partner-id", request.partnerId, "--organisation-id", request.organisationId];
  const { status, stdout } = run([...words, "--transaction-id", "123456", "--timestamp", request.timestamp, "--timestamp-unix", request.timestampUnix]);
  assert.equal(status, 0);
  assert.equal(stdout.trim().split("\n").length, 11);
  assert.ok(stdout.includes(`\nX-Netvisor-Authentication-MAC: ${officialMAC}\n`));
  assert.equal(run(["check", "-"], { input: `GET ${request.url}\n${run(words).stdout}` }).status, 0, "what it made is right");
  const { url, headers } = JSON.parse(run([...words.with(1, "https://isvapi.netvisor.fi/customerlist.nv?keyword=Työ"), "--json"]).stdout);
  assert.equal(url, "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6");
  assert.equal(headers.length, 11);
});

/** What is typed wrong, and the sentence for it. @type {[string[], RegExp][]} */
const wrong = [
  [["frobnicate"], /There is no "frobnicate": use check, headers, help or version\./],
  [["check", "absent.txt"], /no such file.*absent\.txt/],
  [["check", "settings.env"], /No request to Netvisor was found in settings\.env\./],
  [["check", "right.txt", "--depth", "9"], /--depth is 1, 2 or 3, not "9"\./],
  [["check", "right.txt", "--charset", "utf-16"], /There is no charset "utf-16" here/],
  [["headers"], /headers takes one address/],
  [["headers", request.url], /A request needs --sender, --customer-id, --partner-id, --organisation-id, too\./],
  [["headers", request.url, `--customer-key=${keys.customer}`], /A key on the command line is seen by others/],
  [["headers", request.url, "--sender", `x${keys.customer}`, "--customer-id", "A", "--partner-id", "B", "--organisation-id", "C"], /A key stands in Sender/i],
];
for (const [words, sentence] of wrong) test(`${words.slice(0, 2).join(" ")} …: ${sentence.source.slice(0, 30)}`, () => {
  const { status, stdout, stderr } = run(words);
  assert.equal(status, 2);
  assert.match(stderr, sentence);
  assert.equal(stdout, "");
  assert.match(JSON.parse(run([...words, "--json"]).stdout).error, sentence);
});

test("a request without a MAC, and one whose values hold keys or control characters", () => {
  const without = run(["check", "-"], { input: message().replace(/^X-Netvisor-Authentication-MAC:.*\n/m, "") });
  assert.equal(without.status, 2);
  assert.match(without.stdout, /It has no MAC: nothing to check\./);
  for (const json of [[], ["--json"]]) assert.equal(run(["check", ...json, "--depth", "1", "-"], { input: message({ sender: keys.customer, url: `${request.url}?k=${keys.partner}` }) }).status, 1);
  assert.doesNotMatch(run(["check", "--depth", "1", "-"], { input: message({ url: `${request.url}?\x1b]0;title\x07` }) }).stdout, /\x1b/);
});

test("help and version", () => {
  for (const word of ["help", "--help", "-h"]) assert.match(run([word]).stdout, /netvisor-mac check \[FILE\.\.\.\]/);
  assert.match(run([]).stdout, /netvisor-mac headers URL/);
  for (const word of ["version", "--version"]) assert.match(run([word]).stdout, /^\d+\.\d+\.\d+\n$/);
});

// What CONTRIBUTING.md names is there: every path, every step of build.sh, every test, and the rooms as eslint has them.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { rooms } from "../../lint/rooms.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
const build = readFileSync(join(root, "build.sh"), "utf8");
/** What stands between backquotes. */
const named = [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
assert.ok(named.length > 60);

test("every path is there", () => {
  const paths = named.filter((name) => /^(mac|multivers|web)\/[\w./-]*$/.test(name) && !name.includes("NAME"));
  assert.ok(paths.length > 40);
  assert.deepEqual(paths.filter((path) => !existsSync(join(root, path))), []);
  for (const [folder] of named.flatMap((name) => [...name.matchAll(/^(?:mac|multivers)\/[\w/]+\/(?=NAME\.)/g)])) assert.ok(existsSync(join(root, folder)), folder);
});

test("every step of build.sh is one", () => {
  const [steps, quick] = ["steps", "quick"].map((name) => new RegExp(`^${name}="(.*)"`, "m").exec(build)?.[1].split(" ") ?? []);
  for (const step of [...steps, ...quick]) assert.match(build, new RegExp(`^test_${step}\\(\\)`, "m"));
  for (const command of named.filter((name) => name.startsWith("./build.sh"))) {
    const [, verb = "build", ...list] = command.split(" ");
    assert.ok(["build", "serve", "sizes", "verify", "test"].includes(verb), command);
    for (const step of list) assert.ok([...steps, "quick"].includes(step), command);
  }
});

test("every test of Go that is named has that name in that package", () => {
  const commands = named.filter((name) => /^go .*test/.test(name));
  assert.ok(commands.length > 10);
  for (const command of commands) {
    const [folder] = /(?<= -C )\S+/.exec(command) ?? /(?<=\.\/)(mac|multivers)\S*/.exec(command) ?? [""];
    assert.ok(folder, command);
    const sources = readdirSync(join(root, folder)).filter((name) => name.endsWith("_test.go")).map((name) => readFileSync(join(root, folder, name), "utf8")).join("");
    for (const name of /-run '([^']*)'/.exec(command)?.[1].split("|") ?? []) assert.match(sources, new RegExp(`^func ${name}\\(t `, "m"), command);
    if (command.endsWith(" -update")) assert.match(sources, /flag\.Bool\("update"/, command);
  }
});

test("every test in Node and in the browser that is named is there", () => {
  const files = named.filter((name) => name.startsWith("cd web/tests && ")).flatMap((name) => name.match(/\S+\.(test|spec)\.js/g) ?? []);
  assert.ok(files.length > 4);
  assert.deepEqual(files.filter((file) => !existsSync(join(root, "web/tests", file))), []);
});

test("the rooms are those that eslint knows, and import what they may", () => {
  const told = Object.fromEntries([...text.matchAll(/^\| `web\/(\w+)\/` \| [^|]+ \|(.*)\|$/gm)].map(([, room, below]) => [room, below.trim().split(", ").filter(Boolean)]));
  assert.deepEqual(told, rooms);
});

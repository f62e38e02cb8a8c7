// Whatever stands in the fields, of somebody else's saved state too: a command is what the page means, or there is none.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { test } from "node:test";
import "../page-modules.js";

/** @type {any} */
const page = globalThis;
page.entered = {};
const { commandOf, commandIds, quoted } = await import("../../multivers/commands.ts");
const { isFormed, unformed } = await import("../../multivers/forms.ts");

const proper = { folder: "C:\\Program Files (x86)\\Exact\\O'Neill’s\\Server", site: "Zenvoices API", "binding-port": "4430", header: "X-Zenvoices-Token" };

/** The words of a command as PowerShell reads it; where a word is written as a string it is taken literally. @param {string} command */
function words(command) {
  /** @type {{ text: string, literal: boolean }[]} */
  const found = [];
  const quotes = "'\u2018\u2019\u201a\u201b";
  for (let at = 0; at < command.length;) {
    if (quotes.includes(command[at])) {
      let text = "";
      for (at++; ; at++) {
        assert.ok(at < command.length, `no end of a string in ${command}`);
        if (!quotes.includes(command[at])) text += command[at];
        else if (quotes.includes(command[at + 1] ?? "x")) text += command[++at];
        else break;
      }
      at++;
      found.push({ text, literal: true });
    } else {
      const [word] = /^(?:\s+|"[^"]*"|[;|&(){}]|[^\s;|&(){}'\u2018-\u201b]+)/u.exec(command.slice(at)) ?? [command[at]];
      at += word.length;
      if (word.trim()) found.push({ text: word, literal: false });
    }
  }
  return found;
}

const hostile = ["1@evil.example", "4430/; Start-Process calc #", "4430 ", "0", "65536", "-1", "4430\n", "٤٤٣٠", "$(calc)", "`calc`", "'; calc; '", "’; calc; ’", "‛;calc;‛", '"; calc; "', "a&calc", "a|calc", "x\u202ey", "x\u2028calc", "\\\\evil\\share", "C:\\a\ncalc", "C:\\a\"b", "-K/path", "--proxy=evil", "@evil", "{calc}", "%COMSPEC%", "$env:x", "C:\\$(calc)", "Site; calc", "Site'; calc", "X: y\r\nHost: evil", "é€", "a".repeat(5000)];

test("a value of another form is in no command, and one of its form only as it stands", () => {
  page.entered = proper;
  const meant = new Map(commandIds().map((id) => [id, words(commandOf(id)?.text ?? "")]));
  let given = 0;
  for (const field of Object.keys(proper)) {
    for (const text of hostile) {
      page.entered = { ...proper, [field]: text };
      for (const id of commandIds()) {
        const { text: command = "", lacking } = commandOf(id) ?? {};
        if (lacking) {
          assert.equal(command, "", `${id} with ${field} = ${text}`);
          continue;
        }
        given++;
        const read = words(command), expected = /** @type {typeof read} */ (meant.get(id));
        assert.equal(read.length, expected.length, `${id} with ${field} = ${text}: ${command}`);
        read.forEach((word, i) => { if (word.text !== expected[i].text) assert.ok(word.literal && word.text.includes(text.trim().replace(/[\\/]+$/, "")), `${id} with ${field} = ${text}: ${command}`); });
        for (const { text: word } of read) if (/^https?:/.test(word)) assert.equal(new URL(word).hostname, "localhost", word);
      }
    }
  }
  assert.ok(given > 100);
});

test("forms", () => {
  /** @type {Record<string, string[]>} */
  const good = { "binding-port": ["", "1", "443", "65535", " 4430 "], site: ["Default Web Site", "Zenvoices-API (2)", "Käyttö"], folder: ["D:\\x", "c:/x", "C:\\Program Files (x86)\\a"], header: ["X-A", "token"] };
  for (const [id, texts] of Object.entries(good)) for (const text of texts) {
    page.entered = { [id]: text };
    assert.ok(isFormed(/** @type {"site"} */ (id)), `${id}: ${text}`);
    assert.deepEqual(unformed(), []);
  }
  /** @type {Record<string, string[]>} */
  const bad = { "binding-port": ["0", "65536", "0x1f90", "1e3", "80.0", "1@evil", "٤٤"], site: ["a;b", 'a"', "a\u202eb", "a\nb"], folder: ["x", "\\\\evil\\share", "C:x", 'C:\\"', "C:\\a\u2028b"], header: ["X: y", "a b", "X\r\nHost: evil", "ä"] };
  for (const [id, texts] of Object.entries(bad)) for (const text of texts) {
    page.entered = { ...proper, [id]: text };
    assert.deepEqual(unformed(), [id], text);
    if (id === "header") assert.equal(commandOf("call-token").lacking, "header");
  }
  page.entered = { ...proper, "binding-port": "1@evil" };
  assert.deepEqual(unformed(), ["binding-port"]);
});

test("no command has the token, and curl gives it to this computer alone", { skip: process.platform === "win32" }, async () => {
  const token = "rW0nE5qZ8kJ3vD7yH1sG6bL4cP9mX2tAuQfVzKoI";
  /** @type {(string | undefined)[]} */
  const heard = [];
  const server = createServer((request, response) => { heard.push(/** @type {string} */ (request.headers["x-zenvoices-token"])); response.end(); });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  page.entered = { ...proper, token, "refresh-token": token, "binding-port": String(port) };
  for (const id of commandIds()) if (!/^(form-|line-key)/.test(id)) assert.ok(!commandOf(id)?.text.includes(token), id);
  const read = words(commandOf("call-token")?.text ?? "");
  const begins = read.findIndex(({ text }) => text === "curl.exe");
  const args = read.slice(begins + 1).map(({ text }) => text.replace("https:", "http:").replace("localhost", "127.0.0.1"));
  const piped = read.find(({ text, literal }) => literal && text.endsWith(": "))?.text + token + "\r\n"; // as PowerShell ends a line
  const curl = execFile("curl", args);
  curl.stdin?.end(piped);
  await new Promise((resolve) => curl.on("close", resolve));
  server.close();
  assert.deepEqual(heard, [token]);
  assert.equal(quoted("O'Neill’s"), "'O''Neill’’s'");
});

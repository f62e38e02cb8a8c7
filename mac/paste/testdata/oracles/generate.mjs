// Writes random requests in every form that the generators know, one JSON object a line: form, text, and what it holds.
// Usage: node generate.mjs SEED COUNT
import { createRequire } from "node:module";
import * as curlconverter from "curlconverter";

const require = createRequire(import.meta.url);
const postman = require("postman-code-generators");
const { Request } = require("postman-collection");
const { HTTPSnippet, availableTargets } = require("httpsnippet");

const [seed, count] = process.argv.slice(2).map(Number);
let state = seed;
const random = (n) => (state = (state * 1103515245 + 12345) % 2147483648, Math.floor(state / 65536) % n);
const pick = (list) => list[random(list.length)];
const hex = (n) => Array.from({ length: n }, () => "0123456789abcdef"[random(16)]).join("");

function made() {
  const resource = pick(["customerlist.nv", "salesinvoicelist.nv", "getproduct.nv", "accounting.nv"]);
  const query = pick([[], [], ["keyword=abc"], ["keyword=abc", "limit=50"], ["id=1", "begininvoicedate=2024-01-01"]]);
  return {
    url: `https://${pick(["isvapi", "integration"])}.netvisor.fi/${resource}${query.length ? "?" + query.join("&") : ""}`,
    sender: pick(["ClientName", "Kassa & Co", "Oy Firma Ab", "A-B (C) 1.0", "O'Brien", "50 % Oy", "Työaika Oy"]),
    customerId: pick(["AB_1", "XX_yy_21435_345"]), partnerId: pick(["PA_1", "Foo_bar_12345"]),
    timestampUnix: String(1700000000 + random(30000)), timestamp: `2023-11-${10 + random(20)} 0${random(10)}:${10 + random(50)}:${10 + random(50)}.${100 + random(900)}`,
    transactionId: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`, language: pick(["FI", "EN", "SE"]), organisationId: "1967543-8",
    mac: hex(64), algorithm: pick(["HMACSHA256", "SHA256"]),
  };
}

const names = {
  sender: "X-Netvisor-Authentication-Sender", customerId: "X-Netvisor-Authentication-CustomerId", partnerId: "X-Netvisor-Authentication-PartnerId",
  timestampUnix: "X-Netvisor-Authentication-TimestampUnix", timestamp: "X-Netvisor-Authentication-Timestamp", transactionId: "X-Netvisor-Authentication-TransactionId",
  language: "X-Netvisor-Interface-Language", organisationId: "X-Netvisor-Organisation-ID", mac: "X-Netvisor-Authentication-MAC",
  algorithm: "X-Netvisor-Authentication-MACHashCalculationAlgorithm",
};
const headersOf = (r) => Object.entries(names).map(([field, name]) => ({ name, value: r[field] }));
const quoted = (s) => `'${s.replaceAll("'", "'\\''")}'`;
const curl = (r) => `curl ${quoted(r.url)} ${headersOf(r).map((h) => `-H ${quoted(`${h.name}: ${h.value}`)}`).join(" ")}`;
const write = (form, request, text) => process.stdout.write(JSON.stringify({ form, request, text }) + "\n");

for (let i = 0; i < count; i++) {
  const r = made();
  for (const [name, convert] of Object.entries(curlconverter)) {
    if (/^to[A-Z]\w+$/.test(name) && !/Warn$|JsonObject/.test(name)) {
      try { write("curlconverter " + name, r, String(convert(curl(r)))); } catch { /* it cannot write this one */ }
    }
  }
  for (const target of availableTargets()) {
    for (const client of target.clients) {
      const snippet = new HTTPSnippet({ method: "GET", url: r.url, httpVersion: "HTTP/1.1", headers: headersOf(r), cookies: [], queryString: [], headersSize: -1, bodySize: -1 });
      const text = snippet.convert(target.key, client.key);
      if (text) write(`httpsnippet ${target.key} ${client.key}`, r, String(text));
    }
  }
  const request = new Request({ url: r.url, method: "GET", header: headersOf(r).map(({ name, value }) => ({ key: name, value })) });
  for (const language of postman.getLanguageList()) {
    for (const variant of language.variants) {
      postman.convert(language.key, variant.key, request, { trimRequestBody: false }, (error, text) => {
        if (!error) write(`postman ${language.key} ${variant.key}`, r, text);
      });
    }
  }
}

// Writes a HAR file of many requests, some with a known mistake, as the
// developer tools of a browser save it: for the tests and the bench.

import { createHmac, randomUUID } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { officialExample } from "./example.js";

/** @typedef {{ count: number, wrong?: number, from?: number, twice?: number, body?: number }} Shape wrong and twice: every so-many-th request, wrong ones from the from-th on; body: its length */

const { keys } = officialExample;

/** The n-th request, signed. @param {number} n @param {Shape} shape */
function requestOf(n, { wrong = 0, from = 0, twice = 0 }) {
  const isWrong = wrong > 0 && n % wrong === 0 && n >= from;
  const at = new Date(Date.UTC(2026, 6, 14, 6) + n * 250);
  const timestamp = at.toISOString().replace("T", " ").replace("Z", "");
  const local = new Date(at.getTime() + 3 * 3_600_000).toISOString().replace("T", " ").replace("Z", "");
  const values = {
    url: `https://isvapi.netvisor.fi/${["customerlist", "salesinvoice", "getproduct", "accounting"][n % 4]}.nv?keyword=${n}`,
    sender: "Työaika Oy", customerId: "AB_77_Q9",
    timestamp: isWrong ? local : timestamp, language: "FI", organisationId: n % 3 ? "1967543-8" : "0112038-9",
    transactionId: twice && n % twice === 0 && n > 0 ? "00000000-0000-4000-8000-000000000000" : randomUUID(), timestampUnix: String(Math.floor(at.getTime() / 1000)),
  };
  const text = Buffer.from([...Object.values(values), keys.customer, keys.partner].join("&"), "latin1");
  const mac = createHmac("sha256", `${keys.customer}&${keys.partner}`).update(text).digest("hex");
  return { at, values: { ...values, timestamp }, mac, failed: isWrong };
}

/** @param {number} n @param {Shape} shape */
function entryOf(n, shape) {
  const { at, values, mac, failed } = requestOf(n, shape);
  const headers = Object.entries({
    Accept: "*/*", "Accept-Encoding": "gzip, deflate, br", Connection: "keep-alive", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Integration/7.2",
    "X-Netvisor-Authentication-Sender": values.sender, "X-Netvisor-Authentication-CustomerId": values.customerId,
    "X-Netvisor-Authentication-PartnerId": "PA_1", "X-Netvisor-Authentication-Timestamp": values.timestamp,
    "X-Netvisor-Authentication-TimestampUnix": values.timestampUnix, "X-Netvisor-Authentication-TransactionId": values.transactionId,
    "X-Netvisor-Interface-Language": values.language, "X-Netvisor-Organisation-ID": values.organisationId,
    "X-Netvisor-Authentication-MAC": mac, "X-Netvisor-Authentication-MACHashCalculationAlgorithm": "HMACSHA256",
  }).map(([name, value]) => ({ name, value }));
  const status = failed ? "<Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: Integration keys are not valid</Status>" : "<Status>OK</Status>";
  return {
    _priority: "High", startedDateTime: at.toISOString(), time: 41.3,
    request: { method: "GET", url: values.url, httpVersion: "HTTP/1.1", cookies: [], headers, queryString: [{ name: "keyword", value: String(n) }], headersSize: -1, bodySize: 0 },
    response: { status: 200, statusText: "OK", httpVersion: "HTTP/1.1", cookies: [], headers: [{ name: "Content-Type", value: "text/xml; charset=ISO-8859-1" }],
      content: { size: 400, mimeType: "text/xml", text: `<Root><ResponseStatus>${status}<TimeStamp>14.7.2026 9:00:00</TimeStamp></ResponseStatus>${"x".repeat(shape.body ?? 0)}</Root>` },
      redirectURL: "", headersSize: -1, bodySize: -1 },
    cache: {}, timings: { send: 0.1, wait: 40, receive: 1.2 },
  };
}

/** The file, a part at a time; each entry stands on a line of its own. @param {Shape} shape */
function* partsOf(shape) {
  yield '{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[\n';
  for (let n = 0; n < shape.count; n++) yield JSON.stringify(entryOf(n, shape)) + (n + 1 < shape.count ? ",\n" : "\n");
  yield "]}}\n";
}

/** @param {Shape} shape */
export const makeHAR = (shape) => Buffer.from([...partsOf(shape)].join(""));

/** @param {string} file @param {Shape} shape */
export function writeHAR(file, shape) {
  const out = openSync(file, "w");
  for (const part of partsOf(shape)) writeSync(out, part);
  closeSync(out);
}

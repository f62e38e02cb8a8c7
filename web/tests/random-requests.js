// Random requests and what their verdicts must be, computed by Node's own crypto; for tests and a bench of many.

import { createHash, createHmac } from "node:crypto";

/** @import { Keys } from "../api/types/mac.d.ts" */

/** Whole numbers from 0 to before n, the same for the same seed (mulberry32). @param {number} seed */
export function randomOf(seed) {
  let state = seed;
  return (/** @type {number} */ n) => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) % n;
  };
}

/** The keys of three customers; the last has none of its own. @type {[string, Keys | null][]} */
export const customers = [
  ["AB_1", { customer: "7cd680e89e880553358bc07cd28b0ee2", partner: "7f94228d149a96b2f25e3edad55096e" }],
  ["AB_2", { customer: "0123456789abcdef0123456789abcdef", partner: "äö" }],
  ["AB_3", null],
];
export const others = { customer: "fedcba9876543210fedcba9876543210", partner: "00000000000000000000000000000000" };
/** As the binding takes them. @type {Record<string, Keys>} */
export const ring = { "": others, ...Object.fromEntries(customers.flatMap(([id, keys]) => (keys ? [[`${id}\nPA_1`, keys]] : []))) };

const senders = ["ClientName", "Työaika Oy", "O'Brien & \"Co\" \\ Sons", "Ä\u00a0\tb", "Kulut €", "日本", "", "x".repeat(300)];
const names = ["Sender", "CustomerId", "PartnerId", "Timestamp", "TimestampUnix", "TransactionId", "MAC", "MACHashCalculationAlgorithm"].map((name) => `X-Netvisor-Authentication-${name}`);

/** ISO-8859-15 where it differs from ISO-8859-1. */
const latin9 = new Map([..."€ŠšŽžŒœŸ"].map((letter, i) => [letter, [0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe][i]]));

/** The bytes of a text, or null if the charset lacks a letter. @param {string} text @param {boolean} nine */
function bytesOf(text, nine) {
  const bytes = [...text].map((letter) => {
    const code = /** @type {number} */ (letter.codePointAt(0));
    if (nine && latin9.has(letter)) return latin9.get(letter);
    return code > 0xff || (nine && [...latin9.values()].includes(code)) ? undefined : code;
  });
  return bytes.includes(undefined) ? null : Buffer.from(/** @type {number[]} */ (bytes));
}

/** The right MAC, or "" if there is none. @param {Record<string, string>} r @param {Keys} keys */
export function macOf(r, { customer, partner }) {
  const legacy = r.algorithm === "SHA256";
  if (!legacy && r.algorithm !== "HMACSHA256") return "";
  const values = [r.url, r.sender, r.customerId, r.timestamp, r.language, r.organisationId, r.transactionId, ...(legacy ? [] : [r.timestampUnix]), customer, partner];
  const message = bytesOf(values.join("&"), legacy), key = bytesOf(`${customer}&${partner}`, legacy);
  if (!message || !key) return "";
  return (legacy ? createHash("sha256") : createHmac("sha256", key)).update(message).digest("hex");
}

/** As the requests of one integration are: the same but for the time, the id and the MAC. @param {ReturnType<typeof randomOf>} random */
export const steady = (random) => {
  const constant = randomOf(random(1 << 20));
  const chosen = Array.from({ length: 8 }, () => constant(1000));
  return { pick: (/** @type {number} */ n, /** @type {number} */ i) => chosen[i] % n };
};
/** As those of many programs are. @param {ReturnType<typeof randomOf>} random */
export const mixed = (random) => ({ pick: (/** @type {number} */ n, /** @type {number} */ _) => random(n) });

/**
 * A request with a MAC that is right, another request's, or wrong in one digit; or without one; and its verdict.
 * @param {ReturnType<typeof randomOf>} random
 * @param {Record<string, string>[]} before the ones made before it
 * @param {ReturnType<typeof steady>} program
 * @param {Keys} [same] the keys of all customers
 */
export function randomRequest(random, before, { pick } = mixed(random), same) {
  const at = new Date(Date.UTC(2026, 6, 14) + random(80_000_000)), [customerId, own] = customers[pick(3, 0)];
  /** @type {Record<string, string>} */
  const r = {
    url: `https://isvapi.netvisor.fi/${["customerlist", "a", "salesinvoicelist"][pick(3, 1)]}.nv${"?keyword=Ty%F6&x=".repeat(pick(3, 2))}`,
    sender: senders[pick(8, 3) && pick(senders.length, 4)], customerId, partnerId: "PA_1", language: "FI", organisationId: "1967543-8",
    timestamp: at.toISOString().replace("T", " ").replace("Z", ""), timestampUnix: String(Math.floor(at.getTime() / 1000)),
    transactionId: `${String(before.length).padStart(6, "0")}-${1e9 + random(1 << 30)}`, algorithm: ["HMACSHA256", "HMACSHA256", "HMACSHA256", "SHA256", "MD5"][pick(20, 5) ? pick(4, 6) : 4],
  };
  const right = macOf(r, same ?? own ?? others), other = before[random(before.length || 1)]?.mac ?? "";
  const kind = random(6);
  r.mac = kind === 0 ? "" : kind === 1 && other ? other : kind === 2 ? oneDigitOff(right, random) : right;
  const verdict = !r.mac ? "?" : right === "" ? "!" : r.mac === right ? "+" : "-";
  return { request: r, verdict };
}

/** @param {string} mac @param {ReturnType<typeof randomOf>} random */
function oneDigitOff(mac, random) {
  if (!mac) return "0".repeat(64);
  const i = random(64);
  return mac.slice(0, i) + ((parseInt(mac[i], 16) + 1 + random(15)) % 16).toString(16) + mac.slice(i + 1);
}

/** An entry of a HAR file, its members in one of two orders. @param {Record<string, string>} r @param {(n: number) => number} random */
export function entryOf(r, random) {
  const values = [r.sender, r.customerId, r.partnerId, r.timestamp, r.timestampUnix, r.transactionId, r.mac, r.algorithm];
  const headers = [...names.map((name, i) => ({ name: random(4) ? name : name.toLowerCase(), value: values[i] })),
    { name: "X-Netvisor-Interface-Language", value: r.language }, { name: "X-Netvisor-Organisation-ID", value: r.organisationId }, { name: "Accept", value: "*/*" }]
    .filter(({ value }) => value);
  const request = random(2) ? { method: "GET", url: r.url, headers } : { headers, url: r.url, method: "GET" };
  const response = { status: 200, content: { text: `<Root><ResponseStatus><Status>OK</Status></ResponseStatus>${"x".repeat(random(400))}</Root>` } };
  return { startedDateTime: "2026-07-14T06:00:00Z", request, response };
}

// A trial of each function of the module, by the official example.

import { officialExample } from "../netvisor/example.ts";
import { matches, refused, same } from "./difference.ts";
import type { NetvisorMac } from "../api/types/mac.d.ts";
import type { Trial } from "./trials.ts";

const { request, keys, mac: officialMAC } = officialExample;
const right = { ...request, mac: officialMAC };
const noon = new Date("2023-05-04T12:00:00.000Z");

const functions: Record<string, (mac: NetvisorMac) => void | Promise<void>> = {
  newRequest(mac) {
    const { transactionId = "", ...made } = mac.newRequest(request.url, noon);
    matches("transactionId", transactionId, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    same("timestamp", made.timestamp, request.timestamp);
    same("timestampUnix", made.timestampUnix, String(noon.getTime() / 1000));
    same("language", made.language, "FI");
    same("another transactionId", mac.newRequest(request.url).transactionId === transactionId, false);
  },
  encodeUrl(mac) {
    same("ISO-8859-1", mac.encodeUrl("https://a/b.nv?q=Työ aika", "ISO-8859-1"), "https://a/b.nv?q=Ty%F6%20aika");
    same("UTF-8", mac.encodeUrl("https://a/b.nv?q=Työ aika", "UTF-8"), "https://a/b.nv?q=Ty%C3%B6%20aika");
    matches("€", refused("ISO-8859-1", () => mac.encodeUrl("https://a/?q=€", "ISO-8859-1")), /'€' \(U\+20AC\)/);
  },
  sum: (mac) => same("mac", mac.sum(request, keys), officialMAC),
  headers(mac) {
    const headers = mac.headers(request, keys);
    same("count", headers.length, 11);
    same("sender", headers[0], { name: "X-Netvisor-Authentication-Sender", value: "ClientName" });
  },
  message(mac) {
    const parts = mac.message(request);
    same("values", parts.map(({ value }) => value).join("&"), "https://isvapi.netvisor.fi/accounting.nv&ClientName&Integration user identifier&2023-05-04 12:00:00.000&FI&1967543-8&123456&1683147600&&");
    same("keys", parts.slice(-2), [{ field: "customerKey", value: "" }, { field: "partnerKey", value: "" }]);
  },
  verify: (mac) => same("verdicts", mac.verify([right, { ...right, mac: "00" }, { ...right, algorithm: "MD5" }], keys), ["right", "wrong", "error"]),
  async search(mac) {
    const report = await mac.search({ ...request, mac: mac.mistaken("keys-swapped", request, keys).mac }, keys, { depth: 2 });
    same("cause", report.causes[0]?.map(({ id }) => id), ["keys-swapped"]);
  },
  fingerprint(mac) {
    matches("fingerprint", mac.fingerprint(keys.customer, "salt"), /^[0-9a-f]{16}$/);
    same("another salt", mac.fingerprint(keys.customer, "salt") === mac.fingerprint(keys.customer, "pepper"), false);
  },
  parse(mac) {
    const text = `curl 'https://isvapi.netvisor.fi/accounting.nv' -H $'X-Netvisor-Authentication-Sender: O\\'Brien \\u00f6'`;
    const { kind, requests } = mac.parse(text);
    same("kind", kind, "curl");
    same("request", requests[0]?.request, { url: request.url, sender: "O'Brien ö" });
    same("bytes", mac.parse(new TextEncoder().encode(text)).requests[0]?.request.sender, "O'Brien ö");
  },
  answer(mac) {
    const { status, code, explanation } = mac.answer("<Root><ResponseStatus><Status>FAILED</Status><Status>REQUEST_NOT_UNIQUE :: Request is not unique</Status></ResponseStatus></Root>");
    same("status", `${status} ${code}`, "FAILED REQUEST_NOT_UNIQUE");
    same("explanation", explanation?.id, "answer-not-unique");
  },
  snippet(mac) {
    for (const { id } of mac.snippetLanguages) {
      const code = mac.snippet(id, request, ["timestamp-offset"]);
      matches(id, code, /ClientName/);
      for (const key of Object.values(keys)) same(`${id}: a key in the code`, code.includes(key), false);
    }
  },
  sha256: (mac) => same("SHA-256", mac.sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  errors: (mac) => matches("algorithm", refused("sum", () => mac.sum({ ...request, algorithm: "MD5" }, keys)), /HMACSHA256 or SHA256, not "MD5"/),
};

export const functionTrials: Trial[] = Object.entries(functions).map(([name, run]) => ({ group: "functions", name, run: ({ mac }) => run(mac) }));

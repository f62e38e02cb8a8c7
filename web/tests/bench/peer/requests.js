// The peer of the table of many requests: one thread, the whole file at once.

const modules = `${location.origin}/node_modules`;
/** @type {typeof import("@noble/hashes/hmac.js")} */
const { hmac } = await import(`${modules}/@noble/hashes/hmac.js`);
/** @type {typeof import("@noble/hashes/sha2.js")} */
const { sha256 } = await import(`${modules}/@noble/hashes/sha2.js`);
/** @type {typeof import("@noble/hashes/utils.js")} */
const { bytesToHex } = await import(`${modules}/@noble/hashes/utils.js`);

const customer = "7cd680e89e880553358bc07cd28b0ee2", partner = "7f94228d149a96b2f25e3edad55096e";
const signed = ["Authentication-Sender", "Authentication-CustomerId", "Authentication-Timestamp", "Interface-Language", "Organisation-ID", "Authentication-TransactionId", "Authentication-TimestampUnix"]
  .map((name) => `X-Netvisor-${name}`);
const key = hmac.create(sha256, latin1(`${customer}&${partner}`));

/** @param {string} text */
function latin1(text) {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** @type {HTMLInputElement} */ (document.querySelector("input")).addEventListener("change", async ({ target }) => {
  const [file] = /** @type {HTMLInputElement} */ (target).files ?? [];
  const { log } = JSON.parse(await file.text());
  let right = 0;
  for (const { request } of log.entries) {
    const headers = Object.fromEntries(request.headers.map((/** @type {{ name: string, value: string }} */ { name, value }) => [name, value]));
    const text = [request.url, ...signed.map((name) => headers[name]), customer, partner].join("&");
    if (bytesToHex(key.clone().update(latin1(text)).digest()) === headers["X-Netvisor-Authentication-MAC"]) right++;
  }
  if (right !== log.entries.length * 0.9) throw new Error(`${right} are right`);
  document.body.dataset.done = "";
});
document.body.dataset.ready = "";

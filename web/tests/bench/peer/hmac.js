// A worker that computes HMACs of one string by the libraries that are quickest
// in a browser, and answers with their number.

const modules = `${globalThis.location.origin}/node_modules`;
/** @type {typeof import("hash-wasm")} */
const { createHMAC, createSHA256 } = await import(`${modules}/hash-wasm/dist/index.esm.min.js`);
/** @type {typeof import("@noble/hashes/hmac.js")} */
const { hmac } = await import(`${modules}/@noble/hashes/hmac.js`);
/** @type {typeof import("@noble/hashes/sha2.js")} */
const { sha256 } = await import(`${modules}/@noble/hashes/sha2.js`);

/**
 * Each way returns the last of n HMACs.
 * @type {Record<string, (n: number, key: Uint8Array, message: Uint8Array) => Promise<Uint8Array>>}
 */
const ways = {
  async "hash-wasm"(n, key, message) {
    const hasher = await createHMAC(createSHA256(), key);
    for (let i = 1; i < n; i++) hasher.init().update(message).digest("binary");
    return hasher.init().update(message).digest("binary");
  },
  async "hash-wasm, new keys"(n, key, message) {
    const hash = createSHA256(); // one instance for all keys: to make one takes far longer
    for (let i = 1; i < n; i++) (await createHMAC(hash, key)).init().update(message).digest("binary");
    return (await createHMAC(hash, key)).init().update(message).digest("binary");
  },
  async noble(n, key, message) {
    for (let i = 1; i < n; i++) hmac(sha256, key, message);
    return hmac(sha256, key, message);
  },
  async "noble, key kept"(n, key, message) {
    const keyed = hmac.create(sha256, key);
    for (let i = 1; i < n; i++) keyed.clone().update(message).digest();
    return keyed.clone().update(message).digest();
  },
};

onmessage = async (/** @type {MessageEvent<{ way: string, n: number, key: string, message: string, mac: string }>} */ { data }) => {
  const [key, message] = [data.key, data.message].map((text) => new TextEncoder().encode(text));
  const digest = await ways[data.way](data.n, key, message);
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== data.mac) throw new Error(`${data.way} computes another MAC`);
  postMessage(data.n);
};
postMessage("ready");

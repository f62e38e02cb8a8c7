// The JavaScript API of package mac, in the shape of mac.d.ts.

import { macSHA256 } from "build";
import { functionAt, idsAt, listAt, momentAt, optionOf, ringAt, textAt, valuesOf } from "./arguments.js";
import { MacError } from "./compile.js";
import { kernelBeside } from "./kernel.js";
import { loaderOf, table } from "./program.js";

/** @import * as api from "./types/mac.d.ts" */
/** @import { Call } from "./program.js" */

export { MacError };

export const load = loaderOf({ name: "mac", sum: macSHA256, bind });

/** @param {Call} call @param {any} exports @param {WebAssembly.Instance} instance @returns {api.NetvisorMac} */
function bind(call, exports, instance) {
  kernelBeside(instance).then((hash) => { if (hash) exports.useKernel(hash); }, () => {}); // the first MAC need not wait for it
  /** @type {readonly api.Field[]} */
  const fields = table(exports.fields);

  // The long tables are made when somebody asks: the first MAC need not wait for them.
  /** @type {readonly api.Mistake[] | undefined} */
  let checks;
  /** @type {readonly api.Mistake[] | undefined} */
  let mistakes;
  /** @type {readonly api.SnippetLanguage[] | undefined} */
  let languages;

  /** @param {string} name @param {unknown} request @param {unknown} keys */
  const values = (name, request, keys) => valuesOf(name, fields, request, keys);

  /** @param {string} name @param {unknown} options */
  const charset = (name, options) => charsetAt(name, optionOf(name, options, "charset"));

  /** @param {string} name @param {unknown} request @param {unknown} keys @param {unknown} options @param {unknown} tell */
  const searchArguments = (name, request, keys, options, tell) => [
    values(name, request, keys), charset(name, options), momentAt(`${name}: receivedAt`, optionOf(name, options, "receivedAt")),
    optionOf(name, options, "depth"), tell, optionOf(name, options, "shard"), optionOf(name, options, "shards"), undefined,
    othersOf(name, optionOf(name, options, "others")), idsAt(`${name}: first`, optionOf(name, options, "first")),
  ];

  /** Requests in one string. @param {string} name @param {unknown} others */
  const othersOf = (name, others) => (others === undefined ? undefined
    : listAt(`${name}: others`, others).map((request) => values(name, request, {})).join(""));

  /** @type {api.NetvisorMac} */
  const made = {
    fields,
    get checks() { return checks ??= table(call("checks")); },
    get mistakes() { return mistakes ??= table(call("mistakes")); },
    newRequest: (url, now) => call("newRequest", textAt("newRequest: url", url), momentAt("newRequest: now", now)),
    encodeUrl: (url, charset) => call("encodeUrl", textAt("encodeUrl: url", url), charsetAt("encodeUrl", charset)),
    sum: (request, keys, options) => call("sum", values("sum", request, keys), charset("sum", options)),
    headers: (request, keys, options) => call("headers", values("headers", request, keys), charset("headers", options)),
    message: (request, options) => call("message", values("message", request, {}), charset("message", options)),
    verify(requests, keys) {
      const packed = listAt("verify: requests", requests).map((request, i) => values("verify", request, Array.isArray(keys) ? keys[i] : keys));
      return Array.from(String(call("verify", packed.join(""))), (letter) => verdicts[letter]);
    },
    diagnose(request, keys, options) {
      const { tell, rethrow } = guarded(progressOf("diagnose", options));
      const report = call("diagnose", ...searchArguments("diagnose", request, keys, options, tell));
      rethrow();
      return report;
    },
    search: (request, keys, options) => new Promise((resolve, reject) => {
      const { tell, rethrow } = guarded(progressOf("search", options));
      const list = searchArguments("search", request, keys, options, tell ?? (() => true));
      list[7] = (/** @type {any} */ { value, error }) => {
        try {
          rethrow();
          if (error) throw new MacError(`search: ${error.message}`, error.field);
          resolve(value);
        } catch (thrown) {
          reject(thrown);
        }
      };
      call("search", ...list);
    }),
    fingerprint: (key, salt) => call("fingerprint", textAt("fingerprint: key", key), textAt("fingerprint: salt", salt)),
    get snippetLanguages() { return languages ??= table(call("snippetLanguages")); },
    snippet: (language, request, mistakes) =>
      call("snippet", textAt("snippet: language", language), values("snippet", request, {}), idsAt("snippet: mistakes", mistakes)),
    answer: (text) => call("answer", textAt("answer: text", text)),
    entries: (file, ring) => entriesOf(call("entries", file, ringAt("entries: keys", ring))),
    parse: (text) => call("parse", text instanceof Uint8Array ? text : textAt("parse: text", text)),
    mistaken: (id, request, keys, others) =>
      call("mistaken", textAt("mistaken: id", id), values("mistaken", request, keys), othersOf("mistaken", others)),
    sha256: (bytes) => call("sha256", bytes instanceof Uint8Array ? bytes : textAt("sha256: bytes", bytes)),
  };
  return Object.freeze(made);
}

/** @param {any} made @returns {api.Entries | null} */
const entriesOf = (made) => made && { ...made, started: JSON.parse(made.started), ids: JSON.parse(made.ids) };

/** What the module says of a request, by its letter. @type {Record<string, api.Verdict>} */
const verdicts = { "+": "right", "-": "wrong", "!": "error" };

/** @param {string} name @param {unknown} options */
function progressOf(name, options) {
  return functionAt(`${name}: onProgress`, optionOf(name, options, "onProgress"));
}

/**
 * An error that the caller's function throws must not pass through the module:
 * it stops the search and is thrown when that has ended.
 * @param {((done: number, total: number) => unknown) | undefined} onProgress
 */
function guarded(onProgress) {
  /** @type {{ error: unknown } | undefined} */
  let thrown;
  /** @param {number} done @param {number} total */
  const tell = (done, total) => {
    try {
      return onProgress?.(done, total) !== false;
    } catch (error) {
      thrown = { error };
      return false;
    }
  };
  return { tell: onProgress && tell, rethrow: () => { if (thrown) throw thrown.error; } };
}

/** @param {string} name @param {unknown} charset */
function charsetAt(name, charset) {
  return charset === undefined ? undefined : textAt(`${name}: charset`, charset);
}

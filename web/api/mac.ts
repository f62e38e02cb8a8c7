// The JavaScript API of package mac, in the shape of mac.d.ts.

import { macSHA256 } from "build";
import { functionAt, idsAt, listAt, momentAt, optionOf, ringAt, textAt, valuesOf } from "./arguments.ts";
import { MacError } from "./compile.ts";
import { kernelBeside } from "./kernel.ts";
import { loaderOf, table } from "./program.ts";
import type * as api from "./types/mac.d.ts";
import type { Answers, Call, Exports, Failure } from "./program.ts";

export { MacError };

export const load = loaderOf({ name: "mac", sum: macSHA256, bind });

/** Of a file: two lists come as JSON. */
type PackedEntries = Omit<api.Entries, "started" | "ids"> & { started: string, ids: string };
/** verify answers a letter for each, and what search answers is called with what it found. */
type Packed = Omit<Answers<api.NetvisorMac>, "verify" | "search" | "entries"> & { verify: string, search: undefined, entries: PackedEntries | null };
type Found = { value: api.Report, error?: Failure };

function bind(call: Call<Packed>, exports: Exports, instance: WebAssembly.Instance): api.NetvisorMac {
  kernelBeside(instance).then((hash) => { if (hash) (exports.useKernel as (kernel: typeof hash) => void)(hash); }, () => {}); // the first MAC need not wait for it
  const fields = table(exports.fields as api.Field[]);

  // The long tables are made when somebody asks: the first MAC need not wait for them.
  let checks: readonly api.Mistake[] | undefined;
  let mistakes: readonly api.Mistake[] | undefined;
  let languages: readonly api.SnippetLanguage[] | undefined;

  const values = (name: string, request: unknown, keys: unknown) => valuesOf(name, fields, request, keys);

  const charset = (name: string, options: unknown) => charsetAt(name, optionOf(name, options, "charset"));

  const searchArguments = (name: string, request: unknown, keys: unknown, options: unknown, tell: unknown) => [
    values(name, request, keys), charset(name, options), momentAt(`${name}: receivedAt`, optionOf(name, options, "receivedAt")),
    optionOf(name, options, "depth"), tell, optionOf(name, options, "shard"), optionOf(name, options, "shards"), undefined,
    othersOf(name, optionOf(name, options, "others")), idsAt(`${name}: first`, optionOf(name, options, "first")),
  ];

  /** Requests in one string. */
  const othersOf = (name: string, others: unknown) => (others === undefined ? undefined
    : listAt(`${name}: others`, others).map((request) => values(name, request, {})).join(""));

  const made: api.NetvisorMac = {
    fields,
    get checks() { return checks ??= table(call("checks")); },
    get mistakes() { return mistakes ??= table(call("mistakes")); },
    newRequest: (url, now) => call("newRequest", textAt("newRequest: url", url), momentAt("newRequest: now", now)),
    encodeUrl: (url, charset) => call("encodeUrl", textAt("encodeUrl: url", url), charsetAt("encodeUrl", charset)),
    sum: (request, keys, options) => call("sum", values("sum", request, keys), charset("sum", options)),
    headers: (request, keys, options) => call("headers", values("headers", request, keys), charset("headers", options)),
    message: (request, options) => call("message", values("message", request, {}), charset("message", options)),
    verify(requests, keys) {
      const packed = listAt("verify: requests", requests).map((request, i) => values("verify", request, Array.isArray(keys) ? (keys as unknown[])[i] : keys));
      return Array.from(call("verify", packed.join("")), (letter) => verdicts[letter]);
    },
    diagnose(request, keys, options) {
      const { tell, rethrow } = guarded(progressOf("diagnose", options));
      const report = call("diagnose", ...searchArguments("diagnose", request, keys, options, tell));
      rethrow();
      return report;
    },
    async search(request, keys, options) {
      const { tell, rethrow } = guarded(progressOf("search", options));
      const list = searchArguments("search", request, keys, options, tell ?? (() => true));
      const { value, error } = await new Promise<Found>((resolve) => {
        list[7] = resolve;
        call("search", ...list);
      });
      rethrow();
      if (error) throw new MacError(`search: ${error.message}`, error);
      return value;
    },
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

const entriesOf = (made: PackedEntries | null): api.Entries | null => made && { ...made, started: JSON.parse(made.started) as string[], ids: JSON.parse(made.ids) as string[] };

/** What the module says of a request, by its letter. */
const verdicts: Record<string, api.Verdict> = { "+": "right", "-": "wrong", "!": "error" };

function progressOf(name: string, options: unknown) {
  return functionAt(`${name}: onProgress`, optionOf(name, options, "onProgress"));
}

type Told = Parameters<NonNullable<api.DiagnoseOptions["onProgress"]>>;

/** An error that the caller's function throws must not pass through the module: it stops the search and is thrown when that has ended. */
function guarded(onProgress: ((...told: Told) => unknown) | undefined) {
  let thrown: { error: unknown } | undefined;
  const tell = (...told: Told) => {
    try {
      return onProgress?.(...told) !== false;
    } catch (error) {
      thrown = { error };
      return false;
    }
  };
  return { tell: onProgress && tell, rethrow: () => { if (thrown) throw thrown.error; } };
}

function charsetAt(name: string, charset: unknown) {
  return charset === undefined ? undefined : textAt(`${name}: charset`, charset);
}

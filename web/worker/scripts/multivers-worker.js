// Computes for the page about Multivers, off its own thread; see ../worker.js for its messages.

import { multiversSHA256 } from "build";
import { answer } from "../answer.js";
import { moduleCalls } from "../module-calls.js";
import { load } from "../../api/multivers.js";
import { Config } from "../../multivers/config.js";
import { judge } from "../../multivers/judge.js";
import { mask } from "../../multivers/pieces.js";

/** @import { ConfigText, Multivers } from "../../api/types/multivers.d.ts" */
/** @import { Secrets } from "../../multivers/config.js" */
/** @import { Entered } from "../../multivers/judge.js" */

/** @param {ConfigText} told */
const masked = ({ text, secrets }) => secrets.reduceRight((left, { start, end }) => left.slice(0, start) + mask + left.slice(end), text);

/** @type {Multivers} */
let multivers;
/** @type {Config | undefined} */
let config;

answer({
  ...moduleCalls(load, multiversSHA256, (loaded) => { multivers = loaded; }, (bytes) => multivers.sum(bytes)),
  /** @param {Entered} entered */
  judge: (entered) => judge(multivers, entered),
  /** @param {Record<string, string>} texts */
  conceal: (texts) => Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, text && masked(multivers.text(text))])),
  newToken: () => multivers.newToken(),
  /** @param {Uint8Array | undefined} bytes */
  open: (bytes) => { config = bytes && new Config(multivers, bytes); },
  /** @param {Secrets} secrets @param {boolean} shown */
  checkConfig: (secrets, shown) => config?.check(secrets, shown),
  mendConfig: () => config?.mend(),
  /** @param {number} from @param {number} to */
  lines: (from, to) => config?.difference?.lines(from, to) ?? [],
  mended: () => config?.mended,
  test: () => config?.test(),
  token: () => config?.token() ?? "",
  /** @param {Uint8Array} bytes */
  sum: (bytes) => multivers.sum(bytes),
  secrets: () => config?.secrets() ?? [],
  /** @param {Record<string, string>} values @param {string} language */
  record: (values, language) => multivers.record(values, language),
});

// What the page asks of its worker.

import { Crewman } from "../worker/client.js";
import { multiversModule, multiversWorkerSum, multiversWorkerURL } from "../site/served.js";

/** @import { Checked, Config, Mended, Secrets } from "./config.js" */
/** @import { Row } from "./difference.js" */
/** @import { Entered, judge as judgeOf } from "./judge.js" */

const worker = new Crewman(multiversWorkerURL, multiversWorkerSum);

/** Downloads the module; may be called again when it fails. */
export async function loadModule() {
  worker.keep([await worker.call("load", [multiversModule()])]);
}

/** The newest question of each name: the answer to one that was overtaken is null. @type {Map<string, number>} */
const turns = new Map();
/** @type {Map<string, Promise<unknown>>} */
const last = new Map();

/** @param {string} name @param {unknown[]} args @returns {Promise<any>} */
async function newest(name, args) {
  const mine = (turns.get(name) ?? 0) + 1;
  turns.set(name, mine);
  await last.get(name)?.catch(() => {});
  if (turns.get(name) !== mine) return null;
  const answer = worker.call(name, args);
  last.set(name, answer);
  const value = await answer;
  return turns.get(name) === mine ? value : null;
}

/** @param {Entered} entered @returns {Promise<ReturnType<typeof judgeOf> | null>} */
export const judge = (entered) => newest("judge", [entered]);

/** @param {Secrets} secrets @param {boolean} shown @returns {Promise<Checked | null | undefined>} */
export const checkConfig = (secrets, shown) => newest("checkConfig", [secrets, shown]);

/** Mends the file that was checked last. @returns {Promise<Mended | null | undefined>} */
export const mendConfig = () => newest("mendConfig", []);

/** @param {Record<string, string>} values @param {string} language @returns {Promise<string | null>} */
export const recordOf = (values, language) => newest("record", [values, language]);

/** Texts with the secrets in them masked. @param {Record<string, string>} texts @returns {Promise<Record<string, string>>} */
export const conceal = (texts) => worker.call("conceal", [texts]);

/** @param {Uint8Array | undefined} bytes */
export const openConfig = (bytes) => worker.call("open", [bytes]);

/** The SHA-256 of the module that runs. @returns {Promise<string>} */
export const sumOfModule = () => worker.call("sumOfModule", []);

/** @returns {Promise<string>} */
export const newToken = () => worker.call("newToken", []);

/** Lines that were left out. @param {number} from @param {number} to @returns {Promise<Row[]>} */
export const linesBetween = (from, to) => worker.call("lines", [from, to]);

/** @returns {Promise<Uint8Array | undefined>} */
export const mendedConfig = () => worker.call("mended", []);

/** @returns {Promise<ReturnType<Config["test"]> | undefined>} */
export const testConfig = () => worker.call("test", []);

/** @returns {Promise<string>} */
export const tokenOfConfig = () => worker.call("token", []);

/** @returns {Promise<string[]>} */
export const secretsOfConfig = () => worker.call("secrets", []);

/** The SHA-256 of a file. @param {Uint8Array} bytes @returns {Promise<string>} */
export const sumOf = (bytes) => worker.call("sum", [bytes]);

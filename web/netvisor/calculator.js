// What the page asks of its worker.

import { crew, loadModule as load, own as worker } from "../worker/workers.js";

/** @import { Keys, MacRequest, Making, Mistake, Pasted, SnippetLanguage } from "../api/types/mac.d.ts" */
/** @import { Checked, Input, Workings } from "./workings.js" */

/** Downloads the module; may be called again when it fails. */
export function loadModule() {
  loaded = load();
  return loaded;
}

/** The SHA-256 of the module that runs. @returns {Promise<string>} */
export const sumOfModule = () => worker.call("sumOfModule", []);

/** @type {Promise<unknown>} */
let loaded = Promise.resolve();

/** The workers that search. */
export const searchers = crew;

/** A request of this moment. @param {string} url @returns {Promise<MacRequest>} */
export function newRequest(url) {
  return worker.call("newRequest", [url, Date.now()]);
}

/** @returns {Promise<readonly Mistake[]>} */
export function allMistakes() {
  return worker.call("mistakes", []);
}

/**
 * The request with the MAC that a mistake makes of it, or null if it changes nothing.
 * @param {string} id
 * @param {MacRequest} request
 * @param {Keys} keys
 * @returns {Promise<MacRequest | null>}
 */
export function mistaken(id, request, keys) {
  return worker.call("mistaken", [id, request, keys]);
}

/** @returns {Promise<readonly SnippetLanguage[]>} */
export function snippetLanguages() {
  return worker.call("snippetLanguages", []);
}

/**
 * The code, or why there is none.
 * @param {string} language
 * @param {MacRequest} request
 * @param {string[]} mistakes
 * @returns {Promise<{ text: string, error: string }>}
 */
export function snippet(language, request, mistakes) {
  return worker.call("snippet", [language, request, mistakes]);
}

/** @param {string | Uint8Array} text @returns {Promise<Pasted>} */
export async function parse(text) {
  await loaded;
  return worker.call("parse", [text]);
}

/** @param {string} key @param {string} salt @returns {Promise<string>} */
export function fingerprint(key, salt) {
  return worker.call("fingerprint", [key, salt]);
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();
let turn = 0;

/**
 * What the worker makes of the newest input: one that was overtaken while it
 * waited is not computed, and gives null.
 * @param {"workings" | "check"} name
 * @param {Input} input
 * @returns {Promise<any>}
 */
async function newest(name, input) {
  const mine = ++turn;
  await last.catch(() => {});
  if (mine !== turn) return null;
  const answer = worker.call(name, [input]);
  last = answer;
  return answer;
}

/** @param {Input} input @returns {Promise<Workings | null>} */
export const workingsOf = (input) => newest("workings", input);

/** The checks, the verdict, and the mistakes that are found at once. @param {Input} input @returns {Promise<Checked | null>} */
export const checkOf = (input) => newest("check", input);

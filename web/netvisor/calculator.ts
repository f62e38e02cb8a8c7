// What the page asks of its worker.

import { crew, loadModule as load, own as worker } from "../worker/workers.ts";
import type { Keys, MacRequest, Mistake, Pasted, SnippetLanguage } from "../api/types/mac.d.ts";
import type { Checked, Input, Workings } from "./workings.ts";

/** Downloads the module; may be called again when it fails. */
export function loadModule() {
  loaded = load();
  return loaded;
}

/** The SHA-256 of the module that runs. */
export const sumOfModule = (): Promise<string> => worker.call("sumOfModule", []);

let loaded: Promise<unknown> = Promise.resolve();

/** The workers that search. */
export const searchers = crew;

/** A request of this moment. */
export function newRequest(url: string): Promise<MacRequest> {
  return worker.call("newRequest", [url, Date.now()]);
}

export function allMistakes(): Promise<readonly Mistake[]> {
  return worker.call("mistakes", []);
}

/** The request with the MAC that a mistake makes of it, or null if it changes nothing. */
export function mistaken(id: string, request: MacRequest, keys: Keys): Promise<MacRequest | null> {
  return worker.call("mistaken", [id, request, keys]);
}

export function snippetLanguages(): Promise<readonly SnippetLanguage[]> {
  return worker.call("snippetLanguages", []);
}

/** The code, or why there is none. */
export function snippet(language: string, request: MacRequest, mistakes: string[]): Promise<{ text: string, error: string }> {
  return worker.call("snippet", [language, request, mistakes]);
}

export async function parse(text: string | Uint8Array): Promise<Pasted> {
  await loaded;
  return worker.call("parse", [text]);
}

export function fingerprint(key: string, salt: string): Promise<string> {
  return worker.call("fingerprint", [key, salt]);
}

let last: Promise<unknown> = Promise.resolve();
let turn = 0;

/** What the worker makes of the newest input: one that was overtaken while it waited is not computed, and gives null. */
async function newest(name: "workings" | "check", input: Input): Promise<any> {
  const mine = ++turn;
  await last.catch(() => {});
  if (mine !== turn) return null;
  const answer = worker.call(name, [input]);
  last = answer;
  return answer;
}

export const workingsOf = (input: Input): Promise<Workings | null> => newest("workings", input);

/** The checks, the verdict, and the mistakes that are found at once. */
export const checkOf = (input: Input): Promise<Checked | null> => newest("check", input);

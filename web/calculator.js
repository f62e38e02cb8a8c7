// The page's side of the worker.

import { wasmURL, workerURL } from "build";
import { compile } from "./compile.js";

/** @import { MacRequest } from "./mac.d.ts" */
/** @import { Input, Workings } from "./workings.js" */

/** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
const waiting = new Map();
let calls = 0;

/** @type {Worker | undefined} */
let worker = start();

function start() {
  const started = new Worker(workerURL, { type: "module" });
  started.onmessage = ({ data: { id, value, error } }) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  };
  started.onerror = () => {
    worker = undefined; // so that the next call starts another
    for (const { reject } of waiting.values()) reject(new Error("The script of the worker did not arrive. Check the connection."));
    waiting.clear();
  };
  return started;
}

/**
 * @param {string} name
 * @param {...unknown} args
 * @returns {Promise<any>}
 */
function call(name, ...args) {
  return new Promise((resolve, reject) => {
    const id = calls++;
    waiting.set(id, { resolve, reject });
    worker ??= start();
    worker.postMessage({ id, name, args });
  });
}

/**
 * Downloads the module while the worker starts, which takes as long; may be
 * called again when it fails.
 */
export async function loadModule() {
  return call("load", await compile(wasmURL));
}

/** A request of this moment. @param {string} url @returns {Promise<MacRequest>} */
export function newRequest(url) {
  return call("newRequest", url, Date.now());
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();
let turn = 0;

/**
 * The workings of the newest input: one that was overtaken while it waited is
 * not computed, and gives null.
 * @param {Input} input
 * @returns {Promise<Workings | null>}
 */
export async function workingsOf(input) {
  const mine = ++turn;
  await last.catch(() => {});
  if (mine !== turn) return null;
  const answer = call("workings", input);
  last = answer;
  return answer;
}

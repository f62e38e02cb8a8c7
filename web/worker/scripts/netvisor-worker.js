// Computes for the page about Netvisor, off its own thread, so that typing never waits. A message is {id, name, args};
// its answers are {id, progress}, then {id, value} or {id, error}.

import { macSHA256 } from "build";
import { answer } from "../answer.js";
import { load } from "../../api/mac.js";
import { moduleCalls } from "../module-calls.js";
import { requestCalls } from "../../requests/calls.js";
import { Reading } from "../../requests/reading.js";
import { check, search, snippet, workings } from "../../netvisor/workings.js";

/** @import { Keys, MacRequest, NetvisorMac } from "../../api/types/mac.d.ts" */
/** @import { Input, Part } from "../../netvisor/workings.js" */

/** @type {NetvisorMac} */
let mac;
/** @type {Reading} */
let reading;
let stopped = false;

/** Each takes the number of its call after its own arguments. */
const calls = {
  ...moduleCalls(load, macSHA256, (loaded) => {
    mac = loaded;
    reading = new Reading(mac);
  }, (bytes) => mac.sha256(bytes)),
  /** @param {Input} input */
  workings: (input) => workings(mac, input),
  /** @param {Input} input */
  check: (input) => check(mac, input),
  /** @param {Input} input @param {Part} part @param {number} id */
  search(input, part, id) {
    stopped = false;
    return search(mac, input, part, (done, total) => {
      postMessage({ id, progress: [done, total] });
      return !stopped;
    });
  },
  stop: () => { stopped = true; },
  /** @param {string} url @param {number} now */
  newRequest: (url, now) => mac.newRequest(url, new Date(now)),
  mistakes: () => mac.mistakes,
  /** @param {string} id @param {MacRequest} request @param {Keys} keys */
  mistaken(id, request, keys) {
    try {
      return { ...request, mac: mac.mistaken(id, request, keys).mac };
    } catch {
      return null;
    }
  },
  snippetLanguages: () => mac.snippetLanguages,
  /** @param {string} language @param {MacRequest} request @param {string[]} mistakes */
  snippet: (language, request, mistakes) => snippet(mac, language, request, mistakes),
  /** @param {string | Uint8Array} text */
  parse: (text) => mac.parse(text),
  /** @param {string} key @param {string} salt */
  fingerprint: (key, salt) => mac.fingerprint(key, salt),
  ...requestCalls(() => reading),
};

answer(calls);

// Computes for the page about Netvisor, off its own thread, so that typing never waits. A message is {id, name, args};
// its answers are {id, progress}, then {id, value} or {id, error}.

import { macSHA256 } from "build";
import { answer } from "../answer.ts";
import { load } from "../../api/mac.ts";
import { moduleCalls } from "../module-calls.ts";
import { requestCalls } from "../../requests/calls.ts";
import { Reading } from "../../requests/reading.ts";
import { check, search, snippet, workings } from "../../netvisor/workings.ts";
import type { Keys, MacRequest, NetvisorMac } from "../../api/types/mac.d.ts";
import type { Input, Part } from "../../netvisor/workings.ts";

let mac: NetvisorMac;
let reading: Reading;
let stopped = false;

/** Each takes the number of its call after its own arguments. */
const calls = {
  ...moduleCalls(load, macSHA256, (loaded) => {
    mac = loaded;
    reading = new Reading(mac);
  }, (bytes) => mac.sha256(bytes)),
  workings: (input: Input) => workings(mac, input),
  check: (input: Input) => check(mac, input),
  search(input: Input, part: Part, id: number) {
    stopped = false;
    return search(mac, input, part, (done, total) => {
      postMessage({ id, progress: [done, total] });
      return !stopped;
    });
  },
  stop: () => { stopped = true; },
  newRequest: (url: string, now: number) => mac.newRequest(url, new Date(now)),
  mistakes: () => mac.mistakes,
  mistaken(id: string, request: MacRequest, keys: Keys) {
    try {
      return { ...request, mac: mac.mistaken(id, request, keys).mac };
    } catch {
      return null;
    }
  },
  snippetLanguages: () => mac.snippetLanguages,
  snippet: (language: string, request: MacRequest, mistakes: string[]) => snippet(mac, language, request, mistakes),
  parse: (text: string | Uint8Array) => mac.parse(text),
  fingerprint: (key: string, salt: string) => mac.fingerprint(key, salt),
  ...requestCalls(() => reading),
};

answer(calls);

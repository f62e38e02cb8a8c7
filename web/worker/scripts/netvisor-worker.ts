// Computes for the page about Netvisor, off its own thread, so that typing never waits; see ../answer.ts for its messages.

import { macSHA256 } from "build";
import { answer } from "../answer.ts";
import { load } from "../../api/mac.ts";
import { moduleCalls } from "../module-calls.ts";
import { requestCalls } from "../../requests/calls.ts";
import { Reading } from "../../requests/reading.ts";
import { check, search, snippet, workings } from "../../netvisor/workings.ts";
import type { Report } from "../answer.ts";
import type { Keys, MacRequest, NetvisorMac } from "../../api/types/mac.d.ts";
import type { Input, Part } from "../../netvisor/workings.ts";

let mac: NetvisorMac;
let reading: Reading;
let stopped = false;

const calls = {
  ...moduleCalls(load, macSHA256, (loaded) => {
    mac = loaded;
    reading = new Reading(mac);
  }, (bytes) => mac.sha256(bytes)),
  workings: (input: Input) => workings(mac, input),
  check: (input: Input) => check(mac, input),
  /** @param report is told how many combinations were seen, of about how many */
  search(input: Input, part: Part, report: Report<[tried: number, total: number]>) {
    stopped = false;
    return search(mac, input, part, (tried, total) => {
      report([tried, total]);
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

export type NetvisorCalls = typeof calls;

answer(calls);

// Computes for the page about Netvisor, off its own thread, so that typing never waits; see ../answer.ts for its messages.

import { macSHA256 } from "build";
import { answer } from "../answer.ts";
import { load } from "../../api/mac.ts";
import { moduleCalls } from "../module-calls.ts";
import { check, search, snippet, workings } from "../../netvisor/workings.ts";
import type { Report } from "../answer.ts";
import type { Keys, MacRequest, NetvisorMac, Stage } from "../../api/types/mac.d.ts";
import type { Input, Part } from "../../netvisor/workings.ts";

let mac: NetvisorMac;
let stopped = false;

const calls = {
  ...moduleCalls(load, macSHA256, (loaded) => { mac = loaded; }, (bytes) => mac.sha256(bytes)),
  workings: (input: Input) => workings(mac, input),
  check: (input: Input) => check(mac, input),
  /** @param report is told how many combinations were seen, of about how many, and the stages */
  search(input: Input, part: Part, report: Report<[tried: number, total: number, stages: Stage[]]>) {
    stopped = false;
    return search(mac, input, part, (...progress) => {
      report(progress);
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
};

export type NetvisorCalls = typeof calls;

answer(calls);

// netvisor-mac check: the verdict on every request in files or in what is piped in.

import { readFileSync } from "node:fs";
import { remember } from "../text/guard.ts";
import { Trouble, progress, say } from "./console.ts";
import { keysFrom } from "./keys.ts";
import { optionsOf } from "./options.ts";
import { loaded } from "./package.ts";
import { inWords } from "./words.ts";

import type { Charset, Keys, MacRequest, Mistake, NetvisorMac, Note } from "../api/types/mac.d.ts";

interface Read { file: string, request: MacRequest, keys: Partial<Keys>, notes: Note[] }

type Told = Pick<Mistake, "id" | "title" | "fix" | "detail">;

export interface Checked {
  file: string;
  request: MacRequest;
  /** unchecked: it has no MAC. */
  verdict: "right" | "wrong" | "error" | "unchecked";
  /** The right MAC. */
  want?: string;
  /** Why the right MAC cannot be computed. */
  error?: string;
  /** Each, taken whole, makes the MAC that was sent. */
  causes: Told[][];
  /** How many MACs were computed. */
  tried: number;
  /** All of the depth was tried. */
  exhausted: boolean;
  notices: Told[];
  notes: Pick<Note, "id" | "text" | "line" | "doubt">[];
}

interface HowFar { charset?: Charset, depth: 1 | 2 | 3 }

const depths = { 1: 1, 2: 2, 3: 3 } as const;

export async function check(words: string[]): Promise<number> {
  const { values, json, charset, rest } = optionsOf(words, ["depth"]);
  const depth = depths[(values.depth ?? "3") as "1"] as 1 | 2 | 3 | undefined;
  if (!depth) throw new Trouble(`--depth is 1, 2 or 3, not "${values.depth ?? ""}".`);
  if (rest.length === 0 && process.stdin.isTTY) throw new Trouble("check takes the name of a file, or what is piped in.");
  const mac = await loaded();
  const { requests, keys } = readAll(mac, rest.length ? rest : ["-"]);
  if (requests.length === 0) throw new Trouble(`No request to Netvisor was found in ${rest.join(", ") || "what was piped in"}.`);
  const checked = await checkAll(mac, requests, keys, { ...charset && { charset }, depth });
  say(json, { requests: checked }, ({ requests }) => requests.map(inWords).join("\n"));
  return statusOf(checked);
}

function readAll(mac: NetvisorMac, files: string[]) {
  const requests: Read[] = [];
  const keys: Partial<Keys> = {};
  for (const file of files) {
    const pasted = mac.parse(readFileSync(file === "-" ? 0 : file));
    for (const each of [pasted, ...pasted.requests]) {
      remember(each.keys?.customer, each.keys?.partner);
    }
    Object.assign(keys, pasted.keys);
    pasted.requests.forEach((found, i) => {
      if (!found.request.url && !found.request.mac) return;
      requests.push({ file: file === "-" ? "standard input" : file, request: found.request, keys: found.keys, notes: pasted.notes.filter(({ request }) => request === i || request === -1) });
    });
  }
  return { requests, keys };
}

async function checkAll(mac: NetvisorMac, requests: Read[], shared: Partial<Keys>, options: HowFar) {
  let asked: Keys | undefined;
  let first: string[] = [];
  const checked: Checked[] = [];
  for (const { file, request, keys, notes } of requests) {
    const own = { ...shared, ...keys };
    const about = { file, request, notes: notes.map(({ id, text, line, doubt }) => ({ id, text, ...line && { line }, ...doubt && { doubt } })) };
    if (!request.mac) {
      checked.push({ ...about, verdict: "unchecked", causes: [], tried: 0, exhausted: false, notices: [] });
      continue;
    }
    const whole = own.customer && own.partner ? { customer: own.customer, partner: own.partner } : asked ??= await keysFrom(own);
    const result = await judged(mac, request, whole, { ...options, first });
    first = result.causes[0]?.map(({ id }) => id) ?? first; // what one program did wrong, it did in its other requests, too
    checked.push({ ...about, ...result });
  }
  return checked;
}

async function judged(mac: NetvisorMac, request: MacRequest, keys: Keys, options: HowFar & { first: string[] }): Promise<Omit<Checked, "file" | "request" | "notes">> {
  const bar = progress();
  const report = await mac.search(request, keys, { ...options, onProgress: bar.show });
  bar.clear();
  const { ok, want, error, causes, tried, exhausted, notices } = report;
  const verdict = error ? "error" : ok ? "right" : "wrong";
  return { verdict, ...want && { want }, ...error && { error: error.message }, causes: causes.map((cause) => cause.map(essence)), tried, exhausted, notices: notices.map(essence) };
}

const essence = ({ id, title, fix, detail }: Mistake): Told => ({ id, title, fix, ...detail && { detail } });

function statusOf(checked: Checked[]) {
  if (checked.some(({ verdict }) => verdict === "wrong" || verdict === "error")) return 1;
  return checked.some(({ verdict }) => verdict === "right") ? 0 : 2;
}

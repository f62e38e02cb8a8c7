// Computes for the page about Multivers, off its own thread; see ../answer.ts for its messages.

import { multiversSHA256 } from "build";
import { answer } from "../answer.ts";
import { moduleCalls } from "../module-calls.ts";
import { load } from "../../api/multivers.ts";
import { Config } from "../../multivers/config.ts";
import { judge } from "../../multivers/judge.ts";
import { mask } from "../../multivers/pieces.ts";
import type { ConfigText, Multivers } from "../../api/types/multivers.d.ts";
import type { Secrets } from "../../multivers/config.ts";
import type { Entered } from "../../multivers/judge.ts";

const masked = ({ text, secrets }: ConfigText) => secrets.reduceRight((left, { start, end }) => left.slice(0, start) + mask + left.slice(end), text);

let multivers: Multivers;
let config: Config | undefined;

const calls = {
  ...moduleCalls(load, multiversSHA256, (loaded) => { multivers = loaded; }, (bytes) => multivers.sum(bytes)),
  judge: (entered: Entered) => judge(multivers, entered),
  conceal: (texts: Record<string, string>) => Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, text && masked(multivers.text(text))])),
  newToken: () => multivers.newToken(),
  open: (bytes: Uint8Array | undefined) => { config = bytes && new Config(multivers, bytes); },
  checkConfig: (secrets: Secrets, shown: boolean) => config?.check(secrets, shown),
  mendConfig: () => config?.mend(),
  lines: (from: number, to: number) => config?.difference?.lines(from, to) ?? [],
  mended: () => config?.mended,
  test: () => config?.test(),
  token: () => config?.token() ?? "",
  sum: (bytes: Uint8Array) => multivers.sum(bytes),
  secrets: () => config?.secrets() ?? [],
  record: (values: Record<string, string>, language: string) => multivers.record(values, language),
};

export type MultiversCalls = typeof calls;

answer(calls);

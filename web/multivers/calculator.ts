// What the page asks of its worker.

import { Crewman } from "../worker/client.ts";
import { multiversModule, multiversWorkerSum, multiversWorkerURL } from "../site/served.ts";
import type { Checked, Config, Mended, Secrets } from "./config.ts";
import type { Row } from "./difference.ts";
import type { Entered, judge as judgeOf } from "./judge.ts";

const worker = new Crewman(multiversWorkerURL, multiversWorkerSum);

/** Downloads the module; may be called again when it fails. */
export async function loadModule() {
  worker.keep([await worker.call("load", [multiversModule()])]);
}

/** The newest question of each name: the answer to one that was overtaken is null. */
const turns = new Map<string, number>();
const last = new Map<string, Promise<unknown>>();

async function newest(name: string, args: unknown[]): Promise<any> {
  const mine = (turns.get(name) ?? 0) + 1;
  turns.set(name, mine);
  await last.get(name)?.catch(() => {});
  if (turns.get(name) !== mine) return null;
  const answer = worker.call(name, args);
  last.set(name, answer);
  const value = await answer;
  return turns.get(name) === mine ? value : null;
}

export const judge = (entered: Entered): Promise<ReturnType<typeof judgeOf> | null> => newest("judge", [entered]);

export const checkConfig = (secrets: Secrets, shown: boolean): Promise<Checked | null | undefined> => newest("checkConfig", [secrets, shown]);

/** Mends the file that was checked last. */
export const mendConfig = (): Promise<Mended | null | undefined> => newest("mendConfig", []);

export const recordOf = (values: Record<string, string>, language: string): Promise<string | null> => newest("record", [values, language]);

/** Texts with the secrets in them masked. */
export const conceal = (texts: Record<string, string>): Promise<Record<string, string>> => worker.call("conceal", [texts]);

export const openConfig = (bytes: Uint8Array | undefined) => worker.call("open", [bytes]);

/** The SHA-256 of the module that runs. */
export const sumOfModule = (): Promise<string> => worker.call("sumOfModule", []);

export const newToken = (): Promise<string> => worker.call("newToken", []);

/** Lines that were left out. */
export const linesBetween = (from: number, to: number): Promise<Row[]> => worker.call("lines", [from, to]);

export const mendedConfig = (): Promise<Uint8Array | undefined> => worker.call("mended", []);

export const testConfig = (): Promise<ReturnType<Config["test"]> | undefined> => worker.call("test", []);

export const tokenOfConfig = (): Promise<string> => worker.call("token", []);

export const secretsOfConfig = (): Promise<string[]> => worker.call("secrets", []);

/** The SHA-256 of a file. */
export const sumOf = (bytes: Uint8Array): Promise<string> => worker.call("sum", [bytes]);

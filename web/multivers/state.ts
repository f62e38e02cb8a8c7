// The saved state: everything that was entered, as JSON; without tokens and web.config unless asked for.

import { version } from "version";
import { asked, guardedJSON, mask } from "../text/guard.ts";
import { Refused } from "./refused.ts";
import { t } from "./words.ts";
import type { Given } from "./file.ts";
import type { Snapshot } from "./store.ts";

export interface Saved {
  entered: Snapshot;
  /** SHA-256 of the files, "" for none */
  sums: { before: string, mended: string, test: string, testBefore: string };
  config: Given | undefined;
  /** when, in UTC */
  made: string;
  /** whether it holds tokens and web.config */
  open: boolean;
}

/** What has the form of a token: long, of small and capital letters and digits. */
export const tokenForm = /(?=[A-Za-z0-9]*[a-z])(?=[A-Za-z0-9]*[A-Z])(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{24,}/g;

/** @param open with the secrets; else the guard knows them, and none stands in a value by its name */
export function stateFile({ entered, sums, config }: Omit<Saved, "made" | "open">, open: boolean, now: Date) {
  const { values, ticks, days, secrets } = entered;
  const made = { multiversInstallation: 1, made: now.toISOString(), page: version };
  if (!open) {
    const all = Object.entries(values).map(([id, value]) => [id, value.replace(tokenForm, mask)] as const);
    return guardedJSON({ ...made, values: Object.fromEntries(all), ticks, days, sums }, false);
  }
  return asked(JSON.stringify({
    ...made, values, ticks, days, sums, secrets,
    ...(config ? { config: { name: config.name, pasted: config.pasted, base64: base64(config.bytes) } } : {}),
  }, null, 1) + "\n");
}

/** Whether a file is meant to be a state, whole or not. */
export const isState = (beginning: string) => /^\ufeff?\s*\{\s*"multiversInstallation"/.test(beginning);

/** Whether a file is meant to be a web.config instead, in whatever encoding. */
export const isMarkup = (bytes: Uint8Array) => /^[\ufffd\0\s]*</.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/** Reads a saved state; what is not one is refused with a sentence. @param name of the file */
export function readState(text: string, name: string): Saved {
  let read: Partial<Record<string, unknown>> | null;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, "")) as typeof read;
  } catch {
    throw new Refused(() => t(isState(text) ? "keeping.broken" : "keeping.other", { name }));
  }
  const form = read?.multiversInstallation;
  if (!read || typeof form !== "number") throw new Refused(() => t("keeping.other", { name }));
  if (form !== 1) throw new Refused(() => t("keeping.newer", { name, version: form }));
  return {
    entered: { values: textsOf(read.values), ticks: Array.isArray(read.ticks) ? read.ticks.filter((tick) => typeof tick === "string") : [], days: textsOf(read.days), secrets: textsOf(read.secrets) },
    sums: { before: "", mended: "", test: "", testBefore: "", ...textsOf(read.sums) },
    config: configOf(read.config, name), made: typeof read.made === "string" ? read.made.slice(0, 40) : "", open: read.secrets !== undefined,
  };
}

function textsOf(read: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(read ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

function configOf(read: unknown, name: string): Given | undefined {
  if (!read) return undefined;
  const { name: own, pasted, base64 } = read as Record<string, unknown>;
  try {
    return { name: String(own), pasted: pasted === true, bytes: Uint8Array.from(atob(String(base64)), (character) => character.charCodeAt(0)) };
  } catch {
    throw new Refused(() => t("keeping.broken", { name }));
  }
}

function base64(bytes: Uint8Array) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

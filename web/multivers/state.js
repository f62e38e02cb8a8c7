// The saved state: everything that was entered, as JSON; without tokens and web.config unless asked for.

import { version } from "version";
import { asked, guardedJSON, mask } from "../text/guard.js";
import { Refused } from "./refused.js";
import { t } from "./words.js";

/** @import { Given } from "./file.js" */
/** @import { Snapshot } from "./store.js" */

/**
 * @typedef {object} Saved
 * @property {Snapshot} entered
 * @property {{ before: string, mended: string, test: string, testBefore: string }} sums SHA-256 of the files, "" for none
 * @property {Given | undefined} config
 * @property {string} made when, in UTC
 * @property {boolean} open whether it holds tokens and web.config
 */

/** What has the form of a token: long, of small and capital letters and digits. */
export const tokenForm = /(?=[A-Za-z0-9]*[a-z])(?=[A-Za-z0-9]*[A-Z])(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{24,}/g;

/**
 * @param {Omit<Saved, "made" | "open">} state
 * @param {boolean} open with the secrets; else the guard knows them, and none stands in a value by its name
 * @param {Date} now
 */
export function stateFile({ entered, sums, config }, open, now) {
  const { values, ticks, days, secrets } = entered;
  const made = { multiversInstallation: 1, made: now.toISOString(), page: version };
  if (!open) {
    const all = Object.entries(values).map(([id, value]) => [id, value.replace(tokenForm, mask)]);
    return guardedJSON({ ...made, values: Object.fromEntries(all), ticks, days, sums }, false);
  }
  return asked(JSON.stringify({
    ...made, values, ticks, days, sums, secrets,
    ...(config ? { config: { name: config.name, pasted: config.pasted, base64: base64(config.bytes) } } : {}),
  }, null, 1) + "\n");
}

/** Whether a file is meant to be a state, whole or not. @param {string} beginning */
export const isState = (beginning) => /^\ufeff?\s*\{\s*"multiversInstallation"/.test(beginning);

/** Whether a file is meant to be a web.config instead, in whatever encoding. @param {Uint8Array} bytes */
export const isMarkup = (bytes) => /^[\ufffd\0\s]*</.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/**
 * Reads a saved state; what is not one is refused with a sentence.
 * @param {string} text
 * @param {string} name of the file
 * @returns {Saved}
 */
export function readState(text, name) {
  /** @type {any} */
  let read;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Refused(() => t(isState(text) ? "keeping.broken" : "keeping.other", { name }));
  }
  const form = read?.multiversInstallation;
  if (typeof form !== "number") throw new Refused(() => t("keeping.other", { name }));
  if (form !== 1) throw new Refused(() => t("keeping.newer", { name, version: form }));
  return {
    entered: { values: textsOf(read.values), ticks: Array.isArray(read.ticks) ? read.ticks.filter((/** @type {unknown} */ tick) => typeof tick === "string") : [], days: textsOf(read.days), secrets: textsOf(read.secrets) },
    sums: { before: "", mended: "", test: "", testBefore: "", ...textsOf(read.sums) },
    config: configOf(read.config, name), made: typeof read.made === "string" ? read.made.slice(0, 40) : "", open: read.secrets !== undefined,
  };
}

/** @param {any} read @returns {Record<string, string>} */
function textsOf(read) {
  return Object.fromEntries(Object.entries(read ?? {}).filter(([, text]) => typeof text === "string"));
}

/** @param {any} read @param {string} name @returns {Given | undefined} */
function configOf(read, name) {
  if (!read) return undefined;
  try {
    return { name: String(read.name), pasted: read.pasted === true, bytes: Uint8Array.from(atob(read.base64), (character) => character.charCodeAt(0)) };
  } catch {
    throw new Refused(() => t("keeping.broken", { name }));
  }
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

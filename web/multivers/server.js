// Which of the files known here is the one on the server, by the SHA-256 that Get-FileHash prints there.

import { value } from "./store.js";
import { t } from "./words.js";

/** @import { Finding } from "../api/types/multivers.d.ts" */

/** @typedef {{ before: string, mended: string, test: string }} Known SHA-256 of the files of this page, "" for those that there are not */
/** @typedef {"none" | "open" | "mended" | "original" | "test" | "unknown"} Compared */

/** @type {Record<Compared, Finding["severity"]>} */
const severities = { none: "warning", open: "info", mended: "ok", original: "ok", test: "error", unknown: "warning" };

/** @param {Known} known @returns {Compared | ""} "" if nothing was pasted */
export function compared({ before, mended, test }) {
  const text = value("server-sum");
  if (!text.trim()) return "";
  const [sum] = text.toLowerCase().match(/\b[0-9a-f]{64}\b/) ?? [];
  if (!sum) return "none";
  if (!before && !mended && !test) return "open";
  if (sum === test) return "test";
  if (sum === mended) return "mended";
  return sum === before ? "original" : "unknown";
}

/** @param {Known} known @returns {Finding[]} */
export function serverFindings(known) {
  const id = compared(known);
  return id ? [{ id: `server-${id}`, severity: severities[id], title: t(`server.sum.${id}`), fix: t(`server.sum.${id}.fix`) }] : [];
}

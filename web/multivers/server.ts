// Which of the files known here is the one on the server, by the SHA-256 that Get-FileHash prints there.

import { value } from "./store.ts";
import { t } from "./words.ts";
import type { Finding } from "../api/types/multivers.d.ts";
import type { Own } from "./findings.ts";

/** SHA-256 of the files of this page, "" for those that there are not */
export type Known = { before: string, mended: string, test: string };
type Compared = "none" | "open" | "mended" | "original" | "test" | "unknown";

const severities: Record<Compared, Finding["severity"]> = { none: "warning", open: "info", mended: "ok", original: "ok", test: "error", unknown: "warning" };

/** @returns "" if nothing was pasted */
export function compared({ before, mended, test }: Known): Compared | "" {
  const text = value("server-sum");
  if (!text.trim()) return "";
  const [sum] = text.toLowerCase().match(/\b[0-9a-f]{64}\b/) ?? [];
  if (!sum) return "none";
  if (!before && !mended && !test) return "open";
  if (sum === test) return "test";
  if (sum === mended) return "mended";
  return sum === before ? "original" : "unknown";
}

export function serverFindings(known: Known): Own[] {
  const id = compared(known);
  return id ? [{ id: `server-${id}`, severity: severities[id], title: t(`server.sum.${id}`), fix: t(`server.sum.${id}.fix`) }] : [];
}

// What a case file holds, and how one is told from other texts.

import type { Charset, MacRequest, Mistake, Report } from "../../api/types/mac.d.ts";
import type { DescribedKeys } from "./described.ts";

/** what is handed over of a report */
export type Finding = Pick<Report, "ok" | "causes" | "notices" | "tried" | "exhausted">;
export type Named = { id: string, title: string, detail?: string, found?: Mistake["found"] };
export interface Case {
  /** the version of this form */
  netvisorCase: 1;
  /** when, in UTC */
  made: string;
  request: MacRequest;
  charset: Charset | "";
  /** null if nothing was checked */
  report: { ok: boolean, causes: Named[][], notices: Named[], doubts: Named[], tried: number, exhausted: boolean } | null;
  keys: DescribedKeys;
}

export function isCase(text: string) {
  return /^\ufeff?\s*\{\s*"netvisorCase"/.test(text);
}

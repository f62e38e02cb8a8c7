// All that the self-test tries, in order.

import { functionTrials } from "./functions.ts";
import { mistakeTrial } from "./mistakes.ts";
import { multiversTrials } from "./multivers.ts";
import { vectorTrial } from "./vectors.ts";
import type { NetvisorMac } from "../api/types/mac.d.ts";
import type { Multivers } from "../api/types/multivers.d.ts";
import type { Vector } from "./vectors.ts";

/** what is tried */
export type Apis = { mac: NetvisorMac, multivers: Multivers };

export type Group = "vectors" | "functions" | "multivers" | "mistakes";

export interface Trial {
  group: Group;
  name: string;
  /** throws what is wrong, a Difference at best */
  run: (apis: Apis) => void | Promise<void>;
}

export function trialsOf(mac: NetvisorMac, vectors: Vector[]): Trial[] {
  return [...vectors.map(vectorTrial), ...functionTrials, ...multiversTrials, ...mac.mistakes.map(mistakeTrial)];
}

// What Netvisor answered to the request in the form, if that was pasted: a verdict takes it into account.

import type { Answer } from "../api/types/mac.d.ts";

let kept: Answer | undefined;

export function keepAnswer(answer?: Answer) {
  kept = answer;
}

/** What can be wrong where the MAC is right, the most probable first, by what the answer says. What is not here has passed that. */
const reasons = {
  "answer-partner-not-found": ["partner", "keys"],
  "answer-string-shown": ["keys", "partner"],
  "answer-keys-not-valid": ["keys", "partner"],
  "answer-authentication-failed": ["keys", "partner", "headers"],
  "answer-not-unique": ["transaction"],
  "answer-no-access": ["rights"],
} as const;
export type Reason = typeof reasons[keyof typeof reasons][number];

/** The answer, if it refuses the request for what a right MAC does not show. */
export function refusal(): { answer: Answer, left: readonly Reason[] } | undefined {
  const id = kept?.explanation?.id;
  return kept && id && id in reasons ? { answer: kept, left: reasons[id as keyof typeof reasons] } : undefined;
}

// What Netvisor answered to the request that the form holds, if that was pasted: a verdict on that request takes it into account.

import { requestNames } from "./request.ts";
import type { Answer, MacRequest } from "../api/types/mac.d.ts";

let kept: { answer: Answer, request: MacRequest } | undefined;

/** Keeps an answer with the request of the form. One that came before its request belongs to the next. */
export function keepAnswer(answer: Answer | undefined, request: MacRequest) {
  const waiting = kept?.request.url ? undefined : kept?.answer, known = answer ?? waiting;
  kept = known && { answer: known, request };
}

export function forgetAnswer() {
  kept = undefined;
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

/** The answer to a request, if it was refused for what a right MAC does not show. One that was changed since is another. */
export function refusalOf(request: MacRequest): { answer: Answer, left: readonly Reason[] } | undefined {
  const id = kept?.answer.explanation?.id;
  if (!kept || !id || !Object.hasOwn(reasons, id) || requestNames.some((name) => kept?.request[name] !== request[name])) return;
  return { answer: kept.answer, left: reasons[id as keyof typeof reasons] };
}

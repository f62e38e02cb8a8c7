// A text in the box with the keys in it covered, letter by letter, so that all places stay where they are; and the way back.

import { alike } from "../../text/alike.ts";
import { keysIn } from "../../text/guard.ts";
import { readOf } from "./filling.ts";
import type { Found, Keys, Pasted } from "../../api/types/mac.d.ts";

/** Stands for one code unit of a key. */
const bullet = "●";

/** @param pasted what was found in it */
export function coveredText(text: string, pasted?: Pasted) {
  const read = (pasted ? readOf(pasted) : []).flatMap(({ sources: { customerKey, partnerKey } }) => [customerKey ?? [], partnerKey ?? []].flat());
  return [...read, ...keysIn(text, false)].reduce((left, { start, end }) => left.slice(0, start) + bullet.repeat(left.slice(start, end).length) + left.slice(end), text);
}

/** The keys that were found, without what covers one that was copied out of the box. */
export const keysOf = ({ keys }: Found): Partial<Keys> => Object.fromEntries(Object.entries(keys).filter(([, key]) => !key.includes(bullet)));

/**
 * The text that an edited box stands for: what was changed in it is changed in the text behind it.
 * @param behind shown is as long as the text, or empty
 */
export function uncovered({ text, shown }: { text: string, shown: string }, edited: string) {
  if (shown.length !== text.length || shown === "") return edited;
  const [start, end] = alike(shown, edited);
  return text.slice(0, start) + edited.slice(start, edited.length - end) + text.slice(text.length - end);
}

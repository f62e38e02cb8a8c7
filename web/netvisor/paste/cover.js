// A text in the box with the keys in it covered, letter by letter, so that all places stay where they are; and the way back.

import { alike } from "../../text/alike.js";
import { keysIn } from "../../text/guard.js";

/** @import { Found, Keys, Pasted } from "../../api/types/mac.d.ts" */

/** Stands for one code unit of a key. */
const bullet = "●";

/**
 * @param {string} text
 * @param {Pasted} [pasted] what was found in it
 */
export function coveredText(text, pasted) {
  const read = (pasted?.requests ?? []).flatMap(({ sources: { customerKey, partnerKey } }) => [customerKey ?? [], partnerKey ?? []].flat());
  return [...read, ...keysIn(text, false)].reduce((left, { start, end }) => left.slice(0, start) + bullet.repeat(left.slice(start, end).length) + left.slice(end), text);
}

/** The keys that were found, without what covers one that was copied out of the box. @param {Found} found @returns {Partial<Keys>} */
export const keysOf = ({ keys }) => Object.fromEntries(Object.entries(keys).filter(([, key]) => !key.includes(bullet)));

/**
 * The text that an edited box stands for: what was changed in it is changed in the text behind it.
 * @param {{ text: string, shown: string }} behind shown is as long as the text, or empty
 * @param {string} edited
 */
export function uncovered({ text, shown }, edited) {
  if (shown.length !== text.length || shown === "") return edited;
  const [start, end] = alike(shown, edited);
  return text.slice(0, start) + edited.slice(start, edited.length - end) + text.slice(text.length - end);
}

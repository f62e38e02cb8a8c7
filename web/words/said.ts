// What Go says: its own English, or the sentence that a catalogue has under the same id, with what Go says stands in the gaps.

import { duration, number, wordsOf } from "./language.ts";
import { phrase } from "./phrase.ts";
import type { Arg, FieldName, Said } from "../api/types/mac.d.ts";

interface Row { title: string, fix: string, detail?: string, said: { title: Said, fix: Said, detail?: Said[] } }

/**
 * What tells the texts of a catalogue.
 * @param nameOf says what a field is called, with its article or without
 */
export function sayer(catalogue: string, nameOf: (field: FieldName, article: boolean) => string = String) {
  /** @param english what Go says */
  const say = ({ id, args = {} }: Said, english: string): string => {
    const text = wordsOf(catalogue)?.[id];
    return text === undefined ? english : phrase(text, Object.fromEntries(Object.entries(args).flatMap(filling)));
  };

  /** An argument as its words, and as them at the beginning of a sentence. */
  const filling = ([name, arg]: [string, Arg]): [string, string][] => [[name, worded(arg)], [capitalised(name), capitalised(worded(arg))]];

  const worded = (arg: Arg): string =>
    typeof arg === "string" ? arg
    : typeof arg === "number" ? number(arg)
    : Array.isArray(arg) ? arg.map(worded).join(", ")
    : "field" in arg ? nameOf(arg.field, false)
    : "theField" in arg ? nameOf(arg.theField, true)
    : "milliseconds" in arg ? duration(arg.milliseconds)
    : say(arg, "");

  /** A row of a table, or one that was found of it, as a copy. */
  const row = <T extends Row>(row: T): T => {
    const { said: { title, fix, detail }, ...english } = row;
    if (!wordsOf(catalogue)) return row;
    return { ...row, title: say(title, english.title), fix: say(fix, english.fix), ...(detail && { detail: detail.map((text) => say(text, "")).reduce(joined) }) };
  };

  return { say, row };
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** As Go puts sentences, and what stands within one, one after the other. */
const joined = (before: string, text: string) => `${before}${before.endsWith(".") ? "" : ";"} ${text}`;

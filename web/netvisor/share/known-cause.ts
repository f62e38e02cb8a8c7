// What a case file says of a mistake, in this page's own words: its text is somebody else's, and no voice of the page.

import { isKey } from "../../words/page-words.ts";
import type { Mistake } from "../../api/types/mac.d.ts";
import type { Named } from "./case.ts";

/** A mistake as the table of mistakes has it; without an id if that does not know it. */
export function asKnown({ id, title, found }: Named, known: readonly Mistake[]): Mistake {
  const mistake = known.find((row) => row.id === id);
  if (!mistake) return { id: "", title, fix: "", said: { title: { id: "" }, fix: { id: "" } } };
  const own = found && id.startsWith(found.id.split(".")[0]) && isKey(`found.${found.id}`) && fieldsOf(found.args).every((name) => isKey(`field.${name}.the`));
  return own ? { ...mistake, found: { id: found.id, args: Object.fromEntries(Object.entries(found.args).map(([name, value]) => [name, value.slice(0, longest)])) } } : mistake;
}

/** The names of fields that a sentence tells by their words. */
const fieldsOf = ({ field, fields }: Partial<Record<string, string>>) => [field, fields].flatMap((names) => names?.split(",") ?? []);

/** Of a value that a case file has found. */
const longest = 60;

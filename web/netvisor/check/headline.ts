// What was found, in one sentence, with its values and which way round it is; and where more is said of it.

import { duration } from "../../words/language.ts";
import { fieldName, t } from "../../words/page-words.ts";
import type { FieldName, Mistake } from "../../api/types/mac.d.ts";
import type { Key } from "../../words/page-words.ts";

/** Without a period. The title is in the language already. */
export function headlineOf({ title, found }: Mistake) {
  return found ? t(`found.${found.id}` as Key, worded(found.args)) : title;
}

/** Two timestamps of one day as their times of day. */
function timesOf({ signed = "", sent = "" }: Partial<Record<string, string>>): Record<string, string> {
  const [a, b] = [signed, sent].map((text) => /^([-\d]{10}) ([\d:]{8})(\.\d{3})$/.exec(text));
  if (a?.[1] !== b?.[1] || !a || !b) return {};
  return a[3] === b[3] ? { signed: a[2], sent: b[2] } : { signed: a[2] + a[3], sent: b[2] + b[3] };
}

/** Where it is mended. */
export const placeOf = ({ where = "program" }: Mistake) => `${t("verdict.where")} ${t(`verdict.where.${where}`)}.`;

/** Names of fields as words: {field} within a sentence and {Field} at its beginning, both with the article; {fields} of several. */
function worded({ field, fields, distance, ...args }: Partial<Record<string, string>>) {
  const the = field ? t(`field.${field}.the` as Key) : "";
  const names = fields?.split(",").map((name) => fieldName(name as FieldName).replace(/^.(?=[a-zåäö])/, (first) => first.toLowerCase()));
  return { ...args, ...timesOf(args), field: the, Field: the.charAt(0).toUpperCase() + the.slice(1), fields: names?.join(", "), distance: distance && (duration(Number(distance)) || distance) };
}

/** The page of the reference about a mistake, below its folder of a language: those that any value can have share one. */
export function pageOf({ id, group, found }: Mistake) {
  const kind = group === "value" ? found?.id.split(".")[0] : id.startsWith("missing-") ? "missing" : undefined;
  if (kind) return `${kind}-value.html#${id}`;
  return id.startsWith("swapped-") ? `swapped-values.html#${id}` : `${id}.html`;
}

// The page's words, by key.

import { speaker } from "./language.ts";
import en from "../locales/en.json";

export type Key = keyof typeof en;

/** The text of a key, with {name} replaced. */
export const t = speaker("page", en);

export const isKey = (key: string): key is Key => Object.hasOwn(en, key);

/** What a field is called. */
export function fieldName(name: import("../api/types/mac.d.ts").FieldName) {
  return t(`field.${name}` as Key);
}

/** What an error says of a download, and the key of it. */
const lost: [RegExp, "status" | "other" | "worker" | "network"][] = [[/the server answered (\d+)/, "status"], [/is not WebAssembly|^The module is another|is not what the build made/, "other"],
  [/^The script of the worker/, "worker"], [/^The module could not be loaded/, "network"]];

/** Why something did not arrive, or could not be computed, in the language. @param message of an error */
export function reasonOf(message: string) {
  for (const [pattern, why] of lost) {
    const found = pattern.exec(message);
    if (found) return t(`result.failed.${why}`, { status: found[1] });
  }
  return message;
}

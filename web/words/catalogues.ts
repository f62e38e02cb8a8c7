// The words of other languages than English, each fetched when it is needed.

import { fetchCatalogues, otherLanguages } from "../site/served.ts";
import type { Catalogues } from "../site/served.ts";

/** The ids of all languages. */
export const languages = ["en", ...otherLanguages()];

const asked = new Map<string, Promise<Catalogues>>();

/** All catalogues of a language; none for English, which the scripts hold. Asked again after a failure. */
export function catalogues(language: string): Promise<Catalogues> {
  if (language === "en") return Promise.resolve({});
  const arriving = asked.get(language) ?? fetchCatalogues(language);
  asked.set(language, arriving);
  arriving.catch(() => asked.delete(language));
  return arriving;
}

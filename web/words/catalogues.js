// The words of other languages than English, each fetched when it is needed.

import { fetchCatalogues, otherLanguages } from "../site/served.js";

/** @typedef {Record<string, Record<string, string>>} Catalogues texts by key, by the catalogue's name: "page", "requests", "go" */

/** The ids of all languages. */
export const languages = ["en", ...otherLanguages()];

/** @type {Map<string, Promise<Catalogues>>} */
const asked = new Map();

/**
 * All catalogues of a language; none for English, which the scripts hold. Asked again after a failure.
 * @param {string} language
 * @returns {Promise<Catalogues>}
 */
export function catalogues(language) {
  if (language === "en") return Promise.resolve({});
  const arriving = asked.get(language) ?? fetchCatalogues(language);
  asked.set(language, arriving);
  arriving.catch(() => asked.delete(language));
  return arriving;
}

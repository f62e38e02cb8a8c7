// The words of other languages than English, each in a file of its own that is fetched when it is needed.

import { catalogueURLs } from "build";

/** @typedef {Record<string, Record<string, string>>} Catalogues texts by key, by the catalogue's name: "page", "requests", "go" */

/** The ids of all languages. */
export const languages = ["en", ...Object.keys(catalogueURLs)];

/** @type {Map<string, Promise<Catalogues>>} */
const asked = new Map();

/**
 * All catalogues of a language; none for English, which the scripts hold. Asked again after a failure.
 * @param {string} language
 * @returns {Promise<Catalogues>}
 */
export function catalogues(language) {
  if (language === "en") return Promise.resolve({});
  const arriving = asked.get(language) ?? download(catalogueURLs[language]);
  asked.set(language, arriving);
  arriving.catch(() => asked.delete(language));
  return arriving;
}

/** @param {string} url @returns {Promise<Catalogues>} */
async function download(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.json();
}

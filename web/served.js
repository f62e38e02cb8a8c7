// The site's other files, each asked for by its address when it is needed. In a page that is a
// single file they are in the page: there single.js stands in for this module.

import { catalogueURLs, requestsURL, wasmURL } from "build";

/** @import { Catalogues } from "./catalogues.js" */

export { offlineURL, requestsStyleURL, workers, workerURL } from "build";

/** What compile() takes. @returns {string | BufferSource} */
export const moduleSource = () => wasmURL;

/** The languages beside English. */
export const otherLanguages = () => Object.keys(catalogueURLs);

/** @param {string} language other than English @returns {Promise<Catalogues>} */
export async function fetchCatalogues(language) {
  const response = await fetch(catalogueURLs[language]);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.json();
}

/** The table of many requests. @returns {Promise<typeof import("./requests/main.js")>} */
export const tableOfRequests = () => import(requestsURL);

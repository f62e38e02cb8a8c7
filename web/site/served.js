// The site's other files, each asked for by its address when it is needed. In a page that is a
// single file they are in the page: there single.js stands in for this module.

import { catalogueSums, catalogueURLs, macURL, multiversURL } from "build";
import { intact } from "./intact.js";

/** @import { Catalogues } from "../words/catalogues.js" */

export { multiversWorkerSum, multiversWorkerURL, offlineURL, workerSum, workerURL } from "build";

/** What compile() takes. @returns {string | BufferSource} */
export const macModule = () => macURL;
/** @returns {string | BufferSource} */
export const multiversModule = () => multiversURL;

/** The languages beside English. */
export const otherLanguages = () => Object.keys(catalogueURLs);

/** @param {string} language other than English @returns {Promise<Catalogues>} */
export const fetchCatalogues = async (language) => (await intact(catalogueURLs[language], catalogueSums[language])).json();

/** The script of a worker. @param {string} address @param {string} sum @returns {Promise<BlobPart>} */
export const scriptOfWorker = async (address, sum) => (await intact(address, sum)).arrayBuffer();

// The site's other files, in a page that is a single file and asks for none: the bundle puts this
// module in the place of served.js, and the files into an element that is no script.

/** @import { Catalogues } from "../words/catalogues.js" */

/** @type {{ module: string, workers: Record<string, string>, catalogues: Record<string, Catalogues> }} */
const files = JSON.parse(document.getElementById("files")?.textContent ?? "");

/** The names of the workers among the files. */
export const workerURL = "workerURL", multiversWorkerURL = "multiversWorkerURL", workerSum = "", multiversWorkerSum = "";

/** @param {string} name */
export const scriptOfWorker = async (name) => files.workers[name];

/** A file needs no service worker. */
export const offlineURL = "";

/** The module's gzip, which compile() unpacks. */
export const macModule = () => Uint8Array.from(atob(files.module), (byte) => byte.charCodeAt(0));
export const multiversModule = macModule;

export const otherLanguages = () => Object.keys(files.catalogues);

/** @param {string} language */
export const fetchCatalogues = async (language) => files.catalogues[language];

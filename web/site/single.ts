// The site's other files, in a page that is a single file and asks for none: the bundle puts this
// module in the place of served.ts, and the files into an element that is no script.

import type { Catalogues } from "./served.ts";

const files: { module: string, workers: Record<string, string>, catalogues: Record<string, Catalogues> } = JSON.parse(document.getElementById("files")?.textContent ?? "") as typeof files;

/** The names of the workers among the files. */
export const workerURL = "workerURL", multiversWorkerURL = "multiversWorkerURL", workerSum = "", multiversWorkerSum = "";

export const scriptOfWorker = (name: string) => Promise.resolve(files.workers[name]);

/** A file needs no service worker. */
export const offlineURL = "";

/** The module's gzip, which compile() unpacks. */
export const macModule = () => Uint8Array.from(atob(files.module), (byte) => byte.charCodeAt(0));
export const multiversModule = macModule;

/** None is in the file. */
export const referenceFolder = "";

export const otherLanguages = () => Object.keys(files.catalogues);

export const fetchCatalogues = (language: string) => Promise.resolve(files.catalogues[language]);

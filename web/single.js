// The site's other files, in a page that is a single file and asks for none: the bundle puts this
// module in the place of served.js, and the files into an element that is no script.

import * as table from "./requests/main.js";

/** @import { Catalogues } from "./catalogues.js" */

/** @type {{ module: string, workers: Record<string, string>, catalogues: Record<string, Catalogues> }} */
const files = JSON.parse(document.getElementById("files")?.textContent ?? "");

/** @param {string} script */
const addressOf = (script) => URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

const addresses = Object.fromEntries(Object.entries(files.workers).map(([name, script]) => [name, addressOf(script)]));

export const { workerURL = "" } = addresses;

/** The addresses that become workers. */
export const workers = Object.values(addresses);

/** A file needs no service worker. */
export const offlineURL = "";

/** The page has it already. */
export const requestsStyleURL = "";

/** The module's gzip, which compile() unpacks. */
export const moduleSource = () => Uint8Array.from(atob(files.module), (byte) => byte.charCodeAt(0));

export const otherLanguages = () => Object.keys(files.catalogues);

/** @param {string} language */
export const fetchCatalogues = async (language) => files.catalogues[language];

export const tableOfRequests = async () => table;

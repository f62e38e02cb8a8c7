// The site's other files, each asked for by its address when it is needed. In a page that is a
// single file they are in the page: there single.ts stands in for this module.

import { catalogueSums, catalogueURLs, macURL, multiversURL } from "build";
import { intact } from "./intact.ts";

export { multiversWorkerSum, multiversWorkerURL, offlineURL, workerSum, workerURL } from "build";

/** Texts by key, by the catalogue's name: "page", "requests", "go". */
export type Catalogues = Partial<Record<string, Record<string, string>>>;

/** Where the pages about mistakes lie, beside this one. */
export const referenceFolder: string = "reference/"; // "" in a single file

/** What compile() takes. */
export const macModule = (): string | BufferSource => macURL;
export const multiversModule = (): string | BufferSource => multiversURL;

/** The languages beside English. */
export const otherLanguages = () => Object.keys(catalogueURLs);

/** @param language other than English */
export const fetchCatalogues = async (language: string): Promise<Catalogues> => (await intact(catalogueURLs[language], catalogueSums[language])).json() as Promise<Catalogues>;

/** The script of a worker. */
export const scriptOfWorker = async (address: string, sum: string): Promise<BlobPart> => (await intact(address, sum)).arrayBuffer();

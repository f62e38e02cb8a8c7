// The table of many requests, fetched when it is needed; its sum is in the page's import map. In a page that is a single
// file it is in the page: there included.js stands in for this module.

import { requestsURL } from "build";

/** @returns {Promise<typeof import("./main.js")>} */
export const tableOfRequests = () => import(requestsURL);

// The table of many requests, fetched when it is needed; its sum is in the page's import map. In a page that is a single
// file it is in the page: there included.ts stands in for this module.

import { requestsURL } from "build";

export const tableOfRequests = (): Promise<typeof import("./main.ts")> => import(requestsURL);

// The table of many requests, in a page that is a single file.

import * as table from "./main.ts";

export const tableOfRequests = () => Promise.resolve(table);

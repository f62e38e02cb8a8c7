// The texts that are handed over, fetched when they are needed; their sum is in the page's import map. In a page that is a single
// file they are in the page: there included.ts stands in for this module.

import { textsURL } from "build";

export const textsModule = (): Promise<typeof import("./texts.ts")> => import(textsURL);

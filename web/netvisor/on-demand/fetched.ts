// The script of what most visits do without, fetched when it is needed; its sum is in the page's import map. In a page that is a
// single file it is in the page: there included.ts stands in for this module.

import { onDemandURL } from "build";

export const onDemandScript = (): Promise<typeof import("./on-demand.ts")> => import(onDemandURL);

// What most visits do without, in a page that is a single file.

import * as script from "./on-demand.ts";

export const onDemandScript = () => Promise.resolve(script);

// The texts that are handed over, in a page that is a single file.

import * as texts from "./texts.ts";

export const textsModule = () => Promise.resolve(texts);

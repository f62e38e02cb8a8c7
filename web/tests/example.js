// The page's official example, for what runs in Node without a loader.

import "./typescript.js";

export const { officialExample } = await import("../netvisor/example.ts");

// What the form asks, while it is typed in.

import { newestOnly } from "../worker/newest.ts";

/** Asks a question of either mode: with the mode the one before is overtaken, too. */
export const newest = newestOnly();

// Runs in the page's head, before anything is seen: what depends on the mode need not move afterwards.

import { showMode } from "./mode.ts";

showMode();

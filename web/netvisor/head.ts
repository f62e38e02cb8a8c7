// All that runs in the head of a page that has modes.

import "./first-mode.ts";
import "../shell/early-words.ts";

// All that runs in the head of a page that has modes.

import "./first-mode.js";
import "../shell/early-words.js";

// All that runs in the head of a page that has modes.

import "./first.js";
import "./awaited.js";

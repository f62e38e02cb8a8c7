// All that runs in the head of the page in a frame.

import "../netvisor/head.ts";
import { showChoice } from "./choice.ts";

showChoice();

// The same, in a folder whose words are files of their own.

import "../shell/early-words.ts";

// Runs in the page's head, before anything is seen: the words of another language are asked for at once,
// and the page is shown when it speaks them, so that nobody sees it in English first. See language-menu.ts, which
// ends the wait, and style.css, which ends it, too, where no script does.

import "./arrival.ts";
import { catalogueURLs } from "build";
import { element } from "../dom/elements.ts";
import { wantedLanguage } from "../words/language.ts";
import { presetIn } from "./presets.ts";

const address = catalogueURLs[wantedLanguage(presetIn(location.hash).lang)];
if (address) {
  document.documentElement.toggleAttribute("data-awaited", true);
  document.head.append(element("link", { rel: "preload", as: "fetch", crossorigin: "anonymous", href: address }));
}

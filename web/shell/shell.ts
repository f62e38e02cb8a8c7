// What every page has around it: the language and the theme.

import { byId, element } from "../dom/elements.ts";
import { tell } from "../words/language.ts";
import { startLanguage } from "./language-menu.ts";
import { t } from "../words/page-words.ts";

/** @param own the catalogue of the page's own words */
export function listenToFrame(own?: string) {
  void startLanguage(own);
  warnOfPlainHTTP();
  byId("theme", HTMLSelectElement).addEventListener("change", ({ target }) => {
    document.documentElement.dataset.theme = (target as HTMLSelectElement).value;
  });
}

/** A page that comes from this computer, or from a disk, cannot be changed on the way. */
export function warnOfPlainHTTP() {
  if (isSecureContext) return;
  const warning = element("p", { id: "plain-http", class: "refused" });
  tell("plain-http", () => { warning.textContent = t("plain.http"); });
  document.querySelector("header")?.append(warning);
}

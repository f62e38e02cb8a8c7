// The menu of languages: what the page speaks, and what it says when the words do not arrive.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { language, speak, tell, wantedLanguage, wordsOf } from "../words/language.ts";
import { translateMarkup } from "../words/markup.ts";
import { t } from "../words/page-words.ts";

/** A page in a frame may have none. */
const menu = () => document.getElementById("speaks") as HTMLSelectElement | null;
/** The language in the address, or null. */
const inAddress = () => new URLSearchParams(location.search).get("lang");

/**
 * Begins to speak the language that is wanted, and lets another be chosen.
 * @param own the catalogue of this page's markup, beside the frame's
 * @param host the language that the host of a frame asks for
 */
export async function startLanguage(own: string = "page", host?: string | null) {
  tell("markup", () => translateMarkup({ ...wordsOf("page"), ...wordsOf(own) }));
  tell("menu", showChoice);
  menu()?.addEventListener("change", ({ target }) => void choose((target as HTMLSelectElement).value));
  addEventListener("popstate", () => { if (inAddress()) keepInAddress(language()); }); // a step back is not a change of language
  for (const kind of ["click", "auxclick", "contextmenu"]) addEventListener(kind, carry, true);
  const spoken = await change(wantedLanguage(host));
  document.documentElement.removeAttribute("data-awaited");
  return spoken;
}

function showChoice() {
  const shown = menu();
  if (shown) shown.value = language();
}

async function choose(id: string) {
  if (await change(id)) keepInAddress(id);
}

/** Speaks another language. @returns whether it is spoken now */
export async function change(id: string): Promise<boolean> {
  try {
    await speak(id);
    tell("language-said", () => say());
  } catch {
    showChoice();
    tell("language-said", () => say(...failed(id)));
  }
  return language() === id;
}

const say = (...content: (Node | string)[]) => document.getElementById("language-said")?.replaceChildren(...content);

function failed(id: string) {
  const name = new Intl.DisplayNames(id, { type: "language" }).of(id) ?? id;
  const again = button({ class: "quiet" }, t("action.retry"), () => choose(id));
  return [element("p", { class: "refused" }, t("language.failed", { language: name }), " ", again)];
}

/** Lets a link to another page of the site keep the language of the address. */
function carry({ target }: Event) {
  const link = target instanceof Element && target.closest("a[href]"), id = inAddress();
  if (!(link instanceof HTMLAnchorElement) || !id || link.getAttribute("href")?.startsWith("#") || link.host !== location.host || !/(\.html|\/)$/.test(link.pathname)) return;
  const address = new URL(link.href);
  address.searchParams.set("lang", id);
  link.href = address.href;
}

/** Writes the language into the address, so that a reload and a link keep it. */
function keepInAddress(id: string) {
  const address = new URL(location.href);
  address.searchParams.set("lang", id);
  history.replaceState(history.state, "", address);
}

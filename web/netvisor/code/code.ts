// The request as code, in the language that the address names.

import { ask } from "../../worker/workers.ts";
import { onClick } from "../../dom/buttons.ts";
import { byId, element } from "../../dom/elements.ts";
import { guarded } from "../../text/guard.ts";
import { tell } from "../../words/language.ts";
import { onDemand } from "../on-demand/ask.ts";
import { heldBack } from "../share/link.ts";
import { mode } from "../mode.ts";
import { copyText, setCopy } from "../create/result.ts";
import { save } from "../../dom/save.ts";
import { sayNamed } from "../../words/go.ts";
import { seen } from "../../text/unseen.ts";
import { fieldName, t } from "../../words/page-words.ts";
import type { MacRequest, SnippetLanguage } from "../../api/types/mac.d.ts";

/** What is made into code. */
let shown: { request: MacRequest, mistakes: string[], former?: MacRequest } | undefined;
let languages: readonly SnippetLanguage[] = [];
let turn = 0;
/** Whether somebody has just asked for a language: then its code comes into view. */
let pressed = false;

/** The id of the language in the address, or "". */
function chosen() {
  return new URLSearchParams(location.hash.replace(/^#\w+&?/, "")).get("code") ?? "";
}

/** Lists the languages, and keeps the chosen one through the modes. */
export async function showLanguages() {
  languages = await ask.snippetLanguages();
  const now = chosen();
  tell("languages-of-code", () => byId("languages-of-code").replaceChildren(...languages.map(({ id, title, said }) => {
    const name = sayNamed(title, said);
    return element("a", { href: `#${mode()}${id === now ? "" : `&code=${id}`}`, title: name, "aria-current": id === now ? "true" : false, translate: "no" }, name.split(" (")[0]);
  })));
  for (const link of document.querySelectorAll("nav a[data-mode-link]")) {
    const name = (link as HTMLElement).dataset.modeLink;
    link.setAttribute("href", `#${name}${now ? `&code=${now}` : ""}`);
  }
  return write();
}

/**
 * Shows the code of a request.
 * @param mistakes ids of those that it was proved to have
 * @param former the request as it was signed before: the lines that go and come are shown
 */
export function showCode(request: MacRequest, mistakes: string[], former?: MacRequest) {
  shown = { request, mistakes, former };
  return write();
}

async function write() {
  const language = languages.find(({ id }) => id === chosen());
  byId("code-made").hidden = !language;
  if (!language || !shown) return;
  const mine = ++turn, held = heldBack(shown.request).at(0);
  const { text, error, said } = held ? { text: "", error: "" } : await ask.snippet(language.id, shown.request, shown.mistakes);
  const former = shown.former && !held ? (await ask.snippet(language.id, shown.former, [])).text : text;
  const lines = former === text ? [seen(text)] : (await onDemand()).linesOf(seen(former), seen(text)).map(([change, line]) => change ? element(change, {}, `${line}\n`) : `${line}\n`);
  if (mine !== turn) return;
  tell("code-about", () => byId("code-about").replaceChildren(held ? t("code.held", { field: fieldName(held) }) : sayNamed(error, said) || element("span", { translate: "no" }, sayNamed(language.title, language.said))));
  byId("code").replaceChildren(...lines);
  if (pressed) byId("code-made").scrollIntoView({ block: "nearest" });
  pressed = false;
  setCopy("code", guarded(text, "mac"));
  for (const id of ["copy-code", "save-code"]) byId(id, HTMLButtonElement).disabled = !text;
}

/** Lets the code be saved under the name that its language is used to. */
export function listenToCode() {
  byId("languages-of-code").addEventListener("click", () => { pressed = true; });
  onClick("save-code", () => {
    const language = languages.find(({ id }) => id === chosen());
    if (language) save(copyText("code"), guarded(language.file), "text/plain");
  });
}

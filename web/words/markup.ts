// The words that stand in the markup: texts with data-t, and attributes with data-t-NAME, which name their keys.

const attributes = ["aria-label", "content", "placeholder", "title"];

/** The English of each key, as the page came. */
const english: Record<string, string> = {};

/**
 * What says the right thing already stays untouched: WebKit does not click what lost its text between press and
 * release.
 * @param words of the language; what is missing stays English
 */
export function translateMarkup(words: Record<string, string>) {
  for (const text of document.querySelectorAll("[data-t]")) {
    const wanted = said(words, text.getAttribute("data-t") ?? "", text.textContent);
    if (text.textContent !== wanted) text.textContent = wanted;
  }
  for (const name of attributes) {
    for (const named of document.querySelectorAll(`[data-t-${name}]`)) {
      named.setAttribute(name, said(words, named.getAttribute(`data-t-${name}`) ?? "", named.getAttribute(name)));
    }
  }
}

function said(words: Record<string, string>, key: string, shown: string | null) {
  english[key] ??= shown ?? "";
  return words[key] ?? english[key];
}

// All mistakes that the tool knows, each with an address of its own and an
// example to try.

import { allMistakes, mistaken } from "../calculator.js";
import { byId, element } from "../../dom/elements.js";
import { examples } from "../examples.js";
import { tell } from "../../words/language.js";
import { translatedMistake } from "../../words/translation.js";
import { go, t } from "../../words/page-words.js";

/** @import { Key } from "../../words/page-words.js" */
/** @import { Keys, MacRequest, Mistake } from "../../api/types/mac.d.ts" */

/** @typedef {(request: MacRequest, keys: Keys) => void} Tried is called with the example that a mistake was made of */

/** Lists the mistakes when somebody looks. @param {Tried} tried */
export function listenToLearn(tried) {
  byId("learn", HTMLDetailsElement).addEventListener("toggle", () => {
    if (byId("learn", HTMLDetailsElement).open && !byId("mistakes", HTMLElement).hasChildNodes()) showMistakes(tried);
  });
}

/** Lists the mistakes by group. @param {Tried} tried */
export async function showMistakes(tried) {
  const mistakes = await allMistakes();
  tell("mistakes", () => fillList(mistakes.map((mistake) => translatedMistake(go(), mistake)), tried));
  byId("mistakes-count", HTMLElement).textContent = String(mistakes.length);
  openMistake();
}

/**
 * @param {Mistake[]} mistakes
 * @param {(request: MacRequest, keys: Keys) => void} tried
 */
function fillList(mistakes, tried) {
  const list = byId("mistakes", HTMLElement);
  const open = [...list.children].map((group) => /** @type {HTMLDetailsElement} */ (group).open);
  const groups = [...new Set(mistakes.map(({ group }) => group))];
  list.replaceChildren(...groups.map((group, i) => {
    const rows = mistakes.filter((mistake) => mistake.group === group);
    return element("details", { open: open[i] ?? false }, element("summary", {}, t(/** @type {Key} */ (`group.mistake.${group}`)), element("small", {}, ` ${rows.length}`)),
      element("ul", {}, ...rows.map((mistake) => row(mistake, tried))));
  }));
}

/**
 * @param {Mistake} mistake
 * @param {Tried} tried
 */
function row({ id, title, fix }, tried) {
  const attempt = element("button", { type: "button", class: "quiet", "aria-label": `${t("learn.try")}: ${title}` }, t("learn.try"));
  attempt.addEventListener("click", () => tryMistake(id, attempt, tried));
  return element("li", { id: `mistake=${id}` },
    element("p", {}, element("strong", {}, `${title}.`), " ", element("a", { href: `#mistake=${id}`, class: "anchor", translate: "no" }, id)),
    element("p", {}, fix), attempt);
}

/**
 * @param {string} id
 * @param {HTMLButtonElement} button
 * @param {Tried} tried
 */
async function tryMistake(id, button, tried) {
  for (const { request, keys } of examples) {
    const wrong = await mistaken(id, request, keys);
    if (wrong) return tried(wrong, keys);
  }
  button.disabled = true;
  button.textContent = t("learn.nothing");
}

/** Opens and shows the mistake that the address names. */
export function openMistake() {
  const row = location.hash.startsWith("#mistake=") && document.getElementById(location.hash.slice(1));
  if (!row) return;
  row.closest("details")?.setAttribute("open", "");
  byId("learn", HTMLDetailsElement).open = true;
  row.scrollIntoView({ block: "center" });
}

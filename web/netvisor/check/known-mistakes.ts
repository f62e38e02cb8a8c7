// All mistakes that the tool knows, each with an address of its own and an
// example to try.

import { ask } from "../../worker/workers.ts";
import { button } from "../../dom/buttons.ts";
import { byId, element } from "../../dom/elements.ts";
import { examples } from "../examples.ts";
import { tell } from "../../words/language.ts";
import { translatedMistake } from "../../words/translation.ts";
import { go, t } from "../../words/page-words.ts";
import type { Key } from "../../words/page-words.ts";
import type { Keys, MacRequest, Mistake } from "../../api/types/mac.d.ts";

/** is called with the example that a mistake was made of */
type Tried = (request: MacRequest, keys: Keys) => unknown;

/** Lists the mistakes when somebody looks. */
export function listenToLearn(tried: Tried) {
  byId("learn", HTMLDetailsElement).addEventListener("toggle", () => {
    if (byId("learn", HTMLDetailsElement).open && !byId("mistakes").hasChildNodes()) void showMistakes(tried);
  });
}

/** Lists the mistakes by group. */
export async function showMistakes(tried: Tried) {
  const mistakes = await ask.mistakes();
  tell("mistakes", () => fillList(mistakes.map((mistake) => translatedMistake(go(), mistake)), tried));
  byId("mistakes-count").textContent = String(mistakes.length);
  openMistake();
}

function fillList(mistakes: Mistake[], tried: Tried) {
  const list = byId("mistakes");
  const open = [...list.children].map((group) => (group as HTMLDetailsElement).open);
  const groups = [...new Set(mistakes.map(({ group }) => group))];
  list.replaceChildren(...groups.map((group, i) => {
    const rows = mistakes.filter((mistake) => mistake.group === group);
    return element("details", { open: open[i] ?? false }, element("summary", {}, t(`group.mistake.${group}` as Key), element("small", {}, ` ${rows.length}`)),
      element("ul", {}, ...rows.map((mistake) => row(mistake, tried))));
  }));
}

function row({ id, title, fix }: Mistake, tried: Tried) {
  const attempt = button({ class: "quiet", "aria-label": `${t("learn.try")}: ${title}` }, t("learn.try"), (pressed) => tryMistake(id, pressed, tried));
  return element("li", { id: `mistake=${id}` },
    element("p", {}, element("strong", {}, `${title}.`), " ", element("a", { href: `#mistake=${id}`, class: "anchor", translate: "no" }, id)),
    element("p", {}, fix), attempt);
}

async function tryMistake(id: string, button: HTMLButtonElement, tried: Tried) {
  for (const { request, keys } of examples) {
    const wrong = await ask.mistaken(id, request, keys);
    if (wrong) {
      tried(wrong, keys);
      return;
    }
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

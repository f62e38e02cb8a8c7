// The list of all mistakes, each with an address of its own and an example to try.

import { button } from "../../dom/buttons.ts";
import { element } from "../../dom/elements.ts";
import { examples } from "../examples.ts";
import { row } from "../../words/go.ts";
import { t } from "../../words/page-words.ts";
import type { Key } from "../../words/page-words.ts";
import type { Keys, MacRequest, Mistake } from "../../api/types/mac.d.ts";

/** What the page does. */
export interface Trying {
  /** makes a mistake of a request; null where it changes nothing of it */
  mistaken: (id: string, request: MacRequest, keys: Keys) => Promise<MacRequest | null>;
  /** is called with the example that a mistake was made of */
  tried: (request: MacRequest, keys: Keys) => unknown;
}

/** Fills the list by groups; those that are open stay so. */
export function fillMistakes(list: HTMLElement, mistakes: readonly Mistake[], trying: Trying) {
  const open = [...list.children].map((group) => (group as HTMLDetailsElement).open);
  const groups = [...new Set(mistakes.map(({ group }) => group))];
  list.replaceChildren(...groups.map((group, i) => {
    const rows = mistakes.filter((mistake) => mistake.group === group).map((mistake) => item(row(mistake), trying));
    return element("details", { open: open[i] ?? false }, element("summary", {}, t(`group.mistake.${group}` as Key), element("small", {}, ` ${rows.length}`)), element("ul", {}, ...rows));
  }));
}

function item({ id, title, fix }: Mistake, trying: Trying) {
  const attempt = button({ class: "quiet", "aria-label": `${t("learn.try")}: ${title}` }, t("learn.try"), (pressed) => tryMistake(id, pressed, trying));
  return element("li", { id: `mistake=${id}` },
    element("p", {}, element("strong", {}, `${title}.`), " ", element("a", { href: `#mistake=${id}`, class: "anchor", translate: "no" }, id)),
    element("p", {}, fix), attempt);
}

async function tryMistake(id: string, button: HTMLButtonElement, { mistaken, tried }: Trying) {
  for (const { request, keys } of examples) {
    const wrong = await mistaken(id, request, keys);
    if (wrong) {
      tried(wrong, keys);
      return;
    }
  }
  button.disabled = true;
  button.textContent = t("learn.nothing");
}

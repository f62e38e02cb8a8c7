// Fields for the keys of each pair of ids that the file names.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { seen } from "../text/unseen.ts";
import { count, t } from "./words.ts";
import type { Pair } from "./rows.ts";
import type { Keyring } from "./row.ts";

/** So many pairs get fields, the most frequent first. */
const most = 50;

/** @param ring gets what is typed @param reveal lets a button show the key beside it, and hide it */
export function fillKeyring(place: HTMLElement, pairs: Map<string, Pair>, ring: Keyring, check: () => unknown, reveal: (button: HTMLButtonElement) => void) {
  const frequent = [...pairs.values()].sort((a, b) => b.count - a.count).slice(0, most);
  const form = element("form", { autocomplete: "off" }, ...frequent.map((pair, i) => fieldsOf(pair, ring, i)), element("button", {}, t("keys.check")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  place.replaceChildren(element("summary", {}, t("keys")), element("p", { class: "legend" }, t("keys.about")), form);
  for (const show of form.querySelectorAll<HTMLButtonElement>("[data-reveal]")) reveal(show);
}

function fieldsOf({ name, count: n, customer, partner }: Pair, ring: Keyring, i: number) {
  const own = ring[name] ?? { customer: "", partner: "" };
  const field = (which: "customer" | "partner") => {
    const id = `ring-${which}-${i}`;
    const input = element("input", { type: "password", id, autocomplete: "off", autocapitalize: "off", spellcheck: "false", "data-1p-ignore": true, "data-lpignore": "true" });
    input.value = own[which];
    input.addEventListener("input", () => {
      own[which] = input.value;
      ring[name] = own;
    });
    return [element("label", { for: id }, t(`keys.${which}`)), element("div", { class: "control" }, input, button({ class: "quiet", "data-reveal": id }, "", () => {}))];
  };
  return element("fieldset", {}, element("legend", {}, t("keys.of", { customer: seen(customer) || "–", partner: seen(partner) || "–", count: count(n) })), ...field("customer"), ...field("partner"));
}

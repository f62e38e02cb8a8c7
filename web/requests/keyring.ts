// Fields for the keys of each pair of ids that the file names.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { seen } from "../text/unseen.ts";
import { count, t } from "./words.ts";
import type { Pair } from "./rows.ts";
import type { Keyring } from "./row.ts";

/** So many pairs get fields, the most frequent first. */
const most = 50;

/** @param ring gets what is typed */
export function fillKeyring(place: HTMLElement, pairs: Map<string, Pair>, ring: Keyring, check: () => unknown) {
  const frequent = [...pairs.values()].sort((a, b) => b.count - a.count).slice(0, most);
  place.replaceChildren(element("summary", {}, t("keys")), element("p", { class: "legend" }, t("keys.about")),
    ...frequent.map((pair, i) => fieldsOf(pair, ring, i)), button({}, t("keys.check"), check));
}

function fieldsOf({ name, count: n, customer, partner }: Pair, ring: Keyring, i: number) {
  const own = ring[name] ?? { customer: "", partner: "" };
  const field = (which: "customer" | "partner") => {
    const input = element("input", { type: "password", id: `ring-${which}-${i}`, autocomplete: "off", spellcheck: "false", "data-1p-ignore": true, "data-lpignore": "true" });
    input.value = own[which];
    input.addEventListener("input", () => {
      own[which] = input.value;
      ring[name] = own;
    });
    return [element("label", { for: `ring-${which}-${i}` }, t(`keys.${which}`)), input];
  };
  return element("fieldset", {}, element("legend", {}, t("keys.of", { customer: seen(customer) || "–", partner: seen(partner) || "–", count: count(n) })), ...field("customer"), ...field("partner"));
}

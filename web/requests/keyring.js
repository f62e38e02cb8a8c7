// Fields for the keys of each pair of ids that the file names.

import { element } from "../dom/elements.js";
import { seen } from "../text/unseen.js";
import { button } from "./button.js";
import { count, t } from "./words.js";

/** @import { Pair } from "./rows.js" */
/** @import { Keyring } from "./row.js" */

/** So many pairs get fields, the most frequent first. */
const most = 50;

/**
 * @param {HTMLElement} place
 * @param {Map<string, Pair>} pairs
 * @param {Keyring} ring gets what is typed
 * @param {() => unknown} check
 */
export function fillKeyring(place, pairs, ring, check) {
  const frequent = [...pairs.values()].sort((a, b) => b.count - a.count).slice(0, most);
  place.replaceChildren(element("summary", {}, t("keys")), element("p", { class: "legend" }, t("keys.about")),
    ...frequent.map((pair, i) => fieldsOf(pair, ring, i)), button(t("keys.check"), check));
}

/** @param {Pair} pair @param {Keyring} ring @param {number} i */
function fieldsOf({ name, count: n, customer, partner }, ring, i) {
  const own = ring[name] ?? { customer: "", partner: "" };
  const field = (/** @type {"customer" | "partner"} */ which) => {
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

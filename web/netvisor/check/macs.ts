// Two MACs below each other; the second can be copied.

import { groups, setCopy } from "../create/result.ts";
import { element } from "../../dom/elements.ts";
import { guarded } from "../../text/guard.ts";
import { t } from "../../words/page-words.ts";

export function macs(one: string, sent: string, other: string, right: string) {
  setCopy("right-mac", guarded(right, "mac"));
  const digits = (text: string, id: Record<string, string> = {}) => element("code", { class: "digits", translate: "no", ...id }, ...groups(text));
  return [element("dl", { class: "macs" },
    element("dt", {}, one), element("dd", {}, digits(sent)),
    element("dt", {}, other), element("dd", {}, digits(right, { id: "right-mac" }), " ", element("button", { type: "button", class: "quiet", "data-copy": "right-mac" }, t("action.copy"))))];
}

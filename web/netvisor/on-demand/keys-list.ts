// The list of what keys do.

import { element } from "../../dom/elements.ts";
import { t } from "../../words/page-words.ts";

const key = (name: string) => element("kbd", {}, name);

/** @param single whether single keys do something @param change is told when that is to change */
export function keysList(single: boolean, change: (single: boolean) => void) {
  const tick = element("input", { type: "checkbox", id: "single-keys", checked: single, autocomplete: "off" });
  tick.addEventListener("change", () => { change(tick.checked); });
  const row = (text: string, ...keys: string[]) => [element("dt", { translate: "no" }, ...keys.flatMap((name, i) => (i ? [", ", key(name)] : [key(name)]))), element("dd", {}, text)];
  return [element("h2", { id: "keys-title" }, t("keys.title")),
    element("dl", {}, ...row(t("keys.check"), "Ctrl+Enter", "⌘+Enter"), ...row(t("keys.paste"), "/"), ...row(`${t("mode.create")}, ${t("mode.check")}`, "Alt+1", "Alt+2")),
    element("label", { class: "tick" }, tick, ` ${t("keys.single")}`),
    element("form", { method: "dialog" }, element("button", { autofocus: true }, t("keys.close")))];
}

// An opened case file: the verdict that it carries, and whether the keys that
// are typed here are the ones of whoever made it.

import { byId, element } from "../../dom/elements.ts";
import { readForm } from "../form.ts";
import { describe } from "./keys.ts";
import { moment, tell } from "../../words/language.ts";
import { fieldName, t } from "../../words/page-words.ts";
import { requestNames } from "../request.ts";
import type { MacRequest } from "../../api/types/mac.d.ts";
import type { Case } from "./case.ts";
import type { Described } from "./described.ts";

let opened: Case | undefined;

export function showCase(given: Case) {
  opened = given;
  tell("pasted", () => {
    byId("pasted-about").replaceChildren(...about(given));
    void compareKeys();
  });
}

/** The opened case, as long as the form holds its request. */
export const caseOf = (request: MacRequest) => opened && requestNames.every((name) => opened?.request[name] === request[name]) ? opened : undefined;

function about({ made }: Case) {
  const at = Number.isNaN(Date.parse(made)) ? "–" : moment(Date.parse(made));
  return [
    element("p", {}, t("case.of", { at: at }), " ", t("case.filled")),
    element("ul", { id: "case-keys", class: "same" }),
  ];
}

/** Tells anew whether the keys in the form are those of the case. */
export async function compareKeys() {
  const list = document.getElementById("case-keys");
  if (!opened || !list) return;
  const { customer, partner, salt } = opened.keys;
  const own = readForm().keys;
  const [here, there] = await Promise.all([describe(own.customer, salt), describe(own.partner, salt)]);
  list.replaceChildren(
    row("customerKey", customer, here),
    row("partnerKey", partner, there));
}

function row(name: "customerKey" | "partnerKey", theirs: Described | null, own: Described | null) {
  const [state, sign, text] = compared(name, theirs, own);
  const about = theirs ? t("case.key", { length: theirs.length, alphabet: t(`note.key.${theirs.alphabet}`) }) : "";
  return element("li", { "data-state": state }, element("span", { class: "sign", "aria-hidden": "true" }, sign), ` ${fieldName(name)}: ${text} ${about}`);
}

function compared(name: string, theirs: Described | null, own: Described | null): [string, string, string] {
  if (!theirs) return ["none", "–", t("case.key.none")];
  if (!own) return ["open", "?", t("case.key.open")];
  if (!theirs.fingerprint) return ["none", "?", t("case.key.short")];
  if (theirs.fingerprint === own.fingerprint) return ["ok", "✓", t("case.key.same")];
  return ["wrong", "✗", name === "partnerKey" ? t("case.key.other.partnerKey") : t("case.key.other")];
}

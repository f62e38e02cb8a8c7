// An opened case file: the verdict that it carries, and whether the keys that
// are typed here are the ones of whoever made it.

import { byId, element } from "../../dom/elements.ts";
import { readForm } from "../form.ts";
import { describe } from "./keys.ts";
import { moment, tell } from "../../words/language.ts";
import { translated } from "../../words/translation.ts";
import { seen } from "../../text/unseen.ts";
import { fieldName, go, t } from "../../words/page-words.ts";
import type { Case } from "./case-file.ts";
import type { Described } from "./keys.ts";

let opened: Case | undefined;

export function showCase(given: Case) {
  opened = given;
  tell("pasted", () => {
    byId("pasted-about").replaceChildren(...about(given));
    void compareKeys();
  });
}

function about({ made, report }: Case) {
  const at = Number.isNaN(Date.parse(made)) ? "–" : moment(Date.parse(made));
  return [
    element("p", {}, t("case.of", { at: at }), " ", t("case.filled")),
    ...(report ? [element("p", {}, `${t("case.verdict")}: `, element("q", {}, verdictOf(report)))] : []),
    element("ul", { id: "case-keys", class: "same" }),
  ];
}

function verdictOf({ ok, causes, doubts }: NonNullable<Case["report"]>) {
  const cause = causes.at(0);
  if (ok) return t(doubts.length ? "verdict.unsure" : "verdict.ok");
  return cause ? cause.map((named) => translated(go(), "mistake", { ...named, fix: "" })).map(({ title, detail }) => seen(detail ? `${title} (${detail}).` : `${title}.`)).join(" ").slice(0, 600) : t("verdict.none");
}

/** Tells anew whether the keys in the form are those of the case. */
export async function compareKeys() {
  const list = document.getElementById("case-keys");
  if (!opened || !list) return;
  const { customer, partner, salt } = opened.keys;
  const own = readForm().keys;
  const [here, there] = await Promise.all([describe(own.customer, salt), describe(own.partner, salt)]);
  list.replaceChildren(
    row(fieldName("customerKey"), customer, here),
    row(fieldName("partnerKey"), partner, there));
}

function row(name: string, theirs: Described | null, own: Described | null) {
  const [state, sign, text] = compared(theirs, own);
  const about = theirs ? t("case.key", { length: theirs.length, alphabet: t(`note.key.${theirs.alphabet}`) }) : "";
  return element("li", { "data-state": state }, element("span", { class: "sign", "aria-hidden": "true" }, sign), ` ${name}: ${text} ${about}`);
}

function compared(theirs: Described | null, own: Described | null): [string, string, string] {
  if (!theirs) return ["none", "–", t("case.key.none")];
  if (!own) return ["open", "?", t("case.key.open")];
  if (!theirs.fingerprint) return ["none", "?", t("case.key.short")];
  return theirs.fingerprint === own.fingerprint ? ["ok", "✓", t("case.key.same")] : ["wrong", "✗", t("case.key.other")];
}

// An opened case file: the verdict that it carries, and whether the keys that
// are typed here are the ones of whoever made it.

import { byId, element } from "../../dom/elements.js";
import { readForm } from "../form.js";
import { describe } from "./keys.js";
import { moment, tell } from "../../words/language.js";
import { translated } from "../../words/translation.js";
import { seen } from "../../text/unseen.js";
import { fieldName, go, t } from "../../words/page-words.js";

/** @import { Case } from "./case-file.js" */
/** @import { Described } from "./keys.js" */

/** @type {Case | undefined} */
let opened;

/** @param {Case} given */
export function showCase(given) {
  opened = given;
  tell("pasted", () => {
    byId("pasted-about", HTMLElement).replaceChildren(...about(given));
    compareKeys();
  });
}

/** @param {Case} given */
function about({ made, report }) {
  const at = Number.isNaN(Date.parse(made)) ? "–" : moment(Date.parse(made));
  return [
    element("p", {}, t("case.of", { at: at }), " ", t("case.filled")),
    ...(report ? [element("p", {}, `${t("case.verdict")}: `, element("q", {}, verdictOf(report)))] : []),
    element("ul", { id: "case-keys", class: "same" }),
  ];
}

/** @param {NonNullable<Case["report"]>} report */
function verdictOf({ ok, causes: [cause], doubts }) {
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

/** @param {string} name @param {Described | null} theirs @param {Described | null} own */
function row(name, theirs, own) {
  const [state, sign, text] = compared(theirs, own);
  const about = theirs ? t("case.key", { length: theirs.length, alphabet: t(`note.key.${theirs.alphabet}`) }) : "";
  return element("li", { "data-state": state }, element("span", { class: "sign", "aria-hidden": "true" }, sign), ` ${name}: ${text} ${about}`);
}

/** @param {Described | null} theirs @param {Described | null} own @returns {[string, string, string]} */
function compared(theirs, own) {
  if (!theirs) return ["none", "–", t("case.key.none")];
  if (!own) return ["open", "?", t("case.key.open")];
  if (!theirs.fingerprint) return ["none", "?", t("case.key.short")];
  return theirs.fingerprint === own.fingerprint ? ["ok", "✓", t("case.key.same")] : ["wrong", "✗", t("case.key.other")];
}

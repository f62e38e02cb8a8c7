// The workings as they stand beside the form.

import { byId, element } from "../../dom/elements.ts";
import { framed, guarded } from "../../text/guard.ts";
import { tell } from "../../words/language.ts";
import { piecesOf, visible } from "../pieces.ts";
import { sayNamed } from "../../words/go.ts";
import { seen } from "../../text/unseen.ts";
import { fieldName, t } from "../../words/page-words.ts";
import type { FieldName, Said } from "../../api/types/mac.d.ts";
import type { Address, AddressForm, Workings } from "../workings.ts";

export function showResult(workings: Workings, algorithm: string) {
  tell("result", () => fill(workings, algorithm));
}

function fill(workings: Workings, algorithm: string) {
  const { mac, headers, pieces, charset } = workings;
  byId("mac").replaceChildren(...groups(mac));
  byId("signed-about").textContent = t("result.signed.about", { separator: "&", charset });
  byId("pieces").replaceChildren(piecesOf(pieces, "&", "signed-title"));
  byId("headers").replaceChildren(...headers.map(({ name, value }) =>
    element("div", {}, element("b", {}, `${name}: `), seen(value))));
  setCopy("mac", guarded(mac, "mac"));
  setCopy("headers", headers.reduce((all, { name, value }) => framed`${all}${guarded(name)}: ${guarded(value, name.endsWith("-MAC") ? "mac" : "")}\n`, guarded("")));
  for (const button of document.querySelectorAll("button[data-copy]")) {
    (button as HTMLButtonElement).disabled = mac === "";
  }
  showKey(workings, algorithm);
  showAddresses(workings.addresses);
  showStatus(workings);
}

/** What copy buttons copy, by their names: what is shown may differ from it. */
const copies = new Map<string, Guarded>();

export const setCopy = (name: string, text: Guarded) => { copies.set(name, text); };

/** The text that a copy button named so copies. */
export const copyText = (name: string) => copies.get(name) ?? guarded("");

/** Eights of digits, apart to the eye alone: what is selected has no space. */
export function groups(mac: string) {
  return (mac.match(/.{1,8}/g) ?? ["—"]).map((eight) => element("span", {}, eight));
}

function showKey({ pieces }: Workings, algorithm: string) {
  const recipe = byId("key-recipe");
  recipe.replaceChildren(algorithm === "SHA256" ? t("result.key.none") : piecesOf(pieces.filter((piece) => piece.secret), "&", "key-title"));
}

function showAddresses(addresses: Address[]) {
  byId("address-section").hidden = addresses.length === 1;
  const list = byId("addresses");
  const focused = document.activeElement?.id;
  list.replaceChildren(...(addresses.length === 1 ? [] : addresses.map(addressRow)));
  if (focused?.startsWith("address-form-")) document.getElementById(focused)?.focus();
}

const addressWords: Record<AddressForm, "raw" | "latin1" | "utf8"> = { "raw": "raw", "ISO-8859-1": "latin1", "UTF-8": "utf8" };

function addressRow({ form, text, error, said, signed }: Address) {
  const refused = sayNamed(error, said);
  const word = addressWords[form];
  const radio = element("input", { type: "radio", name: "address-form", id: `address-form-${word}`, value: form });
  radio.checked = signed;
  return element("label", { class: "address" }, radio,
    element("span", {}, t(`result.address.${word}`), " ", signed ? element("span", { class: "signed" }, t("result.address.signed")) : ""),
    element("small", {}, t(`result.address.${word}.note`)),
    refused ? element("span", { class: "refused" }, refused) : element("code", { translate: "no" }, ...visible(text)));
}

function showStatus({ error, missing }: Workings) {
  if (error) say("error", () => reasonOf(error));
  else if (missing.length) say("incomplete", () => t("result.missing", { fields: missing.map(fieldName).join(", ") }));
  else say("ready", () => "");
}

export function reasonOf({ message, field, said }: { message: string, field?: FieldName, said?: Said }) {
  const reason = sayNamed(message, said);
  return field ? `${fieldName(field)}: ${reason}` : reason;
}

/** @param actions what can be done about it */
export function say(state: "loading" | "failed" | "error" | "incomplete" | "ready", told: () => string, actions: () => Node[] = () => []) {
  const status = byId("status");
  tell("status", () => {
    const text = told();
    if (status.dataset.state === state && status.textContent === text) return;
    status.dataset.state = state;
    status.replaceChildren(...(text ? [element("p", {}, text)] : []), ...actions());
  });
}

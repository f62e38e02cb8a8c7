// The workings as they stand beside the form.

import { byId, element } from "../../dom/elements.js";
import { framed, guarded } from "../../text/guard.js";
import { tell } from "../../words/language.js";
import { piecesOf, visible } from "../pieces.js";
import { translatedError } from "../../words/translation.js";
import { seen } from "../../text/unseen.js";
import { fieldName, go, t } from "../../words/page-words.js";

/** @import { FieldName } from "../../api/types/mac.d.ts" */
/** @import { Address, AddressForm, Workings } from "../workings.js" */

/** @param {Workings} workings @param {string} algorithm */
export function showResult(workings, algorithm) {
  tell("result", () => fill(workings, algorithm));
}

/** @param {Workings} workings @param {string} algorithm */
function fill(workings, algorithm) {
  const { mac, headers, pieces, charset } = workings;
  byId("mac", HTMLElement).replaceChildren(...groups(mac));
  byId("signed-about", HTMLElement).textContent = t("result.signed.about", { separator: "&", charset });
  byId("pieces", HTMLElement).replaceChildren(...piecesOf(pieces, "&"));
  byId("headers", HTMLElement).replaceChildren(...headers.map(({ name, value }) =>
    element("div", {}, element("b", {}, `${name}: `), seen(value))));
  setCopy("mac", guarded(mac, "mac"));
  setCopy("headers", headers.reduce((all, { name, value }) => framed`${all}${guarded(name)}: ${guarded(value, name.endsWith("-MAC") ? "mac" : "")}\n`, guarded("")));
  for (const button of document.querySelectorAll("button[data-copy]")) {
    /** @type {HTMLButtonElement} */ (button).disabled = mac === "";
  }
  showKey(workings, algorithm);
  showAddresses(workings.addresses);
  showStatus(workings);
}

/** What copy buttons copy, by their names: what is shown may differ from it. @type {Map<string, Guarded>} */
const copies = new Map();

/** @param {string} name @param {Guarded} text */
export const setCopy = (name, text) => { copies.set(name, text); };

/** The text that a copy button named so copies. @param {string} name */
export const copyText = (name) => copies.get(name) ?? guarded("");

/** Eights of digits, apart to the eye alone: what is selected has no space. @param {string} mac */
function groups(mac) {
  return (mac.match(/.{1,8}/g) ?? ["—"]).map((eight) => element("span", {}, eight));
}

/** @param {Workings} workings @param {string} algorithm */
function showKey({ pieces }, algorithm) {
  const recipe = byId("key-recipe", HTMLElement);
  if (algorithm === "SHA256") return recipe.replaceChildren(t("result.key.none"));
  return recipe.replaceChildren(...piecesOf(pieces.filter((piece) => piece.secret), "&"));
}

/** @param {Address[]} addresses */
function showAddresses(addresses) {
  byId("address-section", HTMLElement).hidden = addresses.length === 1;
  const list = byId("addresses", HTMLElement);
  const focused = document.activeElement?.id;
  list.replaceChildren(...(addresses.length === 1 ? [] : addresses.map(addressRow)));
  if (focused?.startsWith("address-form-")) document.getElementById(focused)?.focus();
}

/** @type {Record<AddressForm, "raw" | "latin1" | "utf8">} */
const addressWords = { "raw": "raw", "ISO-8859-1": "latin1", "UTF-8": "utf8" };

/** @param {Address} address */
function addressRow({ form, text, error, signed }) {
  const refused = error && translatedError(go(), { message: error }).message;
  const word = addressWords[form];
  const radio = element("input", { type: "radio", name: "address-form", id: `address-form-${word}`, value: form });
  radio.checked = signed;
  return element("label", { class: "address" }, radio,
    element("span", {}, t(`result.address.${word}`), " ", signed ? element("span", { class: "signed" }, t("result.address.signed")) : ""),
    element("small", {}, t(`result.address.${word}.note`)),
    refused ? element("span", { class: "refused" }, refused) : element("code", { translate: "no" }, ...visible(text)));
}

/** @param {Workings} workings */
function showStatus({ error, missing }) {
  if (error) return say("error", () => reasonOf(translatedError(go(), error)));
  if (missing.length) return say("incomplete", () => t("result.missing", { fields: missing.map(fieldName).join(", ") }));
  return say("ready", () => "");
}

/** @param {{ message: string, field?: FieldName }} error */
const reasonOf = ({ message, field }) => (field ? `${fieldName(field)}: ${message}` : message);

/**
 * @param {"loading" | "failed" | "error" | "incomplete" | "ready"} state
 * @param {() => string} told
 * @param {() => Node[]} [actions] what can be done about it
 */
export function say(state, told, actions = () => []) {
  const status = byId("status", HTMLElement);
  tell("status", () => {
    const text = told();
    if (status.dataset.state === state && status.textContent === text) return;
    status.dataset.state = state;
    status.replaceChildren(...(text ? [element("p", {}, text)] : []), ...actions());
  });
}

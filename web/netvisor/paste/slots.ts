// Below the box: the request and the keys, each filled or asking. What stands in the form counts, wherever it came from.

import { byId, element } from "../../dom/elements.ts";
import { readForm } from "../form.ts";
import { mode } from "../mode.ts";
import { requestNames } from "../request.ts";
import { tell } from "../../words/language.ts";
import { fieldName, t } from "../../words/page-words.ts";
import type { FieldName, MacRequest } from "../../api/types/mac.d.ts";
import type { Key } from "../../words/page-words.ts";

/** A new request has the others by itself. */
const typed: (keyof MacRequest)[] = ["url", "sender", "customerId", "partnerId", "organisationId", "mac"];

/** Says what the form holds, and what it lacks. */
export function showSlots() {
  const { request, keys } = readForm(), names = namesOf(request);
  const there = names.filter((name) => request[name]);
  const lacking = names.filter((name) => !request[name]);
  const keysLacking: FieldName[] = [...(keys.customer ? [] : ["customerKey" as const]), ...(keys.partner ? [] : ["partnerKey" as const])];
  tell("slots", () => {
    byId("slots").replaceChildren(
      slot("request", typed.some((name) => request[name]), lacking, there.length),
      slot("keys", keysLacking.length < 2, keysLacking, 2 - keysLacking.length));
  });
}

/** What a request has in this mode; SHA256 signs no Unix timestamp. */
function namesOf({ algorithm }: MacRequest) {
  return requestNames.filter((name) => name !== "algorithm" && (name !== "mac" || mode() === "check") && (name !== "timestampUnix" || algorithm !== "SHA256"));
}

function slot(what: "request" | "keys", begun: boolean, lacking: FieldName[], count: number) {
  const full = begun && lacking.length === 0;
  const text = begun ? t(`slot.${what}`, { count }) + (full ? "" : `; ${t("slot.lacking", { fields: lacking.map(fieldName).join(", ") })}`) : t(`slot.${what}.none` as Key);
  return element("li", { "data-slot": what, ...(full ? { "data-full": "" } : {}) }, element("span", { class: "sign", "aria-hidden": "true" }, full ? "✓" : "○"), ` ${text}`);
}

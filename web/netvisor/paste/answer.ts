// What Netvisor answered: what it means, what it rules out, what to do, and the
// string that the server shows beside the request's own.

import { comparison } from "../check/compare.ts";
import { element } from "../../dom/elements.ts";
import { seen } from "../../text/unseen.ts";
import { t } from "../../words/page-words.ts";
import type { Answer, MacRequest, Making, Part } from "../../api/types/mac.d.ts";

/** @param request what the form holds */
export function answerOf({ status, code, message, httpStatus, explanation, inserted, echo }: Answer, request: MacRequest) {
  if (!explanation) return [];
  const good = status === "OK";
  const said = [httpStatus ? `HTTP ${httpStatus}` : "", code, echo ? "" : message].filter(Boolean).join(" · ");
  return [element("section", { class: "answered", "data-state": good ? "ok" : "wrong", "data-id": explanation.id },
    element("p", { class: "headline" }, element("span", { class: "sign", "aria-hidden": "true" }, good ? "✓" : "✗"), ` ${t("answer.title")}: ${explanation.title}.`),
    ...(said ? [element("p", { class: "said" }, element("code", { translate: "no" }, seen(said)))] : []),
    element("p", {}, explanation.fix),
    ...(explanation.detail ? [element("p", { class: "detail" }, explanation.detail)] : []),
    ...(inserted.length ? [element("p", {}, `${t("answer.inserted")}: `, element("code", { translate: "no" }, seen(inserted.join(", "))))] : []),
    ...(echo ? compared(echo, request) : []))];
}

function compared(echo: Part[], request: MacRequest) {
  const own = echo.map(({ field }) => ({ field, value: (request as Record<string, string>)[field] ?? "" }));
  const differ = echo.some(({ value }, i) => value !== own[i].value);
  const making = (parts: Part[]) => ({ parts, separator: "&", end: "", charset: "", hash: "", key: [], writing: "" } as Making);
  return [element("p", {}, t(differ ? "answer.echo.differs" : "answer.echo.same")), ...comparison(making(own), making(echo))];
}

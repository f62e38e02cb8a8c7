// What Netvisor answered: what it means, what it rules out, what to do, and the
// string that the server shows beside the request's own.

import { comparison } from "../check/compare.ts";
import { element } from "../../dom/elements.ts";
import { seen } from "../../text/unseen.ts";
import { t } from "../../words/page-words.ts";
import type { Answer, MacRequest, Making, Part } from "../../api/types/mac.d.ts";

/** @param request what the form holds */
export function answerOf(answer: Answer, request: MacRequest) {
  const { status, explanation, inserted } = answer;
  if (!explanation) return [];
  const good = status === "OK";
  return [element("section", { class: "answered", "data-state": good ? "ok" : "wrong", "data-id": explanation.id },
    element("p", { class: "headline" }, element("span", { class: "sign", "aria-hidden": "true" }, good ? "✓" : "✗"), ` ${t("answer.title")}: ${explanation.title}.`),
    ...saidBy(answer),
    element("p", {}, explanation.fix),
    ...(explanation.detail ? [element("p", { class: "detail" }, explanation.detail)] : []),
    ...(inserted.length ? [element("p", {}, `${t("answer.inserted")}: `, element("code", { translate: "no" }, seen(inserted.join(", "))))] : []),
    ...shownBy(answer, request))];
}

/** The server's own words. */
export function saidBy({ code, message, httpStatus, echo }: Answer) {
  const said = [httpStatus ? `HTTP ${httpStatus}` : "", code, echo ? "" : message].filter(Boolean).join(" · ");
  return said ? [element("p", { class: "said" }, element("code", { translate: "no" }, seen(said)))] : [];
}

/** The string that the server shows, beside the request's. */
export function shownBy({ echo }: Answer, request: MacRequest) {
  if (!echo) return [];
  const own = echo.map(({ field }) => ({ field, value: (request as Record<string, string>)[field] ?? "" }));
  const differ = echo.some(({ value }, i) => value !== own[i].value);
  const making = (parts: Part[]) => ({ parts, separator: "&", end: "", charset: "", hash: "", key: [], writing: "", said: {} } as Making);
  return [element("p", {}, t(differ ? "answer.echo.differs" : "answer.echo.same")), ...comparison(making(own), making(echo))];
}

// What Netvisor answered: what it means, what it rules out, what to do, and the
// string that the server shows beside the request's own.

import { comparison } from "../check/compare.js";
import { element } from "../../dom/elements.js";
import { seen } from "../../text/unseen.js";
import { t } from "../../words/page-words.js";

/** @import { Answer, MacRequest, Making, Part } from "../../api/types/mac.d.ts" */

/** @param {Answer} answer @param {MacRequest} request what the form holds */
export function answerOf({ status, code, message, httpStatus, explanation, inserted, echo }, request) {
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

/** @param {Part[]} echo @param {MacRequest} request */
function compared(echo, request) {
  const own = echo.map(({ field }) => ({ field, value: /** @type {Record<string, string>} */ (request)[field] ?? "" }));
  const differ = echo.some(({ value }, i) => value !== own[i].value);
  const making = (/** @type {Part[]} */ parts) => /** @type {Making} */ ({ parts, separator: "&", end: "", charset: "", hash: "", key: [], writing: "" });
  return [element("p", {}, t(differ ? "answer.echo.differs" : "answer.echo.same")), ...comparison(making(own), making(echo))];
}

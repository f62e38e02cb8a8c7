// The MAC is right: and nothing is to be done, or Netvisor refuses the request for another reason, or the algorithm is the old one,
// or it depends on how the text was read.

import { saidBy, shownBy } from "../paste/answer.ts";
import { comparison } from "./compare.ts";
import { doubtful, headline, show } from "./panel.ts";
import { macs } from "./macs.ts";
import { element } from "../../dom/elements.ts";
import { seen } from "../../text/unseen.ts";
import { reasonOf } from "../create/result.ts";
import { reason } from "../workings.ts";
import { t } from "../../words/page-words.ts";
import type { MacRequest, Report } from "../../api/types/mac.d.ts";
import type { refusalOf } from "../answered.ts";
import type { Doubts } from "../doubts.ts";

/** what the reading of the request left open, and those of the other addresses that make the MAC right */
export type Open = Doubts & { right: string[] };

export function showRight() {
  show("ok", () => [headline("✓", t("verdict.ok")), element("p", {}, t("verdict.ok.more"))]);
}

/** @param url with which the MAC is right, "" if it is so with another one alone */
export function showUnsure({ notes, addresses, right }: Open, url: string) {
  const fitting = [...(url ? [url] : []), ...right], others = addresses.filter((address) => !fitting.includes(address));
  show("unsure", () => [
    ...doubtful(notes),
    headline("?", t("verdict.unsure")),
    ...(addresses.length ? [element("p", {}, t("verdict.unsure.address")), listed(fitting, "✓"), listed(others, "✗")] : []),
    element("p", {}, t("verdict.unsure.more")),
  ]);
}

const listed = (addresses: string[], sign: string) => element("ul", { class: "readings" }, ...addresses.map((url) =>
  element("li", {}, element("span", { class: "sign", "aria-hidden": "true" }, sign), " ", element("code", { translate: "no" }, seen(url)))));

/** The MAC fits the keys, and Netvisor's answer says no: one verdict of both. */
export function showRefused({ answer, left }: NonNullable<ReturnType<typeof refusalOf>>, request: MacRequest) {
  show("refused", () => [headline("!", t("verdict.refused")), ...saidBy(answer),
    element("p", {}, t("verdict.refused.left")),
    element("ol", {}, ...left.map((reason) => element("li", { "data-id": reason }, t(`verdict.refused.${reason}`)))),
    ...shownBy(answer, request)]);
}

/** @param modern the same request with HMACSHA256 */
export function showLegacy({ want, right }: Report, modern: Report) {
  show("legacy", () => [headline("✓", t("verdict.legacy")), element("p", {}, t("verdict.legacy.more")),
    ...(modern.error ? [element("p", { class: "refused" }, reasonOf({ ...modern.error, message: reason(modern.error) }))] : []),
    ...macs("SHA256", want, "HMACSHA256", modern.want), ...comparison(right, modern.right)]);
}

// What came of all requests, a line for each cause and verdict, which shows the rows that it counts.

import { element } from "../dom.js";
import { button } from "./button.js";
import { count, t } from "./words.js";

/** @import { Filter } from "./filters.js" */
/** @import { Rows } from "./rows.js" */

/** How many causes are told. */
const most = 8;

/** @param {Rows} rows @param {(filter: Partial<Filter>) => unknown} filterBy @returns {HTMLElement[]} */
export function summaryOf(rows, filterBy) {
  return [...causes(rows), ...verdicts(rows)].filter(([, n]) => n > 0).map(([what, n, filter]) => {
    const link = button(t("summary.cause", { count: count(n), all: count(rows.length), cause: what }), () => filterBy(filter));
    link.className = "place";
    return element("li", {}, link);
  });
}

/** @typedef {[what: string, count: number, filter: Partial<Filter>]} Line */

/** @param {Rows} rows @returns {Line[]} */
const causes = (rows) => rows.summary().slice(0, most).map(({ cause, count, group }) => [cause, count, { group, verdict: "wrong" }]);

/** @param {Rows} rows @returns {Line[]} */
const verdicts = ({ tally, twice }) => [
  ...(/** @type {const} */ (["right", "error", "unsigned", "keyless"])).map((verdict) => /** @type {Line} */ ([t(`verdict.${verdict}`), tally.verdicts[verdict], { group: "", verdict }])),
  [t("show.twice"), twice.size, { group: "", verdict: "twice" }],
];

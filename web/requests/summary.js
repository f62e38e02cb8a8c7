// What came of all requests, a line for each cause and verdict, which shows the rows that it counts.

import { element } from "../dom/elements.js";
import { button } from "./button.js";
import { Keyed } from "./keyed.js";
import { count, t } from "./words.js";

/** @import { Filter } from "./filters.js" */
/** @import { Rows } from "./rows.js" */

/** How many causes are told. */
const most = 8;

/** @typedef {{ what: string, count: number, verdict: string, group: string }} Line and by what its rows are filtered */

export class Summary {
  element = element("ul", { class: "summary" });

  /** @param {Rows} rows @param {(filter: Partial<Filter>) => unknown} filterBy */
  constructor(rows, filterBy) {
    this.rows = rows;
    this.lines = new Keyed(this.element, (/** @type {string} */ key) => {
      const [verdict, group] = key.split("\n"), link = button("", () => filterBy({ verdict, group }));
      link.className = "place";
      return element("li", {}, link);
    });
  }

  show() {
    const lines = new Map(linesOf(this.rows).map((line) => [`${line.verdict}\n${line.group}`, line]));
    this.lines.show(lines.keys(), ({ firstElementChild: link }, key) => {
      const { what, count: n } = /** @type {Line} */ (lines.get(key));
      /** @type {Element} */ (link).textContent = t("summary.cause", { count: count(n), all: count(this.rows.length), cause: what });
    });
  }
}

/** @param {Rows} rows */
const linesOf = (rows) => [...causes(rows), ...verdicts(rows)].filter((line) => line.count > 0);

/** @param {Rows} rows @returns {Line[]} */
const causes = (rows) => rows.summary().slice(0, most).map(({ cause, count, group }) => ({ what: cause, count, group, verdict: "wrong" }));

/** @param {Rows} rows @returns {Line[]} */
const verdicts = ({ tally, twice }) => [
  ...(/** @type {const} */ (["right", "unsure", "error", "unsigned", "keyless"])).map((verdict) => ({ what: t(`verdict.${verdict}`), count: tally.verdicts[verdict], group: "", verdict })),
  { what: t("show.twice"), count: twice.size, group: "", verdict: "twice" },
];

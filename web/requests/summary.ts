// What came of all requests, a line for each cause and verdict, which shows the rows that it counts.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { Keyed } from "./keyed.ts";
import { count, t } from "./words.ts";
import type { Filter } from "./filters.ts";
import type { Rows } from "./rows.ts";

/** How many causes are told. */
const most = 8;

/** and by what its rows are filtered */
type Line = { what: string, count: number, verdict: string, group: string };

export class Summary {
  rows: Rows;
  lines: Keyed<string>;
  element = element("ul", { class: "summary" });

  constructor(rows: Rows, filterBy: (filter: Partial<Filter>) => unknown) {
    this.rows = rows;
    this.lines = new Keyed(this.element, (key: string) => {
      const [verdict, group] = key.split("\n"), link = button({}, "", () => filterBy({ verdict, group }));
      link.className = "place";
      return element("li", {}, link);
    });
  }

  show() {
    const lines = new Map(linesOf(this.rows).map((line) => [`${line.verdict}\n${line.group}`, line]));
    this.lines.show(lines.keys(), ({ firstElementChild: link }, key) => {
      const { what, count: n } = lines.get(key) as Line;
      (link as Element).textContent = t("summary.cause", { count: count(n), all: count(this.rows.length), cause: what });
    });
  }
}

const linesOf = (rows: Rows) => [...causes(rows), ...verdicts(rows)].filter((line) => line.count > 0);

const causes = (rows: Rows): Line[] => rows.summary().slice(0, most).map(({ cause, count, group }) => ({ what: cause, count, group, verdict: "wrong" }));

const verdicts = ({ tally, twice }: Rows): Line[] => [
  ...(["right", "unsure", "error", "unsigned", "keyless"] as const).map((verdict) => ({ what: t(`verdict.${verdict}`), count: tally.verdicts[verdict], group: "", verdict })),
  { what: t("show.twice"), count: twice.size, group: "", verdict: "twice" },
];

// What came of all requests: each cause with where it happens and what to do, then a line for each verdict. What is
// named there shows its rows.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { seen } from "../text/unseen.ts";
import { Keyed } from "./keyed.ts";
import { whenOf, whereOf } from "./where.ts";
import { partsOf } from "./where-words.ts";
import { count, t } from "./words.ts";
import type { Cause } from "./causes.ts";
import type { Filter } from "./filters.ts";
import type { Rows } from "./rows.ts";
import type { Told } from "./headlines.ts";
import type { When, Where } from "./where.ts";
import type { Part } from "./where-words.ts";

/** How many causes are told. */
const most = 8;

type FilterBy = (filter: Partial<Filter>) => unknown;
/** and by what its rows are filtered */
type Line = { what: string, count: number, verdict: string };

export class Summary {
  rows: Rows;
  element = element("div", {});
  #causes: Keyed<Cause>;
  #keys = element("p", {});
  #verdicts: Keyed<string>;
  /** Of each cause, its line. */
  #lines = new Map<Cause, CauseLine>();

  constructor(rows: Rows, filterBy: FilterBy) {
    this.rows = rows;
    const causes = element("ul", { class: "summary" }), verdicts = element("ul", { class: "summary" });
    this.element.append(causes, this.#keys, verdicts);
    this.#causes = new Keyed(causes, (cause: Cause) => {
      const line = new CauseLine(cause, filterBy);
      this.#lines.set(cause, line);
      return line.element;
    });
    this.#verdicts = new Keyed(verdicts, (verdict: string) => element("li", {}, button({ class: "place" }, "", () => filterBy({ verdict, group: "" }))));
  }

  /** @param ended whether all causes are known: before, nobody can say since when there is one */
  show(ended: boolean) {
    const causes = this.rows.causes.all().slice(0, most), when = ended ? whenOf(causes, this.rows) : [];
    const wheres = causes.map((cause) => whereOf(cause, this.rows)), all = wheres.every(({ right }) => right.length);
    this.#causes.show(causes, (_, cause) => {
      const i = causes.indexOf(cause);
      this.#lines.get(cause)?.show(this.rows, wheres[i], when[i], all);
    });
    write(this.#keys, all && wheres.length ? keysAreRight(this.rows, wheres.flatMap(({ right }) => right)) : "");
    const lines = new Map(verdictsOf(this.rows).filter((line) => line.count > 0).map((line) => [line.verdict, line]));
    this.#verdicts.show(lines.keys(), ({ firstElementChild: link }, verdict) => {
      const { what, count: n } = lines.get(verdict) as Line;
      write(link, t("summary.cause", { count: count(n), all: count(this.rows.length), cause: what }));
    });
  }
}

const verdictsOf = ({ tally, twice }: Rows): Line[] => [
  ...(["right", "unsure", "error", "unsigned", "keyless"] as const).map((verdict) => ({ what: t(`verdict.${verdict}`), count: tally.verdicts[verdict], verdict })),
  { what: t("show.twice"), count: twice.size, verdict: "twice" },
];

function keysAreRight({ rightBy }: Rows, keys: number[]) {
  return t("keys.right", { count: count([...new Set(keys)].reduce((sum, number) => sum + rightBy[number], 0)) });
}

/** What is the same already stays, and with it what somebody is pressing or has selected. */
function write(place: Node | null, text: string) {
  if (place && place.textContent !== text) place.textContent = text;
}

class CauseLine {
  cause: Cause;
  element: HTMLLIElement;
  #headline = element("p", { class: "headline" });
  #where = element("p", { class: "where" });
  #parts: Keyed<string>;
  #fixes = element("div", {});
  /** By their keys. */
  #shown = new Map<string, Part>();

  constructor(cause: Cause, filterBy: FilterBy) {
    const { group } = this.cause = cause;
    this.element = element("li", { class: "cause" }, this.#headline, this.#where, this.#fixes);
    this.#parts = new Keyed(this.#where, (key) => {
      const part = this.#shown.get(key);
      if (!part?.filter) return element("span", {});
      const isValue = key !== "count";
      return element("span", isValue ? { class: "value", translate: "no" } : {}, button({ class: "place" }, "", () => filterBy({ verdict: "", group, where: part.filter })), "");
    });
  }

  /** @param all whether it is said of all causes together that the keys are right */
  show(rows: Rows, where: Where, when: When | undefined, all: boolean) {
    const { mistakes, count: n } = this.cause, { headlines, length, tally } = rows;
    write(this.#headline, seen(`${headlines.common(this.cause)}.`));
    const parts = partsOf(n, length, where, when, tally.times);
    this.#shown = new Map(parts.map((part) => [part.key, part]));
    this.#parts.show(this.#shown.keys(), (child, key) => {
      const { name, text } = this.#shown.get(key) as Part;
      if (name === undefined) write(child, text);
      else {
        write(child.firstChild, name);
        write(child.lastChild, text && ` ${text}`);
      }
    });
    this.#where.querySelector("button")?.setAttribute("aria-label", `${parts[0].name}: ${this.#headline.textContent}`);
    this.#tellFixes(mistakes.map(headlines.tell), where.right.length > 0, all ? "" : keysAreRight(rows, where.right));
  }

  /** What to do, and whether the keys are known to be right. */
  #tellFixes(told: Told[], right: boolean, keys: string) {
    const lines = told.map(({ fix, where }, i) => element("p", { class: "fix" }, `${told.length > 1 ? `${i + 1}. ` : ""}${fix} `, element("small", {}, where)));
    if (!told.length) lines.push(element("p", { class: "fix" }, t(right ? "unknown.fix" : "unknown.keys")));
    if (right && keys) lines.push(element("p", { class: "legend" }, keys));
    if (this.#fixes.textContent !== lines.map(({ textContent }) => textContent).join("")) this.#fixes.replaceChildren(...lines);
  }
}

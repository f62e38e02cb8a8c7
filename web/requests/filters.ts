// Which rows are shown, and in which order.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { seen } from "../text/unseen.ts";
import { Keyed } from "./keyed.ts";
import { count, t } from "./words.ts";
import type { Place } from "./places.ts";
import type { Column, Rows } from "./rows.ts";
import type { Table } from "./table.ts";
import type { Key } from "./words.ts";

/** each lets all rows through when it is empty; a group is a cause, where the numbers of values by their places */
export type Filter = { text: string, verdict: string, group: string, where: Partial<Record<Place, number>> };

const kinds: [value: string, key: Key][] = [["", "show.all"], ["wrong", "verdict.wrong"], ["right", "verdict.right"], ["error", "verdict.error"], ["unsigned", "verdict.unsigned"], ["keyless", "verdict.keyless"], ["unsure", "verdict.unsure"], ["twice", "show.twice"]];

export class Filters {
  rows: Rows;
  table: Table;
  order: (keys: (string | number)[]) => Promise<Uint32Array>;
  kind: HTMLSelectElement;
  element: HTMLDivElement;

  /** Indexes of rows; null for all. */
  shown: Uint32Array | number[] | null = null;
  #filter: Filter = { text: "", verdict: "", group: "", where: {} };
  #sorted: { column: Column, down: boolean } | undefined;
  #turn = 0;
  #about = element("span", { class: "legend" });
  #chips = element("div", { class: "chips" });
  /** The cause and the values that are filtered by, each with the way to clear it. */
  #set = new Keyed(this.#chips, (name: string) => button({ class: "quiet" }, "", () => this.#clear(name)));

  /** @param label keeps an element whose text is a word @param order sorts */
  constructor(rows: Rows, table: Table, label: <T extends HTMLElement>(key: Key, made: T) => T, order: (keys: (string | number)[]) => Promise<Uint32Array>) {
    this.rows = rows;
    this.table = table;
    this.order = order;
    const text = element("input", { type: "search", id: "requests-filter", autocomplete: "off", spellcheck: "false" });
    text.addEventListener("input", () => void this.by({ text: text.value }));
    this.kind = element("select", { id: "requests-show", autocomplete: "off" }, ...kinds.map(([value, key]) => label(key, element("option", { value }))));
    this.kind.addEventListener("change", () => void this.by({ verdict: this.kind.value, group: "" }));
    this.element = element("div", { class: "filters" },
      element("div", {}, label("filter", element("label", { for: "requests-filter" })), text),
      element("div", {}, label("show", element("label", { for: "requests-show" })), this.kind), this.#about, this.#chips);
  }

  /** Whether rows are shown in the file's order, and all of them. */
  get none() {
    const { text, verdict, group, where } = this.#filter;
    return !this.#sorted && !text && !verdict && !group && !Object.keys(where).length;
  }

  by(change: Partial<Filter>) {
    Object.assign(this.#filter, change);
    this.kind.value = this.#filter.verdict;
    return this.arrange();
  }

  #clear(name: string) {
    this.kind.focus(); // the button goes
    const { where } = this.#filter;
    return this.by(name === "group" ? { group: "" } : { where: Object.fromEntries(Object.entries(where).filter(([place]) => place !== name)) });
  }

  sort(column: Column) {
    this.#sorted = { column, down: this.#sorted?.column === column && !this.#sorted.down };
    this.table.mark(column, this.#sorted.down);
    return this.arrange();
  }

  /** Sorts and filters; what was overtaken by another wish is dropped. */
  async arrange() {
    const mine = ++this.#turn;
    if (this.none) {
      this.show(null);
      return;
    }
    let order = this.#sorted ? await this.order(await this.rows.keys(this.#sorted.column)) : Uint32Array.from(this.rows.verdicts.keys());
    if (this.#sorted?.down) order = order.reverse();
    const matching = await this.rows.matching(this.#filter, () => mine !== this.#turn);
    if (matching && mine === this.#turn) this.show(order.filter((index) => matching[index]));
  }

  show(order: Uint32Array | number[] | null) {
    this.shown = order;
    this.table.show(order);
    this.#tell();
  }

  /** Says by what is filtered, and how many rows that leaves. */
  #tell() {
    const { length } = this.rows, shown = this.shown?.length ?? length;
    this.#about.textContent = shown === length ? "" : t("shown", { count: count(shown), all: count(length) });
    const { group, where } = this.#filter, cause = this.rows.causes.all().find((cause) => cause.group === group);
    const values = Object.entries(where) as [Exclude<Place, "keys">, number][];
    const set = new Map<string, string>(values.map(([place, number]) => [place, `${t(`column.${place}`)}: ${this.rows.places.name(place, number) || "–"}`]));
    if (cause) set.set("group", `${t("column.cause")}: ${this.rows.headlines.common(cause)}`);
    this.#set.show(set.keys(), (chip, name) => {
      const what = seen(set.get(name) ?? "");
      chip.textContent = `${what} ✕`;
      chip.setAttribute("aria-label", t("filter.clear", { what }));
    });
  }
}

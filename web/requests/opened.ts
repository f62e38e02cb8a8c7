// The way on from a row that was opened in Check: the next wrong one, and back to the table.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { count, t } from "./words.ts";
import type { Rows } from "./rows.ts";
import type { Table } from "./table.ts";
import type { Key } from "./words.ts";

export class Opened {
  element: HTMLDivElement;
  rows: Rows;
  table: Table;
  #index = 0;
  #about = element("span", { class: "legend" });
  #next: HTMLButtonElement;

  /** @param label keeps an element whose text is a word */
  constructor(rows: Rows, table: Table, label: <T extends HTMLElement>(key: Key, made: T) => T, open: (index: number) => unknown) {
    this.rows = rows;
    this.table = table;
    this.#next = label("opened.next", button({}, "", () => {
      const next = this.#nextWrong();
      if (next !== undefined) return open(next);
    }));
    this.element = element("div", { class: "line opened" }, this.#about, label("opened.back", button({}, "", () => this.table.go(this.#index))), this.#next);
  }

  show(index: number) {
    this.#index = index;
    this.#next.disabled = this.#nextWrong() === undefined;
    this.retell();
  }

  #nextWrong() {
    return this.table.after(this.#index, (index) => this.rows.verdicts[index] === "wrong");
  }

  retell() {
    this.#about.textContent = t("opened", { number: count(this.#index + 1), all: count(this.rows.length) });
  }
}

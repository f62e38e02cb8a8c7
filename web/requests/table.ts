// A table of any number of rows, of which only those in view are in the page.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { seen } from "../text/unseen.ts";
import { Keyed } from "./keyed.ts";
import { columns } from "./rows.ts";
import { count, t } from "./words.ts";
import type { Column, Rows } from "./rows.ts";

/** The columns of words; the others have values. */
const told: readonly Column[] = ["verdict", "cause"];
/** Browsers have no taller elements; beyond it, a pixel stands for more. */
const tallest = 15_000_000;

export class Table {
  rows: Rows;
  open: (index: number) => void;
  element: HTMLDivElement;

  /** Indexes of rows; null for all in the file's order. */
  #order: Uint32Array | number[] | null = null;
  #count = 0;
  #active = 0;
  /** Of a row, as the style has it: on a phone a row has several lines. */
  #height = 36;
  #head = element("div", { class: "row head", role: "row" });
  #space = element("div", { class: "space", role: "rowgroup" });
  #body = element("div", { class: "rows", role: "grid", tabindex: "0", id: "request-rows" }, element("div", { class: "heads", role: "rowgroup" }, this.#head), this.#space);
  /** By their places. */
  #drawn = new Keyed(this.#space, (place: number) => this.#row(place));

  constructor(rows: Rows, open: (index: number) => void, sort: (column: Column) => unknown) {
    this.rows = rows;
    this.open = open;
    this.#head.append(...columns.map((column) => {
      const head = button({ class: "quiet" }, "", () => sort(column));
      return element("span", { role: "columnheader", "data-column": column }, head);
    }));
    this.element = element("div", { class: "requests" }, this.#body);
    this.#body.addEventListener("scroll", () => this.draw());
    this.#body.addEventListener("keydown", (event) => this.#key(event));
    this.#body.addEventListener("click", ({ target }) => {
      const row = target instanceof Element && target.closest("[data-place]");
      const selected = getSelection();
      if (!(row instanceof HTMLElement) || (selected?.toString() && row.contains(selected.anchorNode))) return; // a cell's text is to be copied
      this.#activate(Number(row.dataset.place));
      this.#openActive();
    });
    new ResizeObserver(() => this.show(this.#order)).observe(this.#body);
  }

  /** Names the columns in the language; show() does the rest. */
  retell() {
    columns.forEach((column, i) => {
      const button = this.#head.children[i].firstElementChild;
      button?.setAttribute("aria-label", t("sort", { column: t(`column.${column}`) }));
      button?.replaceChildren(t(`column.${column}`));
    });
  }

  /** @param order indexes of rows; null for all */
  show(order: Uint32Array | number[] | null) {
    this.#order = order;
    this.#measure();
    this.draw();
  }

  /** Takes note of rows that came behind those in view, which stay as they are. */
  grow() {
    const before = this.#count;
    this.#measure();
    if (before < this.#places()[1]) this.draw();
  }

  #measure() {
    const order = this.#order;
    this.#height = Number(getComputedStyle(this.#body).getPropertyValue("--row")) || this.#height;
    this.#count = order ? order.length : this.rows.length;
    this.#active = Math.min(this.#active, Math.max(0, this.#count - 1));
    this.#space.style.height = `${Math.min(this.#count * this.#height, tallest)}px`;
    this.#body.setAttribute("aria-rowcount", String(this.#count));
    this.#body.setAttribute("aria-label", t("rows", { count: count(this.#count) }));
  }

  #index(place: number) {
    return this.#order ? this.#order[place] : place;
  }

  /** Marks the column that is sorted by. */
  mark(column: Column, down: boolean) {
    for (const head of this.#head.children) {
      if ((head as HTMLElement).dataset.column === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  /** The height in which rows are seen: the heads stay above them. */
  get #view() {
    return this.#body.clientHeight - this.#head.offsetHeight;
  }

  /** Rows for each pixel of the scroll bar, times the height of one. */
  get #scale() {
    return Math.max(1, (this.#count * this.#height) / tallest);
  }

  /** The places that are drawn, the second exclusive: those in view and some around them. */
  #places() {
    const first = Math.max(0, Math.floor((this.#body.scrollTop * this.#scale) / this.#height) - 4);
    return [first, Math.min(this.#count, first + Math.ceil(this.#view / this.#height) + 8)];
  }

  draw() {
    const top = this.#body.scrollTop * this.#scale;
    const [first, last] = this.#places();
    this.#drawn.show(Array.from({ length: last - first }, (_, i) => first + i), (row, place) => {
      row.style.top = `${this.#body.scrollTop + place * this.#height - top}px`;
      this.#fill(row, place);
    });
    const active = this.#active >= first && this.#active < last;
    if (active) this.#body.setAttribute("aria-activedescendant", `request-${this.#active}`);
    else this.#body.removeAttribute("aria-activedescendant");
  }

  #row(place: number) {
    return element("div", { role: "row", class: "row", id: `request-${place}`, "data-place": String(place), "aria-rowindex": String(place + 1) },
      ...columns.map((column) => element("span", { role: "gridcell", "data-column": column, translate: told.includes(column) ? "yes" : "no" })));
  }

  /** Writes into a row what it shows now. */
  #fill(row: HTMLElement, place: number) {
    const index = this.#index(place);
    row.dataset.verdict = this.rows.verdicts[index];
    row.setAttribute("aria-selected", String(place === this.#active));
    columns.forEach((column, i) => {
      const text = seen(this.rows.cell(index, column)), cell = row.children[i] as HTMLElement;
      if (cell.textContent !== text) cell.title = cell.textContent = text;
    });
  }

  #activate(place: number) {
    this.#active = Math.max(0, Math.min(place, this.#count - 1));
    const y = (this.#active * this.#height) / this.#scale;
    if (y < this.#body.scrollTop) this.#body.scrollTop = y;
    else if (y + this.#height > this.#body.scrollTop + this.#view) this.#body.scrollTop = y + this.#height - this.#view;
    this.draw();
  }

  /** The row after one, as they are shown, that a test lets through. */
  after(index: number, wanted: (index: number) => boolean) {
    const order = this.#order, place = order ? order.indexOf(index) : index;
    for (let next = place + 1; next < this.#count; next++) if (wanted(this.#index(next))) return this.#index(next);
  }

  /** Goes to a row, or back to the one that was left. */
  go(index?: number) {
    this.element.scrollIntoView({ block: "nearest" });
    this.#body.focus({ preventScroll: true });
    if (index !== undefined) this.#activate(this.#order ? this.#order.indexOf(index) : index);
  }

  #openActive() {
    if (this.#count) this.open(this.#index(this.#active));
  }

  #key(event: KeyboardEvent) {
    if (event.target !== this.#body) return; // a head's button has keys of its own
    const page = Math.max(1, Math.floor(this.#view / this.#height) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key === "Enter") this.#openActive();
    else if (event.key in steps) {
      event.preventDefault();
      this.#activate(this.#active + steps[event.key as keyof typeof steps]);
    }
  }
}

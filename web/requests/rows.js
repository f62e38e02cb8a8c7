// All rows, and which of them are shown in which order.

import { ringName } from "./reading.js";
import { inWords, t } from "./words.js";

/** @import { Row, RowVerdict } from "./reading.js" */

/** @typedef {{ id: string, title: string, detail?: string }[]} Cause */
/** @typedef {"at" | "resource" | "company" | "verdict" | "cause" | "answer"} Column */

/** @type {readonly Column[]} */
export const columns = ["at", "resource", "company", "verdict", "cause", "answer"];

/** Of a mistake's detail, what many requests have alike. @param {Cause[number]} mistake */
const zoneOf = ({ detail = "" }) => /: (local time .*)$/.exec(detail)?.[1] ?? "";

/** What a mistake is counted by, whatever the language. @param {Cause[number]} mistake */
const groupOf = (mistake) => `${mistake.id} ${zoneOf(mistake)}`.trim();

/** How many rows are looked at before the page may do something else. */
const slice = 5000;

export class Rows {
  /** @type {Row[]} */
  all = [];
  /** By the row's index; undefined until it was looked for. @type {(Cause | undefined)[]} */
  causes = [];
  /** Indexes of the rows that share a transaction id of one partner. @type {Set<number>} */
  twice = new Set();
  /** The names of mistakes in the language, by id and zone. @type {Map<string, string>} */
  #names = new Map();
  /** The first row of each transaction id. @type {Map<string, number>} */
  #first = new Map();

  /** The ids of requests without keys of their own. @type {Map<string, { count: number, customer: string, partner: string }>} */
  pairs = new Map();

  /** @param {Row[]} rows */
  add(rows) {
    for (const row of rows) {
      const index = this.all.push(row) - 1;
      if (!row.keys) this.#pair(row);
      const { transactionId, partnerId = "" } = row.request;
      if (!transactionId) continue;
      const id = `${partnerId}\n${transactionId}`;
      const first = this.#first.get(id);
      if (first === undefined) this.#first.set(id, index);
      else this.twice.add(first).add(index);
    }
  }

  /** @param {Row} row */
  #pair({ request }) {
    const name = ringName(request), pair = this.pairs.get(name);
    if (pair) pair.count++;
    else this.pairs.set(name, { count: 1, customer: request.customerId ?? "", partner: request.partnerId ?? "" });
  }

  /** What a cell shows. @param {number} index @param {Column} column @returns {string} */
  cell(index, column) {
    const { request, at, answer, verdict } = this.all[index];
    switch (column) {
      case "at": return Number.isNaN(at) ? request.timestamp ?? "" : new Date(at).toISOString().replace("T", " ").slice(0, 23);
      case "resource": return /[^/]*\.nv/.exec(request.url ?? "")?.[0] ?? request.url ?? "";
      case "company": return request.organisationId ?? "";
      case "verdict": return t(`verdict.${verdict}`) + (this.twice.has(index) ? `, ${t("twice")}` : "");
      case "cause": return this.causeOf(index);
      case "answer": return answer;
    }
  }

  /** @param {number} index */
  causeOf(index) {
    if (this.all[index].verdict !== "wrong") return "";
    const cause = this.causes[index];
    if (!cause) return t("cause.pending");
    return cause.length ? cause.map((mistake) => this.#name(mistake)).join(" + ") : t("cause.unknown");
  }

  /** A mistake in the language, and its zone. @param {Cause[number]} mistake */
  #name(mistake) {
    const group = groupOf(mistake), known = this.#names.get(group);
    if (known) return known;
    const { title, detail } = inWords({ ...mistake, detail: zoneOf(mistake) });
    const name = detail ? `${title}: ${detail}` : title;
    this.#names.set(group, name);
    return name;
  }

  /** Forgets the names of mistakes, of which there are others in another language. */
  retell() {
    this.#names.clear();
  }

  /** What a row is counted and filtered by. @param {number} index */
  #group(index) {
    return this.causes[index]?.map(groupOf).join(" + ") || "unknown";
  }

  /** What a column is sorted by. @param {Column} column @returns {(string | number)[]} */
  keys(column) {
    if (column === "at") return this.all.map(({ at }) => at || 0);
    return this.all.map((_, index) => this.cell(index, column));
  }

  /** How often each cause was found, the most frequent first. @returns {{ group: string, cause: string, count: number }[]} */
  summary() {
    /** @type {Map<string, { group: string, cause: string, count: number }>} */
    const found = new Map();
    this.all.forEach(({ verdict }, index) => {
      if (verdict !== "wrong" || !this.causes[index]) return;
      const group = this.#group(index), before = found.get(group);
      if (before) before.count++;
      else found.set(group, { group, cause: this.causeOf(index), count: 1 });
    });
    return [...found.values()].sort((a, b) => b.count - a.count);
  }

  /** @returns {Record<RowVerdict, number>} */
  counts() {
    const counts = { right: 0, wrong: 0, error: 0, unsigned: 0, keyless: 0 };
    for (const { verdict } of this.all) counts[verdict]++;
    return counts;
  }

  /**
   * The indexes, in the given order, that a filter lets through. It lets the page breathe, and gives null if it was overtaken.
   * @param {Iterable<number>} order
   * @param {{ text: string, verdict: string, group: string }} filter
   * @param {() => boolean} overtaken
   */
  async filtered(order, { text, verdict, group }, overtaken) {
    const wanted = text.toLowerCase();
    const found = [];
    let n = 0;
    for (const index of order) {
      if (++n % slice === 0) {
        await new Promise((resolve) => setTimeout(resolve));
        if (overtaken()) return null;
      }
      if (verdict === "twice" ? !this.twice.has(index) : verdict && this.all[index].verdict !== verdict) continue;
      if (group && !(this.causes[index] && this.#group(index) === group)) continue;
      if (wanted && !this.#matches(index, wanted)) continue;
      found.push(index);
    }
    return found;
  }

  /** @param {number} index @param {string} wanted */
  #matches(index, wanted) {
    const { request, answer } = this.all[index];
    return [request.url, request.organisationId, request.transactionId, request.sender, answer, this.causeOf(index)]
      .some((value) => value?.toLowerCase().includes(wanted));
  }
}

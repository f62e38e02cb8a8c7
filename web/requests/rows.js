// All rows, and which of them are shown in which order.

import { verdicts } from "./batch.js";
import { Tally } from "./tally.js";
import { inWords, t } from "./words.js";

/** @import { Batch } from "./batch.js" */
/** @import { Row, RowVerdict } from "./row.js" */

/** @typedef {{ id: string, title: string, detail?: string }[]} Cause */
/** @typedef {{ name: string, customer: string, partner: string, count: number }} Pair requests without keys of their own, by their ids */
/** @typedef {"at" | "resource" | "company" | "verdict" | "cause" | "answer"} Column */

/** @type {readonly Column[]} */
export const columns = ["at", "resource", "company", "verdict", "cause", "answer"];

/** Of a mistake's detail, what many requests have alike. @param {Cause[number]} mistake */
const zoneOf = ({ detail = "" }) => /: (local time .*)$/.exec(detail)?.[1] ?? "";

/** What a mistake is counted by, whatever the language. @param {Cause[number]} mistake */
const groupOf = (mistake) => `${mistake.id} ${zoneOf(mistake)}`.trim();

const decoder = new TextDecoder();

/** How many rows are looked at before the page may do something else. */
const slice = 2000;
/** Lets the page do something else. */
export const breath = () => new Promise((resolve) => setTimeout(resolve));

export class Rows {
  length = 0;
  /** @type {RowVerdict[]} */
  verdicts = [];
  /** @type {number[]} */
  moments = [];
  /** By the row's index; undefined until it was looked for. @type {(Cause | undefined)[]} */
  causes = [];
  tally = new Tally();
  /** Indexes of the rows that share a transaction id of one partner. @type {Set<number>} */
  twice = new Set();
  /** The ids of requests without keys of their own. @type {Map<string, Pair>} */
  pairs = new Map();
  /** @type {Batch[]} */
  #batches = [];
  /** The batch of each row. @type {number[]} */
  #batchOf = [];
  /** The index of each batch's first row. @type {number[]} */
  #starts = [];
  /** What was read last: the same row is asked for again and again. */
  #read = { index: -1, row: /** @type {Row | undefined} */ (undefined) };
  /** The names of mistakes in the language, by id and zone. @type {Map<string, string>} */
  #names = new Map();
  /** The first row of each transaction id, in many maps by its end: one would hold up the page each time that it grows. @type {Map<string, number>[]} */
  #first = Array.from({ length: 64 }, () => new Map());

  /** @param {Batch} batch */
  add(batch) {
    const start = this.length;
    this.#starts.push(start);
    const at = this.#batches.push(batch) - 1;
    for (let i = 0; i < batch.verdicts.length; i++) {
      const verdict = verdicts[batch.verdicts[i]];
      this.verdicts.push(verdict);
      this.moments.push(batch.moments[i]);
      this.#batchOf.push(at);
      this.tally.add(batch.moments[i], verdict);
      this.#identify(batch.ids[i], start + i);
    }
    batch.ids = []; // the map has them
    this.length += batch.verdicts.length;
    for (const [name, count] of Object.entries(batch.rings)) {
      const [customer, partner] = name.split("\n"), before = this.pairs.get(name)?.count ?? 0;
      this.pairs.set(name, { name, customer, partner, count: before + count });
    }
  }

  /** @param {string} id @param {number} index */
  #identify(id, index) {
    if (!id) return;
    const map = this.#first[id.charCodeAt(id.length - 1) % this.#first.length], first = map.get(id);
    if (first === undefined) map.set(id, index);
    else this.twice.add(first).add(index);
  }

  /** @param {number} index @returns {Row} */
  row(index) {
    if (this.#read.row && this.#read.index === index) return this.#read.row;
    const batch = this.#batchOf[index], { rows, ends } = this.#batches[batch], i = index - this.#starts[batch];
    const line = rows.subarray(i ? ends[i - 1] : 0, ends[i]);
    /** @type {Row} */
    const row = { ...JSON.parse(decoder.decode(line)), at: this.moments[index], verdict: this.verdicts[index] }; // JSON has no NaN
    this.#read = { index, row };
    return row;
  }

  /** @param {number} from @param {number} to exclusive */
  between(from, to) {
    return this.verdicts.slice(from, to).map((_, i) => this.row(from + i));
  }

  /** @param {number} index @param {RowVerdict} verdict */
  judge(index, verdict) {
    this.tally.add(this.moments[index], this.verdicts[index], -1);
    this.verdicts[index] = verdict;
    this.#read.index = -1;
    this.tally.add(this.moments[index], verdict);
  }

  /** @param {number} index @param {Cause} cause */
  explain(index, cause) {
    this.causes[index] = cause;
    this.tally.found(this.#group(index), index);
  }

  /** Forgets all causes, which other keys have made wrong. */
  forget() {
    this.causes = [];
    this.tally.causes.clear();
  }

  /** What a cell shows. @param {number} index @param {Column} column @returns {string} */
  cell(index, column) {
    const { request, answer } = this.row(index), at = this.moments[index];
    switch (column) {
      case "at": return Number.isNaN(at) ? request.timestamp ?? "" : new Date(at).toISOString().replace("T", " ").slice(0, 23);
      case "resource": return /[^/]*\.nv/.exec(request.url ?? "")?.[0] ?? request.url ?? "";
      case "company": return request.organisationId ?? "";
      case "verdict": return t(`verdict.${this.verdicts[index]}`) + (this.twice.has(index) ? `, ${t("twice")}` : "");
      case "cause": return this.causeOf(index);
      case "answer": return answer;
    }
  }

  /** @param {number} index */
  causeOf(index) {
    if (this.verdicts[index] !== "wrong") return "";
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

  /** What a column is sorted by, the page breathing meanwhile. @param {Column} column @returns {Promise<(string | number)[]>} */
  async keys(column) {
    if (column === "at") return this.moments.map((at) => at || 0);
    const keys = [];
    for (let index = 0; index < this.length; index++) {
      if (index % slice === slice - 1) await breath();
      keys.push(this.cell(index, column));
    }
    return keys;
  }

  /** How often each cause was found, the most frequent first. @returns {{ group: string, cause: string, count: number }[]} */
  summary() {
    return [...this.tally.causes].map(([group, { count, index }]) => ({ group, cause: this.causeOf(index), count })).sort((a, b) => b.count - a.count);
  }

  /**
   * Which rows a filter lets through: 1 for those. It lets the page breathe, and gives null if it was overtaken.
   * @param {{ text: string, verdict: string, group: string }} filter
   * @param {() => boolean} overtaken
   */
  async matching({ text, verdict, group }, overtaken) {
    const wanted = text.toLowerCase(), matching = new Uint8Array(this.length);
    for (let index = 0; index < matching.length; index++) {
      if (index % slice === slice - 1) {
        await breath();
        if (overtaken()) return null;
      }
      if (verdict === "twice" ? !this.twice.has(index) : verdict && this.verdicts[index] !== verdict) continue;
      if (group && !(this.causes[index] && this.#group(index) === group)) continue;
      if (wanted && !this.#matches(index, wanted)) continue;
      matching[index] = 1;
    }
    return matching;
  }

  /** @param {number} index @param {string} wanted */
  #matches(index, wanted) {
    const { request, answer } = this.row(index);
    return [request.url, request.organisationId, request.transactionId, request.sender, answer, this.causeOf(index)]
      .some((value) => value?.toLowerCase().includes(wanted));
  }
}

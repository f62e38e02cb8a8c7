// All rows, and which of them are shown in which order.

import { verdicts } from "./batch.ts";
import { Causes } from "./causes.ts";
import { Places, resourceOf } from "./places.ts";
import { Tally } from "./tally.ts";
import { Headlines } from "./headlines.ts";
import { t } from "./words.ts";
import type { Mistake } from "../api/types/mac.d.ts";
import type { Batch } from "./batch.ts";
import type { Filter } from "./filters.ts";
import type { Place } from "./places.ts";
import type { Row, RowVerdict } from "./row.ts";
import type { Tell } from "./headlines.ts";

/** requests without keys of their own, by their ids */
export type Pair = { name: string, customer: string, partner: string, count: number };
export type Column = "verdict" | "cause" | "at" | "resource" | "company" | "answer";

export const columns: readonly Column[] = ["verdict", "cause", "at", "resource", "company", "answer"];

const decoder = new TextDecoder();

/** How many rows are looked at before the page may do something else. */
const slice = 2000;
/** Lets the page do something else. */
export const breath = () => new Promise((resolve) => setTimeout(resolve));

export class Rows {
  headlines: Headlines;
  length = 0;
  verdicts: RowVerdict[] = [];
  moments: number[] = [];
  causes = new Causes();
  places = new Places();
  /** How many rows are right by the keys of each pair of ids, which has a number among the places. */
  rightBy: number[] = [];
  tally = new Tally();
  /** Indexes of the rows that share a transaction id of one partner. */
  twice = new Set<number>();
  /** The ids of requests without keys of their own. */
  pairs = new Map<string, Pair>();
  #batches: Pick<Batch, "rows" | "ends">[] = [];
  /** The batch of each row. */
  #batchOf: number[] = [];
  /** The index of each batch's first row. */
  #starts: number[] = [];
  /** What was read last: the same row is asked for again and again. */
  #read = { index: -1, row: undefined as Row | undefined };
  /** The first row of each transaction id, in many maps by its end: one would hold up the page each time that it grows. */
  #first: Map<string, number>[] = Array.from({ length: 64 }, () => new Map<string, number>());

  /** @param tell what is said of a mistake */
  constructor(tell: Tell) {
    this.headlines = new Headlines(tell);
  }

  add(batch: Batch) {
    const start = this.length;
    this.places.add(batch.named);
    this.#starts.push(start);
    const at = this.#batches.push({ rows: batch.rows, ends: batch.ends }) - 1;
    for (let i = 0; i < batch.verdicts.length; i++) {
      const verdict = verdicts[batch.verdicts[i]];
      this.verdicts.push(verdict);
      this.moments.push(batch.moments[i]);
      this.#batchOf.push(at);
      this.#count(start + i, 1);
      this.#identify(batch.ids[i], start + i);
    }
    this.length += batch.verdicts.length;
    for (const [name, count] of Object.entries(batch.rings)) {
      const [customer, partner] = name.split("\n"), before = this.pairs.get(name)?.count ?? 0;
      this.pairs.set(name, { name, customer, partner, count: before + count });
    }
  }

  #count(index: number, by: number) {
    const verdict = this.verdicts[index];
    this.tally.add(this.moments[index], verdict, by);
    if (verdict !== "right") return;
    const keys = this.places.of("keys", index);
    this.rightBy[keys] = (this.rightBy[keys] ?? 0) + by;
  }

  #identify(id: string, index: number) {
    if (!id) return;
    const map = this.#first[id.charCodeAt(id.length - 1) % this.#first.length], first = map.get(id);
    if (first === undefined) map.set(id, index);
    else this.twice.add(first).add(index);
  }

  row(index: number): Row {
    if (this.#read.row && this.#read.index === index) return this.#read.row;
    const batch = this.#batchOf[index], { rows, ends } = this.#batches[batch], i = index - this.#starts[batch];
    const line = rows.subarray(i ? ends[i - 1] : 0, ends[i]);
    const row: Row = { ...JSON.parse(decoder.decode(line)) as Row, at: this.moments[index], verdict: this.verdicts[index] }; // JSON has no NaN
    this.#read = { index, row };
    return row;
  }

  /** @param to exclusive */
  between(from: number, to: number) {
    return this.verdicts.slice(from, to).map((_, i) => this.row(from + i));
  }

  judge(index: number, verdict: RowVerdict) {
    this.#count(index, -1);
    this.verdicts[index] = verdict;
    this.#read.index = -1;
    this.#count(index, 1);
  }

  explain(index: number, mistakes: Mistake[]) {
    this.causes.found(index, mistakes, this.moments[index], this.places);
  }

  /** What a cell shows. */
  cell(index: number, column: Column): string {
    const { request, answer } = this.row(index), at = this.moments[index];
    switch (column) {
      case "at": return Number.isNaN(at) ? request.timestamp ?? "" : new Date(at).toISOString().replace("T", " ").slice(0, 23);
      case "resource": return resourceOf(request.url ?? "");
      case "company": return request.organisationId ?? "";
      case "verdict": return t(`verdict.${this.verdicts[index]}`) + (this.twice.has(index) ? `, ${t("twice")}` : "");
      case "cause": return this.causeOf(index);
      case "answer": return answer;
    }
  }

  causeOf(index: number) {
    if (this.verdicts[index] !== "wrong") return "";
    const mistakes = this.causes.mistakesOf(index);
    return mistakes ? this.headlines.short(mistakes) : t("cause.pending");
  }

  /** What a column is sorted by, the page breathing meanwhile. */
  async keys(column: Column): Promise<(string | number)[]> {
    if (column === "at") return this.moments.map((at) => at || 0);
    const keys = [];
    for (let index = 0; index < this.length; index++) {
      if (index % slice === slice - 1) await breath();
      keys.push(this.cell(index, column));
    }
    return keys;
  }

  /** Which rows a filter lets through: 1 for those. It lets the page breathe, and gives null if it was overtaken. */
  async matching({ text, verdict, group, where }: Filter, overtaken: () => boolean) {
    const wanted = text.toLowerCase(), matching = new Uint8Array(this.length), wheres = Object.entries(where) as [Place, number][];
    for (let index = 0; index < matching.length; index++) {
      if (index % slice === slice - 1) {
        await breath();
        if (overtaken()) return null;
      }
      if (verdict === "twice" ? !this.twice.has(index) : verdict && this.verdicts[index] !== verdict) continue;
      if (group && this.causes.of(index)?.group !== group) continue;
      if (wheres.some(([place, number]) => this.places.of(place, index) !== number)) continue;
      if (wanted && !this.#matches(index, wanted)) continue;
      matching[index] = 1;
    }
    return matching;
  }

  #matches(index: number, wanted: string) {
    const { request, answer } = this.row(index);
    return [request.url, request.organisationId, request.transactionId, request.sender, answer, this.causeOf(index)]
      .some((value) => value?.toLowerCase().includes(wanted));
  }
}

// All rows, and which of them are shown in which order.

import { verdicts } from "./batch.ts";
import { Tally } from "./tally.ts";
import { inWords, t } from "./words.ts";
import type { Batch } from "./batch.ts";
import type { Row, RowVerdict } from "./row.ts";

type Cause = { id: string, title: string, detail?: string }[];
/** requests without keys of their own, by their ids */
export type Pair = { name: string, customer: string, partner: string, count: number };
export type Column = "at" | "resource" | "company" | "verdict" | "cause" | "answer";

export const columns: readonly Column[] = ["at", "resource", "company", "verdict", "cause", "answer"];

/** Of a mistake's detail, what many requests have alike. */
const zoneOf = ({ detail = "" }: Cause[number]) => /: (local time .*)$/.exec(detail)?.[1] ?? "";

/** What a mistake is counted by, whatever the language. */
const groupOf = (mistake: Cause[number]) => `${mistake.id} ${zoneOf(mistake)}`.trim();

const decoder = new TextDecoder();

/** How many rows are looked at before the page may do something else. */
const slice = 2000;
/** Lets the page do something else. */
export const breath = () => new Promise((resolve) => setTimeout(resolve));

export class Rows {
  length = 0;
  verdicts: RowVerdict[] = [];
  moments: number[] = [];
  /** By the row's index; undefined until it was looked for. */
  causes: (Cause | undefined)[] = [];
  tally = new Tally();
  /** Indexes of the rows that share a transaction id of one partner. */
  twice = new Set<number>();
  /** The ids of requests without keys of their own. */
  pairs = new Map<string, Pair>();
  #batches: Batch[] = [];
  /** The batch of each row. */
  #batchOf: number[] = [];
  /** The index of each batch's first row. */
  #starts: number[] = [];
  /** What was read last: the same row is asked for again and again. */
  #read = { index: -1, row: undefined as Row | undefined };
  /** The names of mistakes in the language, by id and zone. */
  #names = new Map<string, string>();
  /** The first row of each transaction id, in many maps by its end: one would hold up the page each time that it grows. */
  #first: Map<string, number>[] = Array.from({ length: 64 }, () => new Map<string, number>());

  add(batch: Batch) {
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
    this.tally.add(this.moments[index], this.verdicts[index], -1);
    this.verdicts[index] = verdict;
    this.#read.index = -1;
    this.tally.add(this.moments[index], verdict);
  }

  explain(index: number, cause: Cause) {
    this.causes[index] = cause;
    this.tally.found(this.#group(index), index);
  }

  /** Forgets all causes, which other keys have made wrong. */
  forget() {
    this.causes = [];
    this.tally.causes.clear();
  }

  /** What a cell shows. */
  cell(index: number, column: Column): string {
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

  causeOf(index: number) {
    if (this.verdicts[index] !== "wrong") return "";
    const cause = this.causes[index];
    if (!cause) return t("cause.pending");
    return cause.length ? cause.map((mistake) => this.#name(mistake)).join(" + ") : t("cause.unknown");
  }

  /** A mistake in the language, and its zone. */
  #name(mistake: Cause[number]) {
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

  /** What a row is counted and filtered by. */
  #group(index: number) {
    return this.causes[index]?.map(groupOf).join(" + ") || "unknown";
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

  /** How often each cause was found, the most frequent first. */
  summary(): { group: string, cause: string, count: number }[] {
    return [...this.tally.causes].map(([group, { count, index }]) => ({ group, cause: this.causeOf(index), count })).sort((a, b) => b.count - a.count);
  }

  /** Which rows a filter lets through: 1 for those. It lets the page breathe, and gives null if it was overtaken. */
  async matching({ text, verdict, group }: { text: string, verdict: string, group: string }, overtaken: () => boolean) {
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

  #matches(index: number, wanted: string) {
    const { request, answer } = this.row(index);
    return [request.url, request.organisationId, request.transactionId, request.sender, answer, this.causeOf(index)]
      .some((value) => value?.toLowerCase().includes(wanted));
  }
}

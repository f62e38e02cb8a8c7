// A file beside its mended form: rows of lines around what changes and what was found.

import { countOf, lineAt, lineOf, linesOf, offsetOf } from "./lines.ts";
import { piecesOf, wordAt } from "./pieces.ts";
import type { Edit, Finding } from "../api/types/multivers.d.ts";
import type { Lines } from "./lines.ts";
import type { Mark, Piece, Span } from "./pieces.ts";

/** a line with its number */
export type Side = { number: number, pieces: Piece[] };
export type LineRow = { old?: Side, new?: Side, changed: boolean, severity?: string, gap?: undefined };
/** indexes of the old lines that are left out, the second exclusive */
export type GapRow = { gap: [number, number] };
export type Row = LineRow | GapRow;
/** indexes of lines that change, the second exclusive */
type Hunk = { old: [number, number], new: [number, number] };
type Told = { text: string, secrets: Span[] };

/** So many lines are shown around each place. */
const context = 3;
/** A file of so many lines is shown whole. */
const small = 240;
/** So many places that change are shown. */
const most = 200;

export class Difference {
  secrets: { old: Span[]; new: Span[]; };
  old: Lines;
  new: Lines;
  more: number;
  changes: number;
  hunks: Hunk[];
  marks: { old: Mark[]; new: Mark[]; };
  severities: Map<number, string>;
  near: Set<number>;

  /** Whether secrets are shown. */
  shown = false;

  /** @param after the same as before if nothing changes @param findings of before */
  constructor(before: Told, after: Told, edits: Edit[], findings: Finding[]) {
    this.secrets = { old: before.secrets, new: after.secrets };
    this.old = linesOf(before.text);
    this.new = edits.length ? linesOf(after.text) : this.old;
    const all = hunksOf(this.old, this.new, edits);
    this.more = Math.max(0, all.length - most);
    this.changes = all.length;
    this.hunks = all.slice(0, most);
    const last = this.more ? this.old.starts[this.hunks[most - 1].old[1]] : Infinity;
    const near = edits.filter(({ start }) => start <= last);
    this.marks = { old: marksOf(this.old, near, findings), new: madeOf(near) };
    this.severities = severitiesOf(findings);
    this.near = this.#near();
  }

  /** All rows that are shown at first. */
  rows(): Row[] {
    const whole = countOf(this.old) <= small;
    const keep = (index: number) => whole || this.near.has(index);
    const rows: Row[] = [];
    let at = 0;
    for (const hunk of this.hunks) {
      rows.push(...this.#same(at, hunk.old[0], keep), ...this.#changed(hunk));
      at = hunk.old[1];
    }
    return this.more ? rows : [...rows, ...this.#same(at, this.end, keep)];
  }

  /** How many lines there are, without an empty last one that nothing was found in. */
  get end() {
    const all = countOf(this.old);
    return all > 1 && lineOf(this.old, all - 1) === "" && !this.severities.has(all) ? all - 1 : all;
  }

  /** The lines of a gap. */
  lines(from: number, to: number) {
    return this.#same(from, to, () => true);
  }

  /** Indexes of old lines that are near to a change or a finding. */
  #near() {
    const near = new Set<number>();
    const add = (from: number, to: number) => {
      for (let i = Math.max(0, from - context); i < to + context; i++) near.add(i);
    };
    for (const { old: [from, to] } of this.hunks) add(from, to);
    for (const line of this.severities.keys()) add(line - 1, line);
    add(0, 1);
    return near;
  }

  /** Lines that stay as they are. */
  #same(from: number, to: number, keep: (index: number) => boolean): Row[] {
    const shift = this.#shift(from);
    const rows: Row[] = [];
    for (let i = from; i < to; i++) {
      const last = rows.at(-1);
      if (keep(i)) rows.push({ changed: false, old: this.#side("old", i), new: this.#side("new", i + shift), severity: this.severities.get(i + 1) });
      else if (last?.gap) last.gap[1] = i + 1;
      else rows.push({ gap: [i, i + 1] });
    }
    return rows;
  }

  #changed({ old: [from, to], new: [first, end] }: Hunk): Row[] {
    return Array.from({ length: Math.max(to - from, end - first) }, (_, i) => ({
      changed: true, severity: this.severities.get(from + i + 1),
      old: from + i < to ? this.#side("old", from + i) : undefined,
      new: first + i < end ? this.#side("new", first + i) : undefined,
    }));
  }

  /** How much greater the number of an unchanged line has become. */
  #shift(index: number) {
    let shift = 0;
    for (const { old, new: made } of this.hunks) if (old[1] <= index) shift = made[1] - old[1];
    return shift;
  }

  #side(which: "old" | "new", index: number): Side {
    return { number: index + 1, pieces: piecesOf(this[which], index, this.marks[which], this.shown ? [] : this.secrets[which]) };
  }
}

/** The most severe finding of each line. */
function severitiesOf(findings: Finding[]): Map<number, string> {
  const severities = new Map<number, string>();
  for (const { line, severity } of findings) if (line && !severities.has(line)) severities.set(line, severity); // errors come first
  return severities;
}

function marksOf(old: Lines, edits: Edit[], findings: Finding[]): Mark[] {
  const changed = edits.filter(({ start, end }) => end > start).map(({ start, end }) => ({ start, end, kind: "error" }));
  const found = findings.filter(({ line, severity }) => severity !== "ok" && line && line <= countOf(old)).map(({ line = 1, column = 1, severity }) => ({ ...wordAt(old, offsetOf(old, line, column)), kind: severity }));
  return [...changed, ...found].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What edits write, in the text that they make. */
function madeOf(edits: Edit[]): Mark[] {
  let shift = 0;
  return edits.map(({ start, end, text }) => {
    const made = { start: start + shift, end: start + shift + text.length, kind: "ok" };
    shift += text.length - (end - start);
    return made;
  });
}

/** The lines that edits change. */
function hunksOf(old: Lines, made: Lines, edits: Edit[]): Hunk[] {
  const groups: { from: number, to: number, before: number, after: number }[] = [];
  let shift = 0; // how much longer the text became before this edit
  for (const { start, end, text } of edits) {
    const from = lineAt(old, start), to = lineAt(old, end), longer = shift + text.length - (end - start);
    const last = groups.at(-1);
    if (last && from <= last.to) Object.assign(last, { to, after: longer });
    else groups.push({ from, to, before: shift, after: longer });
    shift = longer;
  }
  return groups.map(({ from, to, before, after }) => {
    const end = to + 1 < countOf(old) ? lineAt(made, old.starts[to + 1] + after) : countOf(made);
    return trimmed(old, made, [from, to + 1], [lineAt(made, old.starts[from] + before), end]);
  });
}

/** Leaves out the lines at both ends that are the same. */
function trimmed(old: Lines, made: Lines, [from, to]: [number, number], [first, end]: [number, number]): Hunk {
  while (from < to && first < end && lineOf(old, from) === lineOf(made, first)) { from++; first++; }
  while (from < to && first < end && lineOf(old, to - 1) === lineOf(made, end - 1)) { to--; end--; }
  return { old: [from, to], new: [first, end] };
}

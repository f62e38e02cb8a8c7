// A line in pieces: what is marked in it, secrets masked, and what is long and unmarked left out.

import { mask } from "../text/guard.ts";
import { lineAt, rangeOf } from "./lines.ts";
import type { Lines } from "./lines.ts";

export { mask };

export type Span = { start: number, end: number };
export type Mark = Span & { kind: string };
/** kind is "", "secret" or a mark's; cut is how many characters were left out */
export type Piece = { text: string, kind: string, cut?: number };

/** So much of an unmarked stretch is kept at either side. */
const margin = 120;
/** More pieces are not told apart in one line. */
const most = 80;

/** @param index of the line @param marks in order @param secrets in order; none to show them */
export function piecesOf(lines: Lines, index: number, marks: Mark[], secrets: Span[]): Piece[] {
  const [start, end] = rangeOf(lines, index);
  const pieces: Piece[] = [];
  let at = start;
  for (const { from, to, kind } of stretches(start, end, marks, secrets)) {
    if (pieces.length >= most) break;
    pieces.push(kind === "secret" ? { text: mask, kind } : { text: lines.text.slice(from, to), kind });
    at = to;
  }
  if (at < end) pieces.push({ text: "", kind: "", cut: end - at });
  return pieces.flatMap(shortened);
}

/** The stretches of a line, secrets before marks. */
function* stretches(start: number, end: number, marks: Mark[], secrets: Span[]) {
  const all = [...within(secrets, start, end).map((span) => ({ ...span, kind: "secret" })), ...within(marks, start, end)];
  all.sort((a, b) => a.start - b.start || (a.kind === "secret" ? -1 : 1));
  let at = start;
  for (const { start: from, end: to, kind } of all) {
    const begin = Math.max(from, at), stop = Math.min(to, end, kind === "secret" ? end : nextSecret(secrets, begin));
    if (stop <= begin) continue;
    if (begin > at) yield { from: at, to: begin, kind: "" };
    yield { from: begin, to: stop, kind };
    at = stop;
  }
  if (at < end) yield { from: at, to: end, kind: "" };
}

/** The spans that touch a stretch. @param spans in order */
function within<T extends Span>(spans: T[], start: number, end: number): T[] {
  let low = 0, high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < spans.length && spans[i].start < end && found.length <= 2 * most; i++) found.push(spans[i]);
  return found;
}

/** Where a secret begins at or after an offset. */
function nextSecret(secrets: Span[], offset: number) {
  const first = within(secrets, offset, Infinity).at(0);
  return first ? Math.max(first.start, offset) : Infinity;
}

function shortened(piece: Piece): Piece[] {
  const { text, kind } = piece;
  if (kind === "secret" || text.length <= 3 * margin) return [piece];
  return [{ text: text.slice(0, margin), kind }, { text: "", kind: "", cut: text.length - 2 * margin }, { text: text.slice(-margin), kind }];
}

/** The characters that a finding at an offset is about: an element's name, or a word. */
export function wordAt(lines: Lines, offset: number): Span {
  const [, end] = rangeOf(lines, lineAt(lines, offset));
  const [word] = lines.text.slice(offset, Math.min(end, offset + 60)).match(/^<[\w.:]*|^[\w.:-]+|^./su) ?? [""];
  return { start: offset, end: offset + word.length };
}

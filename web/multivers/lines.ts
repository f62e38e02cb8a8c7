// A text in lines, and places in it. Line ends are those of package multivers: LF, CR LF, or CR alone.

/** starts has one more than there are lines: the length */
export type Lines = { text: string, starts: Uint32Array };

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  starts.push(text.length);
  return { text, starts: Uint32Array.from(starts) };
}

/** How many lines there are; a text that ends in a line end has an empty last one. */
export const countOf = ({ starts }: Lines) => starts.length - 1;

/** The index of the line of an offset. */
export function lineAt({ starts }: Lines, offset: number) {
  let low = 0, high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A line's beginning and its end, without the line end. */
export function rangeOf({ text, starts }: Lines, index: number): [number, number] {
  let end = starts[index + 1];
  if (index < starts.length - 2) {
    if (text[end - 1] === "\n") end--;
    if (text[end - 1] === "\r" && end > starts[index]) end--;
  }
  return [starts[index], end];
}

/** The text of a line. */
export function lineOf(lines: Lines, index: number) {
  return lines.text.slice(...rangeOf(lines, index));
}

/** The offset of a line and a column from 1, which counts characters. */
export function offsetOf(lines: Lines, line: number, column: number) {
  const [start, end] = rangeOf(lines, line - 1);
  let at = start;
  for (let i = 1; i < column && at < end; i++) at += (lines.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

// How far two texts are alike at both ends.

/** @returns how many of each end, which do not overlap */
export function alike<T extends string | string[]>(a: T, b: T): [start: number, end: number] {
  const shorter = Math.min(a.length, b.length);
  let start = 0, end = 0;
  while (start < shorter && a[start] === b[start]) start++;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [start, end];
}

// How far two texts are alike at both ends.

/**
 * @template {string | string[]} T
 * @param {T} a
 * @param {T} b
 * @returns {[start: number, end: number]} how many of each end, which do not overlap
 */
export function alike(a, b) {
  const shorter = Math.min(a.length, b.length);
  let start = 0, end = 0;
  while (start < shorter && a[start] === b[start]) start++;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [start, end];
}

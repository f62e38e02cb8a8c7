// Texts that are nearly XML: those of testdata, and random changes of them. The Go tests make theirs from the same.

import { readdirSync, readFileSync } from "node:fs";

const testdata = new URL("../../multivers/testdata/", import.meta.url);

/** What a change puts in: every sign that XML minds. @type {string[]} */
export const pieces = JSON.parse(readFileSync(new URL("pieces.json", testdata), "utf8"));

/** The files of testdata, by name. */
export const configs = Object.fromEntries(readdirSync(new URL("configs/", testdata))
  .filter((name) => name.endsWith(".config"))
  .map((name) => [name, new Uint8Array(readFileSync(new URL(`configs/${name}`, testdata)))]));

/** Each piece by itself in the places that differ. */
export const small = pieces.flatMap((piece) => [`<a>${piece}</a>`, `${piece}<a/>`, `<a b='${piece}'/>`, `<a ${piece}/>`, `<a/>${piece}`]);

/** Numbers from 0 up to, but not, a limit; the same for the same seed (mulberry32). @param {number} seed */
function random(seed) {
  return (/** @type {number} */ limit) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor(((t ^ (t >>> 14)) >>> 0) / 2 ** 32 * limit);
  };
}

/**
 * Changes of texts, each in one to three places.
 * @param {string[]} texts
 * @param {number} count
 * @param {number} seed
 */
export function mutations(texts, count, seed) {
  const below = random(seed);
  return Array.from({ length: count }, () => {
    let characters = Array.from(texts[below(texts.length)]);
    for (let times = 1 + below(3); times > 0; times--) characters = mutate(characters, below);
    return characters.join("");
  });
}

/** @param {string[]} characters @param {(limit: number) => number} below */
function mutate(characters, below) {
  const at = below(characters.length + 1);
  const end = Math.min(characters.length, at + below(4) * below(4));
  const [before, part, after] = [characters.slice(0, at), characters.slice(at, end), characters.slice(end)];
  switch (below(5)) {
    case 0: return [...before, ...after];
    case 1: return [...before, String.fromCharCode(below(0x250)), ...after];
    case 2: { // one part moves
      const to = below(at + 1);
      return [...before.slice(0, to), ...part, ...before.slice(to), ...after];
    }
    default: return [...before, ...Array.from(pieces[below(pieces.length)]), ...after];
  }
}

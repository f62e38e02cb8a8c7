// How moments lie in time, by kind: counted one by one, whatever the first and the last will be.

const size = 8192;

export type Kind = "right" | "wrong" | "other";
export const kinds: readonly Kind[] = ["right", "wrong", "other"];

export class Histogram {
  /** The first and the last moment, in milliseconds since 1970. */
  first = Infinity;
  last = -Infinity;
  /** Of the bins: where they begin, and what each stands for. */
  #from = NaN;
  #width = 1;
  #bins = new Uint32Array(kinds.length * size);

  /** @param at milliseconds since 1970; NaN and infinite ones are not counted */
  add(at: number, kind: Kind, by: number = 1) {
    if (!Number.isFinite(at)) return;
    this.first = Math.min(this.first, at);
    this.last = Math.max(this.last, at);
    if (Number.isNaN(this.#from)) this.#from = Math.floor(at);
    while (at < this.#from || at >= this.#from + size * this.#width) this.#widen(at < this.#from);
    this.#bins[kinds.length * Math.floor((at - this.#from) / this.#width) + kinds.indexOf(kind)] += by;
  }

  /** Makes two bins one, with room for as many before or behind. */
  #widen(before: boolean) {
    const bins = new Uint32Array(this.#bins.length), shift = before ? size / 2 : 0;
    for (let bin = 0; bin < size; bin++) {
      for (let kind = 0; kind < kinds.length; kind++) bins[kinds.length * ((bin >> 1) + shift) + kind] += this.#bins[kinds.length * bin + kind];
    }
    if (before) this.#from -= size * this.#width;
    this.#width *= 2;
    this.#bins = bins;
  }

  /** The counts in so many bars of equal width between the first and the last moment. */
  bars(bars: number): Record<Kind, number>[] {
    const made = Array.from({ length: bars }, () => ({ right: 0, wrong: 0, other: 0 }));
    const length = this.last - this.first || 1;
    this.#bins.forEach((n, i) => {
      if (!n) return;
      const at = this.#from + (Math.floor(i / kinds.length) + 0.5) * this.#width;
      made[Math.max(0, Math.min(bars - 1, Math.floor(((at - this.first) / length) * bars)))][kinds[i % kinds.length]] += n;
    });
    return made;
  }
}

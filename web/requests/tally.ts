// What the rows come to, kept with each row that comes or changes: to count a hundred thousand anew would hold up the page.

import { Histogram } from "./histogram.ts";
import type { Kind } from "./histogram.ts";
import type { RowVerdict } from "./row.ts";

const kindOf = (verdict: RowVerdict): Kind => (verdict === "right" || verdict === "wrong" ? verdict : "other");

export class Tally {
  /** How often there is each verdict. */
  verdicts: Record<RowVerdict, number> = { right: 0, wrong: 0, error: 0, unsigned: 0, keyless: 0, unsure: 0 };
  times = new Histogram();

  /** @param at milliseconds since 1970, NaN if unknown */
  add(at: number, verdict: RowVerdict, by: number = 1) {
    this.verdicts[verdict] += by;
    this.times.add(at, kindOf(verdict), by);
  }
}

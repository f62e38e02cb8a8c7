// What the rows come to, kept with each row that comes or changes: to count a hundred thousand anew would hold up the page.

import { Histogram } from "./histogram.js";

/** @import { Kind } from "./histogram.js" */
/** @import { RowVerdict } from "./row.js" */

/** @param {RowVerdict} verdict @returns {Kind} */
const kindOf = (verdict) => (verdict === "right" || verdict === "wrong" ? verdict : "other");

export class Tally {
  /** How often there is each verdict. @type {Record<RowVerdict, number>} */
  verdicts = { right: 0, wrong: 0, error: 0, unsigned: 0, keyless: 0, unsure: 0 };
  /** How often each cause was found, and a row that has it. @type {Map<string, { count: number, index: number }>} */
  causes = new Map();
  times = new Histogram();

  /** @param {number} at milliseconds since 1970, NaN if unknown @param {RowVerdict} verdict @param {number} [by] */
  add(at, verdict, by = 1) {
    this.verdicts[verdict] += by;
    this.times.add(at, kindOf(verdict), by);
  }

  /** @param {string} group @param {number} index */
  found(group, index) {
    const before = this.causes.get(group);
    if (before) before.count++;
    else this.causes.set(group, { count: 1, index });
  }
}

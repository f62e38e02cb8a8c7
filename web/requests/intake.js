// Takes a file in: its ranges are read by all workers at the same time, and their rows come in the file's order.

import { formOf, length, longest, rangesOf } from "./ranges.js";

/** @import { Crewman } from "../worker/client.js" */
/** @import { Form, Range } from "./ranges.js" */
/** @import { Batch } from "./batch.js" */
/** @import { Keyring } from "./row.js" */

/**
 * @typedef {object} Taker
 * @property {() => boolean} stopped
 * @property {(batches: Batch[], to: number) => unknown} take the next rows, and how far into the file they reach
 */

export class Intake {
  /** Ranges one after the other that are not whole: together they are. @type {Range | undefined} */
  #torn;
  /** The ranges that were taken. @type {Promise<unknown>} */
  #before = Promise.resolve();
  /** @type {Form} */
  #form = "text";

  /** @param {Crewman[]} crew @param {Keyring} ring @param {Taker} taker @param {number} [size] of a range */
  constructor(crew, ring, taker, size = length) {
    this.size = size;
    this.crew = crew;
    this.ring = ring;
    this.taker = taker;
  }

  /** Throws a RangeError for what is too long to be read whole: "json" or "torn". @param {Blob} file */
  async read(file) {
    this.#form = await formOf(file);
    if (this.#form === "whole" && file.size > longest) throw new RangeError("json");
    const ranges = rangesOf(file, this.#form, this.size);
    let next = 0;
    const work = async (/** @type {Crewman} */ worker) => {
      while (next < ranges && !this.taker.stopped()) await this.#ask(worker, file, next++).catch((error) => {
        next = ranges; // what comes behind a gap is not taken
        throw error;
      });
    };
    await Promise.all(this.crew.map(work)); // while a worker computes for one range, its next one comes from the disk
    await this.#before;
    await this.#mend();
  }

  /** @param {Crewman} worker @param {Blob} file @param {number} index */
  #ask(worker, file, index) {
    /** @type {Batch[]} */
    const told = [];
    const before = this.#before, reading = worker.call("read", [file, this.#form, index, this.size, this.ring], (...some) => { told.push(...some); });
    this.#before = Promise.all([reading, before]).then(([{ range, batches = told }]) => this.#take(range, batches));
    this.#before.catch(() => {}); // read() tells it
    return reading;
  }

  /** @param {Range} range @param {Batch[] | null} batches */
  async #take(range, batches) {
    if (batches === null) {
      this.#torn = { ...range, from: this.#torn?.from ?? range.from };
      return;
    }
    if (batches.length) await this.#mend();
    await this.taker.take(batches, range.to);
  }

  async #mend() {
    const torn = this.#torn;
    if (!torn) return;
    this.#torn = undefined;
    if (torn.to - torn.from > longest) throw new RangeError("torn");
    await this.taker.take(await this.crew[0].call("readTorn", [torn, this.#form, this.ring]), torn.to);
  }
}

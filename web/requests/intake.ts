// Takes a file in: its ranges are read by all workers at the same time, and their rows come in the file's order.

import { formOf, length, longest, rangesOf } from "./ranges.ts";
import type { RequestsWorker } from "../worker/scripts/requests-worker.ts";
import type { Form, Range } from "./ranges.ts";
import type { Batch } from "./batch.ts";
import type { Keyring } from "./row.ts";

interface Taker {
  stopped: () => boolean;
  /** the next rows, and how far into the file they reach */
  take: (batches: Batch[], to: number) => unknown;
}

export class Intake {
  size: number;
  workers: RequestsWorker[];
  ring: Keyring;
  taker: Taker;

  /** Ranges one after the other that are not whole: together they are. */
  #torn: Range | undefined;
  /** The ranges that were taken. */
  #before: Promise<unknown> = Promise.resolve();
  #form: Form = "text";

  /** @param size of a range */
  constructor(workers: RequestsWorker[], ring: Keyring, taker: Taker, size: number = length) {
    this.size = size;
    this.workers = workers;
    this.ring = ring;
    this.taker = taker;
  }

  /** Throws a RangeError for what is too long to be read whole: "json" or "torn". */
  async read(file: Blob) {
    this.#form = await formOf(file);
    if (this.#form === "whole" && file.size > longest) throw new RangeError("json");
    const ranges = rangesOf(file, this.#form, this.size);
    let next = 0;
    const work = async (worker: RequestsWorker) => {
      while (next < ranges && !this.taker.stopped()) await this.#ask(worker, file, next++).catch((error: unknown) => {
        next = ranges; // what comes behind a gap is not taken
        throw error;
      });
    };
    await Promise.all(this.workers.map(work)); // while a worker computes for one range, its next one comes from the disk
    await this.#before;
    await this.#mend();
  }

  #ask(worker: RequestsWorker, file: Blob, index: number) {
    const told: Batch[] = [];
    const before = this.#before, reading = worker.ask.read(file, this.#form, index, this.size, this.ring, (some) => { told.push(...some); });
    this.#before = Promise.all([reading, before]).then(([{ range, batches = told }]) => this.#take(range, batches));
    this.#before.catch(() => {}); // read() tells it
    return reading;
  }

  async #take(range: Range, batches: Batch[] | null) {
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
    await this.taker.take(await this.workers[0].ask.readTorn(torn, this.#form, this.ring), torn.to);
  }
}

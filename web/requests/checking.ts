// What workers find out of the rows: the causes of those that are wrong, and all verdicts anew with other keys.

import type { RequestsWorker } from "../worker/scripts/requests-worker.ts";
import type { Keyring } from "./row.ts";
import type { Rows } from "./rows.ts";

/** How many wrong rows a worker looks into at once. */
const share = 40;
/** How far the requests stand from it whose values one may have taken. */
const near = 2;
/** How many rows a worker verifies at once. */
const size = 500;

export class Checking {
  rows: Rows;
  ring: Keyring;
  page: { stopped: () => boolean, told: () => void };

  /** How many rows are wrong, once all are read. */
  wrong: number | undefined;
  /** How many of these were looked into; before, how many rows were verified anew. */
  checked = 0;
  /** Whether rows are verified anew. */
  again = false;
  #turn = 0;

  constructor(rows: Rows, ring: Keyring, page: { stopped: () => boolean, told: () => void }) {
    this.rows = rows;
    this.ring = ring;
    this.page = page;
  }

  /**
   * Looks for the causes of all wrong rows that have none yet, the first of the file first.
   * @returns whether it came to its end: it does not when it is begun anew meanwhile
   */
  async lookInto(workers: RequestsWorker[]): Promise<boolean> {
    const mine = ++this.#turn;
    const wrong = [...this.rows.verdicts.keys()].filter((index) => this.rows.verdicts[index] === "wrong" && !this.rows.causes.of(index)).reverse();
    this.checked = 0;
    this.wrong = wrong.length;
    await this.#all(workers, async ({ ask }) => {
      while (wrong.length && !this.page.stopped() && mine === this.#turn) {
        const some = wrong.splice(-share).reverse();
        const causes = await ask.causes(some.map((index) => this.rows.row(index)), this.ring, some.map((index) => this.#near(index)));
        if (mine !== this.#turn) return;
        some.forEach((index, i) => this.rows.explain(index, causes[i]));
        this.checked += some.length;
        this.page.told();
      }
    });
    return mine === this.#turn;
  }

  /** The requests that stand next to one in the table: of them its values may have been taken. */
  #near(index: number) {
    const first = Math.max(0, index - near), last = Math.min(this.rows.verdicts.length, index + near + 1);
    return Array.from({ length: last - first }, (_, i) => first + i).filter((other) => other !== index).map((other) => this.rows.row(other).request);
  }

  /**
   * Verifies all rows anew, with the keys that the ring has now, and looks into those that are wrong.
   * @returns as above
   */
  async anew(workers: RequestsWorker[]): Promise<boolean> {
    this.again = true;
    return await this.#verify(workers) && this.lookInto(workers);
  }

  async #verify(workers: RequestsWorker[]) {
    const mine = ++this.#turn; // what is still on its way was made with other keys
    this.rows.causes.forget();
    this.wrong = undefined;
    this.checked = 0;
    let next = 0;
    await this.#all(workers, async ({ ask }) => {
      while (next < this.rows.length && !this.page.stopped() && mine === this.#turn) {
        const from = next;
        next += size;
        const verdicts = await ask.verify(this.rows.between(from, from + size), this.ring);
        if (mine !== this.#turn) return;
        verdicts.forEach((verdict, i) => { this.rows.judge(from + i, verdict); });
        this.checked += verdicts.length;
        this.page.told();
      }
    });
    return mine === this.#turn;
  }

  /** All at once; with the first that is lost the others end, too, unless it was begun anew meanwhile. */
  async #all(workers: RequestsWorker[], work: (worker: RequestsWorker) => Promise<void>) {
    const mine = this.#turn;
    await Promise.all(workers.map(work)).catch((error: unknown) => {
      if (mine !== this.#turn) return;
      this.#turn++;
      throw error;
    });
  }
}

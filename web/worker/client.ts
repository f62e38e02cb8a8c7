// A worker, and how it is asked. Every call has an end: an answer, or an error once the worker is lost.

import { startable } from "../site/trusted-scripts.ts";

type Waiting = { resolve: (value: any) => void, reject: (error: Error) => void, onProgress?: (...told: any[]) => void, patience: number };

/** Why a call has no answer. page-words.ts knows them. */
const absent = "The script of the worker did not arrive.";
const stopped = "The worker has stopped.";

/** Whether a worker was lost that had answered before. */
export const isStopped = (error: unknown) => error instanceof Error && error.message === stopped;

/** How many seconds a worker may be silent while it owes an answer; what takes as long as a file may be long. */
const patience = 120;
/** What is short, or waits for the network. */
const patiences: Record<string, number> = { load: Infinity, workings: 10, check: 10, judge: 10, newRequest: 10, search: 30 };

/** A worker and the calls that it has not answered. */
export class Crewman {
  url: string;
  sum: string;

  #waiting = new Map<number, Waiting>();
  #calls = 0;
  #starting: Promise<Worker> | undefined;
  #worker: Worker | undefined;
  /** What it was loaded with last, for the next worker in its place. */
  #loaded: unknown[] | undefined;
  /** Seconds since it was heard. A page that sleeps counts none. */
  #silent = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  /** @param url of its script */
  constructor(url: string, sum: string) {
    this.url = url;
    this.sum = sum;
    this.#start().catch(() => {}); // call() tells it
  }

  /** The worker; a new one has what the former one was loaded with. */
  #start() {
    const starting = this.#starting ??= startable(this.url, this.sum).then(async (address) => {
      if (this.#starting !== starting) throw new Error(stopped);
      const worker = this.#worker = new Worker(address);
      let why = absent;
      worker.onmessage = ({ data }) => { why = stopped; this.#answer(data); };
      worker.onerror = () => this.#lost(why);
      if (this.#loaded) await this.#post(worker, "load", this.#loaded);
      return worker;
    });
    return starting;
  }

  /** Ends what it does; the next call starts another worker. */
  end() {
    this.#lost(stopped);
  }

  #lost(reason: string) {
    this.#worker?.terminate();
    this.#starting = this.#worker = undefined; // so that the next call starts another
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#rest();
    for (const { reject } of lost) reject(new Error(reason));
  }

  #answer({ id, value, error, progress }: { id: number, value?: unknown, error?: string, progress?: any[] }) {
    const call = this.#waiting.get(id);
    this.#silent = 0;
    if (progress) return call?.onProgress?.(...progress);
    this.#waiting.delete(id);
    this.#rest();
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  }

  /** Counts the seconds while an answer is due. */
  #watch() {
    this.#clock ??= setInterval(() => {
      const most = Math.max(...[...this.#waiting.values()].map(({ patience }) => patience));
      if (++this.#silent >= most) this.#lost(stopped);
    }, 1000);
  }

  #rest() {
    this.#silent = 0;
    if (this.#waiting.size) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  #post(worker: Worker, name: string, args: unknown[], onProgress?: (...told: any[]) => void): Promise<any> {
    return new Promise((resolve, reject) => {
      const id = this.#calls++;
      worker.postMessage({ id, name, args });
      this.#waiting.set(id, { resolve, reject, onProgress, patience: patiences[name] ?? patience });
      this.#watch();
    });
  }

  async call(name: string, args: unknown[], onProgress?: (...told: any[]) => void): Promise<any> {
    const starting = this.#start();
    const worker = await starting.catch((error) => {
      if (this.#starting === starting) this.#lost(absent);
      throw isStopped(error) ? error : new Error(absent);
    });
    return worker === this.#worker ? this.#post(worker, name, args, onProgress) : this.call(name, args, onProgress);
  }

  /** Keeps what the next worker in its place is loaded with. */
  keep(args: unknown[]) {
    this.#loaded = args;
  }
}

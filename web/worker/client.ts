// A worker, and how it is asked: `ask` has each of its functions. Every call has an end: an answer, or an error once the
// worker is lost.

import { startable } from "../site/trusted-scripts.ts";
import type { Calls } from "./answer.ts";

/** A worker's functions as the page calls them; where one takes a Report, the page gives a function. */
type Asked<Worker extends Calls> = {
  readonly [Name in keyof Worker]: (...args: Parameters<Worker[Name]>) => Promise<Awaited<ReturnType<Worker[Name]>>>;
};
/** Every worker is loaded first. */
export type Loadable = Calls & { load: (...args: never[]) => unknown };
type Report = (told: unknown) => void;
type Waiting = { resolve: (value: unknown) => void, reject: (error: Error) => void, report?: Report, limit: number };
type Answer = { id: number, value?: unknown, error?: string, told?: unknown };

/** Why a call has no answer. page-words.ts knows them. */
const absent = "The script of the worker did not arrive.";
const stopped = "The worker has stopped.";

/** Whether a worker was lost that had answered before. */
export const isStopped = (error: unknown) => error instanceof Error && error.message === stopped;

/** How many seconds a worker may be silent while it owes an answer; what takes as long as a file may be long. */
const longest = 120;

/** A worker and the calls that it has not answered. */
export class WorkerClient<Worker extends Loadable> {
  /** Each of the worker's functions, by its name. */
  ask = new Proxy({}, { get: (_, name: string) => (...args: unknown[]) => this.#call(name, args) }) as Asked<Worker>;

  #url: string;
  #sum: string;
  #limits: { readonly [Name in keyof Worker]?: number };
  #waiting = new Map<number, Waiting>();
  #calls = 0;
  #starting: Promise<globalThis.Worker> | undefined;
  #worker: globalThis.Worker | undefined;
  /** What it was loaded with last, for the next worker in its place. */
  #loaded: unknown[] | undefined;
  /** Seconds since it was heard. A page that sleeps counts none. */
  #silent = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  /**
   * @param url of its script
   * @param limits in seconds, of what is short or waits for the network: how long it may be silent
   */
  constructor(url: string, sum: string, limits: { readonly [Name in keyof Worker]?: number }) {
    this.#url = url;
    this.#sum = sum;
    this.#limits = limits;
    this.#start().catch(() => {}); // the first call tells it
  }

  /** The worker; a new one has what the former one was loaded with. */
  #start() {
    const starting = this.#starting ??= startable(this.#url, this.#sum).then(async (address) => {
      if (this.#starting !== starting) throw new Error(stopped);
      const worker = this.#worker = new Worker(address);
      let why = absent;
      worker.onmessage = ({ data }: MessageEvent<Answer>) => { why = stopped; this.#answer(data); };
      worker.onerror = () => { this.#lost(why); };
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
    this.#heard();
    for (const { reject } of lost) reject(new Error(reason));
  }

  #answer({ id, value, error, told }: Answer) {
    const call = this.#waiting.get(id);
    this.#silent = 0;
    if (told) return call?.report?.(told);
    this.#waiting.delete(id);
    this.#heard();
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  }

  /** Counts the seconds while an answer is due. */
  #watch() {
    this.#clock ??= setInterval(() => {
      const most = Math.max(...[...this.#waiting.values()].map(({ limit }) => limit));
      if (++this.#silent >= most) this.#lost(stopped);
    }, 1000);
  }

  /** Begins to count anew, and stops where nothing is due. */
  #heard() {
    this.#silent = 0;
    if (this.#waiting.size) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  #post(worker: globalThis.Worker, name: string, args: unknown[]) {
    return new Promise<unknown>((resolve, reject) => {
      const id = this.#calls++, last = args.at(-1);
      const report = typeof last === "function" ? last as Report : undefined;
      worker.postMessage({ id, name, args: report ? args.slice(0, -1) : args });
      this.#waiting.set(id, { resolve, reject, report, limit: this.#limits[name] ?? longest });
      this.#watch();
    });
  }

  async #call(name: string, args: unknown[]): Promise<unknown> {
    const starting = this.#start();
    const worker = await starting.catch((error: unknown) => {
      if (this.#starting === starting) this.#lost(absent);
      throw isStopped(error) ? error : new Error(absent);
    });
    return worker === this.#worker ? this.#post(worker, name, args) : this.#call(name, args);
  }

  /** Keeps what the next worker in its place is loaded with. */
  keep(...args: Parameters<Worker["load"]>) {
    this.#loaded = args;
  }
}

// A worker, and how it is asked.

import { workerURL } from "./served.js";
import { startable } from "./trusted.js";

/** @typedef {{ resolve: (value: any) => void, reject: (error: Error) => void, onProgress?: (...told: any[]) => void }} Waiting */

/** A worker and the calls that it has not answered. */
export class Crewman {
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #calls = 0;
  /** @type {Promise<Worker> | undefined} */
  #worker;

  /** @param {string} [url] of its script */
  constructor(url = workerURL) {
    this.url = url;
    this.#worker = this.#start();
    this.#worker.catch(() => {}); // call() tells it
  }

  async #start() {
    const started = new Worker(await startable(this.url));
    started.onmessage = ({ data }) => this.#answer(data);
    started.onerror = () => this.#lost();
    return started;
  }

  #lost() {
    this.#worker = undefined; // so that the next call starts another
    for (const { reject } of this.#waiting.values()) reject(new Error("The script of the worker did not arrive. Check the connection."));
    this.#waiting.clear();
  }

  /** @param {{ id: number, value?: unknown, error?: string, progress?: any[] }} message */
  #answer({ id, value, error, progress }) {
    const call = this.#waiting.get(id);
    if (progress) return call?.onProgress?.(...progress);
    this.#waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  }

  /**
   * @param {string} name
   * @param {unknown[]} args
   * @param {(...told: any[]) => void} [onProgress]
   * @returns {Promise<any>}
   */
  call(name, args, onProgress) {
    return new Promise((resolve, reject) => {
      const id = this.#calls++;
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.#worker ??= this.#start();
      this.#worker.then((worker) => worker.postMessage({ id, name, args }), () => this.#lost());
    });
  }
}

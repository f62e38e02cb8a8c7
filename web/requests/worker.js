// Reads and checks requests off the page's own thread. A message is {id, name, args}, its answer {id, value} or {id, error}.

import { answer } from "../calls.js";
import { load } from "../mac.js";
import { rangeOf } from "./ranges.js";
import { Reading } from "./reading.js";

/** @import { Row, Keyring } from "./reading.js" */
/** @import { Form, Range } from "./ranges.js" */

/** @type {Reading} */
let reading;

const calls = {
  /** @param {WebAssembly.Module} module */
  load: async (module) => { reading = new Reading(await load(module)); },
  /** Tells batches, and answers the range and what counts in their stead. @param {Blob} file @param {Form} form @param {number} index @param {number} size @param {Keyring} ring @param {number} id */
  async read(file, form, index, size, ring, id) {
    const range = await rangeOf(file, form, index, size);
    return { range, batches: await reading.read(range, form, ring, (batches) =>
      postMessage({ id, progress: batches }, { transfer: batches.flatMap(({ rows, ends, moments }) => [rows.buffer, ends.buffer, moments.buffer]) })) };
  },
  /** @param {Range} range @param {Form} form @param {Keyring} ring */
  readTorn: async (range, form, ring) => reading.readTorn(range, form, ring),
  /** @param {Row[]} rows @param {Keyring} ring */
  verify(rows, ring) {
    reading.verify(rows, ring);
    return rows.map(({ verdict }) => verdict);
  },
  /** @param {Row[]} rows @param {Keyring} ring */
  causes: (rows, ring) => reading.causes(rows, ring),
  /** The order of values. @param {(string | number)[]} values */
  order(values) {
    const order = Uint32Array.from(values, (_, i) => i);
    return order.sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b));
  },
};

answer(calls);

// What a worker does for the table of many requests.

import { rangeOf } from "./ranges.js";

/** @import { MacRequest } from "../api/types/mac.d.ts" */
/** @import { Reading } from "./reading.js" */
/** @import { Row, Keyring } from "./row.js" */
/** @import { Form, Range } from "./ranges.js" */

/** @param {() => Reading} reading */
export const requestCalls = (reading) => ({
  /** Tells batches, and answers the range and what counts in their stead. @param {Blob} file @param {Form} form @param {number} index @param {number} size @param {Keyring} ring @param {number} id */
  async read(file, form, index, size, ring, id) {
    const range = await rangeOf(file, form, index, size);
    return { range, batches: await reading().read(range, form, ring, (batches) =>
      postMessage({ id, progress: batches }, { transfer: batches.flatMap(({ rows, ends, moments }) => [rows.buffer, ends.buffer, moments.buffer]) })) };
  },
  /** @param {Range} range @param {Form} form @param {Keyring} ring */
  readTorn: async (range, form, ring) => reading().readTorn(range, form, ring),
  /** @param {Row[]} rows @param {Keyring} ring */
  verify(rows, ring) {
    reading().verify(rows, ring);
    return rows.map(({ verdict }) => verdict);
  },
  /** @param {Row[]} rows @param {Keyring} ring @param {MacRequest[][]} others that stand near each */
  causes: (rows, ring, others) => reading().causes(rows, ring, others),
  /** The order of values. @param {(string | number)[]} values */
  order(values) {
    const order = Uint32Array.from(values, (_, i) => i);
    return order.sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b));
  },
});

// What a worker does for the table of many requests.

import { rangeOf } from "./ranges.ts";
import type { Report } from "../worker/answer.ts";
import type { MacRequest } from "../api/types/mac.d.ts";
import type { Batch } from "./batch.ts";
import type { Reading } from "./reading.ts";
import type { Row, Keyring } from "./row.ts";
import type { Form, Range } from "./ranges.ts";

export const requestCalls = (reading: () => Reading) => ({
  /** @param report is told batches; what the answer has counts in their stead */
  async read(file: Blob, form: Form, index: number, size: number, ring: Keyring, report: Report<Batch[]>) {
    const range = await rangeOf(file, form, index, size);
    return { range, batches: await reading().read(range, form, ring, (batches) => {
      report(batches, batches.flatMap(({ rows, ends, moments }) => [rows.buffer, ends.buffer, moments.buffer]));
    }) };
  },
  readTorn: async (range: Range, form: Form, ring: Keyring) => reading().readTorn(range, form, ring),
  verify(rows: Row[], ring: Keyring) {
    reading().verify(rows, ring);
    return rows.map(({ verdict }) => verdict);
  },
  /** @param others that stand near each */
  causes: (rows: Row[], ring: Keyring, others: MacRequest[][]) => reading().causes(rows, ring, others),
  /** The order of values. */
  order(values: (string | number)[]) {
    const order = Uint32Array.from(values, (_, i) => i);
    return order.sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b));
  },
});

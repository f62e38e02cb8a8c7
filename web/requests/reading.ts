// From a range of a file to rows: read, then checked.

import { batchesOf, batchOf } from "./batch.ts";
import { bytesOf, partsOf } from "./ranges.ts";
import { keysFor } from "./row.ts";
import type { Found, Keys, MacRequest, NetvisorMac } from "../api/types/mac.d.ts";
import type { Batch } from "./batch.ts";
import type { Form, Range } from "./ranges.ts";
import type { Keyring, Row } from "./row.ts";

export class Reading {
  mac: NetvisorMac;

  /** The cause that was found last. */
  #last: string[] = [];

  constructor(mac: NetvisorMac) {
    this.mac = mac;
  }

  /**
   * Tells the rows of a range, checked, some at a time. If it returns something, that counts in their stead: all rows,
   * or null if requests are torn at the range's ends.
   */
  async read(range: Range, form: Form, ring: Keyring, tell: (batches: Batch[]) => void): Promise<Batch[] | null | undefined> {
    if (range.from === range.to) return [];
    if (form !== "har") return this.readTorn(range, form, ring);
    for await (const part of partsOf(range)) {
      const batches = this.#entries(part, ring);
      if (!batches) return this.#entries(await bytesOf(range, form), ring); // a part was cut within an entry
      tell(batches);
    }
  }

  #entries(file: Uint8Array, ring: Keyring) {
    const found = this.mac.entries(file, ring);
    if (!found) return null;
    return found.verdicts ? [batchOf(found, found.started.map(Date.parse))] : [];
  }

  /** The rows of what need not be whole, by the reader of pastes. */
  async readTorn(range: Range, form: Form, ring: Keyring) {
    const { requests, notes } = this.mac.parse(await bytesOf(range, form));
    const unsure = new Set(notes.filter(({ doubt }) => doubt).map(({ request }) => request));
    const rows = requests.map((found, i) => rowOf(found, unsure.has(i) || unsure.has(-1)));
    this.verify(rows, ring);
    return batchesOf(rows);
  }

  /** Sets the verdict of rows. */
  verify(rows: Row[], ring: Keyring) {
    const able: Row[] = [];
    const keys: Keys[] = [];
    for (const row of rows) {
      const found = keysOf(row, ring);
      if (row.unsure) {
        row.verdict = "unsure";
        continue;
      }
      row.verdict = !row.request.mac ? "unsigned" : found ? "wrong" : "keyless";
      if (!row.request.mac || !found) continue;
      able.push(row);
      keys.push(found);
    }
    this.mac.verify(able.map(({ request }) => request), keys).forEach((verdict, i) => { able[i].verdict = verdict; });
  }

  /**
   * The mistakes that made each wrong MAC, by what is found at once: the cause of the row before is tried first.
   * @param others that stand near each
   */
  causes(rows: Row[], ring: Keyring, others: MacRequest[][]) {
    return rows.map((row, i) => {
      const keys = keysOf(row, ring);
      const [cause = []] = keys ? this.mac.diagnose(row.request, keys, { onProgress: () => false, first: this.#last, others: others[i] }).causes : [];
      if (cause.length) this.#last = cause.map(({ id }) => id);
      return cause;
    });
  }
}

/** @param unsure whether the text does not say all of it for certain */
function rowOf({ request, keys, answer }: Found, unsure: boolean): Row {
  const at = Date.parse(`${request.timestamp?.replace(" ", "T")}Z`), unix = new Date(Number(request.timestampUnix) * 1000).getTime(); // NaN for what no calendar has
  const said = answer ? answer.code || answer.status || (answer.httpStatus ? `HTTP ${answer.httpStatus}` : "") : "";
  return { request, at: Number.isNaN(at) ? unix : at, answer: said, verdict: "unsigned", ...(unsure ? { unsure } : {}), ...(keys.customer && keys.partner ? { keys } : {}) };
}

export function keysOf({ request, keys }: Row, ring: Keyring): Keys | undefined {
  if (keys?.customer && keys.partner) return keys as Keys;
  const isWhole = (found: Keys | undefined) => found?.customer && found.partner;
  return [keysFor(ring, request), ring[""]].find(isWhole);
}

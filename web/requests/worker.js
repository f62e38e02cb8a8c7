// Reads and checks requests off the page's own thread. A message is {id, name, args}, its answer {id, value} or {id, error}.

import { answer } from "../calls.js";
import { load } from "../mac.js";
import { Reading } from "./reading.js";

/** @import { Row, Keyring } from "./reading.js" */
/** @import { Piece } from "./pieces.js" */

/** @type {Reading} */
let reading;

const calls = {
  /** @param {WebAssembly.Module} module */
  load: async (module) => { reading = new Reading(await load(module)); },
  /** @param {Piece} piece @param {Keyring} ring */
  read: (piece, ring) => reading.read(piece, ring),
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

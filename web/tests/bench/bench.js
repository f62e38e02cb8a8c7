// How fast the page and the binding are, each beside a peer. A line is
// NAME ratio=R ours=X peer=Y unit=U: medians of runs that alternate; where both
// are nothing, the ratio is 1. Arguments choose some of the parts.

import { measureBinding } from "./bench-binding.js";
import { measureConfig } from "./bench-config.js";
import { measureFirstMAC } from "./bench-first-mac.js";
import { measurePaste } from "./bench-paste.js";
import { measureRequests } from "./bench-requests.js";
import { measureSearch } from "./bench-search.js";
import { measureVerdicts } from "./bench-verdicts.js";

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * @param {string} name
 * @param {string} unit
 * @param {number} runs of each; one more comes before, to warm up
 * @param {() => Promise<number>} ours
 * @param {() => Promise<number>} peer
 */
async function compare(name, unit, runs, ours, peer) {
  /** @type {[number[], number[]]} */
  const [our, their] = [[], []];
  for (let i = 0; i <= runs; i++) {
    our.push(await ours());
    their.push(await peer());
  }
  const [x, y] = [our, their].map((values) => median(values.slice(1)));
  console.log(`${name} ratio=${(x === y ? 1 : x / y).toFixed(2)} ours=${x.toFixed(2)} peer=${y.toFixed(2)} unit=${unit}`);
}

const parts = { "first-mac": measureFirstMAC, binding: measureBinding, search: measureSearch, requests: measureRequests, verdicts: measureVerdicts, paste: measurePaste, config: measureConfig };

for (const [name, measure] of Object.entries(parts)) {
  if (process.argv.length === 2 || process.argv.includes(name)) await measure(compare);
}

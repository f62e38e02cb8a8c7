// Verdicts of many requests through the binding are those that Node's own crypto comes to.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Reading } from "../../requests/reading.ts";
import { load, wasm } from "../binding.js";
import { entryOf, macOf, mixed, others, randomOf, randomRequest, ring, steady } from "../random-requests.js";

const mac = await load(wasm);

/** @param {number} count @param {ReturnType<typeof randomOf>} random @param {Record<string, string>[]} before @param {ReturnType<typeof steady>} [program] */
function fileOf(count, random, before, program) {
  const made = Array.from({ length: count }, () => {
    const one = randomRequest(random, before, program);
    before.push(one.request);
    return one;
  });
  const entries = made.map(({ request }) => JSON.stringify(entryOf(request, program ? () => 1 : random)));
  return { made, content: `{"log":{"version":"1.2","entries":[${entries.join(",")}]}}` };
}

for (const kind of [mixed, steady]) {
  test(`files of random requests, ${kind.name}, one after the other, larger and smaller, are judged right`, () => {
    const random = randomOf(2026);
    /** @type {Record<string, string>[]} */
    const before = [];
    for (let judged = 0; judged < 2500;) {
      const program = kind === steady ? steady(random) : undefined;
      for (const size of [1, 1 + random(90), 1 + random(12), 1]) {
        const { made, content } = fileOf(size, random, before, program);
        assert.equal(mac.entries(new TextEncoder().encode(content), ring)?.verdicts, made.map(({ verdict }) => verdict).join(""), `after ${judged} requests`);
        judged += size;
      }
    }
  });
}

test("a right request is right behind another one in the same place, and a forged one is wrong", () => {
  const random = randomOf(1);
  const first = { ...randomRequest(random, []).request, sender: "A", algorithm: "HMACSHA256", customerId: "AB_3", timestamp: "2026-07-14 06:00:00.000" };
  const second = { ...first, timestamp: "2026-07-14 07:11:22.333" };
  /** @param {Record<string, string>} request */
  const verdict = (request) => mac.entries(new TextEncoder().encode(`{"log":{"entries":[${JSON.stringify(entryOf(request, () => 1))}]}}`), ring)?.verdicts;
  const right = macOf(first, others);
  assert.deepEqual([verdict({ ...first, mac: right }), verdict({ ...second, mac: macOf(second, others) }), verdict({ ...second, mac: right })], ["+", "+", "-"]);
});

for (const [size, workers] of [[3000, 2], [20_000, 4], [1 << 20, 1]]) {
  test(`ranges of ${size} bytes, read by ${workers} in turn, are judged right`, async () => {
    const random = randomOf(size);
    const { made, content } = fileOf(400, random, [], workers > 1 ? steady(random) : undefined);
    const file = new Blob([content]), { rangeOf, rangesOf } = await import("../../requests/ranges.ts");
    const readings = Array.from({ length: workers }, () => new Reading(mac));
    let verdicts = "";
    for (let i = 0; i < rangesOf(file, "har", size); i++) {
      const range = await rangeOf(file, "har", i, size);
      const batches = await readings[i % workers].read(range, "har", ring, (told) => { verdicts += told.map((batch) => batch.verdicts).join(""); });
      if (batches) verdicts += batches.map((batch) => batch.verdicts).join("");
    }
    assert.equal(verdicts, made.map(({ verdict }) => verdict).join(""));
  });
}

test("the verdicts of rows are the same through verify", () => {
  const random = randomOf(9);
  /** @type {Record<string, string>[]} */
  const before = [];
  const { made } = fileOf(300, random, before);
  const signed = made.filter(({ request }) => request.mac);
  const keys = signed.map(({ request }) => ring[`${request.customerId}\nPA_1`] ?? others);
  const letters = { right: "+", wrong: "-", error: "!" };
  assert.equal(mac.verify(signed.map(({ request }) => request), keys).map((/** @type {keyof typeof letters} */ verdict) => letters[verdict]).join(""), signed.map(({ verdict }) => verdict).join(""));
});

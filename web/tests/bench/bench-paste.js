// Reading a MB of each usual form in Chromium, in the processor's time of its page, beside eight times the reading of
// an eighth of it: 1 is linear, and 500 ms is the bar. With it the module's memory after the reading, for each byte.

import { chromium as playwright } from "@playwright/test";
import { readFileSync } from "node:fs";
import { chromium, dist, serve, windowless } from "../browser.js";

const megabyte = 1 << 20;
const folder = new URL("../../../mac/paste/testdata/", import.meta.url);
/** Names of forms.json: one of each kind of reader, and files of which the whole is one form. */
const usual = ["log lines url first", "ndjson url first", "okhttp", "python dict repr", "vcrpy yaml", "php var_export", "chrome posix (to 2020) 00", "cc:Python 1", "burp xml plain", "http file", "java map toString", "go %q dump"];
const odd = { "one header in a line": "X-Netvisor-Authentication-Sender: a\n", "open quotes": '"X-Netvisor-Interface-Language: FI\\"\n', "single quotes": "$x = 'a\n", backticks: "`" };

/** @returns {Record<string, string>} */
function forms() {
  /** @type {{ name: string, text: string }[]} */
  const rows = JSON.parse(readFileSync(new URL("forms.json", folder), "utf8"));
  const texts = Object.fromEntries(rows.filter(({ name }) => usual.includes(name)).map(({ name, text }) => [name, `${text}\n`]));
  return { ...texts, har: readFileSync(new URL("har.paste", folder), "utf8"), ...odd };
}

/** @param {(name: string, unit: string, runs: number, ours: () => Promise<number>, peer: () => Promise<number>) => Promise<void>} compare */
export async function measurePaste(compare) {
  const server = await serve(dist);
  const browser = await playwright.launch({ ...windowless, args: chromium.args }); // with every compiler of WebAssembly
  try {
    for (const [name, unit] of Object.entries(forms())) {
      const page = await browser.newPage();
      await page.route(`${server.url}empty`, (route) => route.fulfill({ contentType: "text/html", body: "" }));
      await page.goto(`${server.url}empty`);
      await page.evaluate(prepare, { unit, megabyte });
      const session = await page.context().newCDPSession(page);
      await session.send("Performance.enable");
      await compare(`paste-${name.replaceAll(" ", "-")}`, "ms", 3, () => processor(session, () => page.evaluate(read, 1)), () => processor(session, () => page.evaluate(read, 8)));
      const { memory, length } = await page.evaluate(() => ({ memory: Reflect.get(globalThis, "memory").buffer.byteLength, length: Reflect.get(globalThis, "text").length }));
      console.log(`paste-${name.replaceAll(" ", "-")} memory=${(memory / length).toFixed(1)} bytes for each of the text`);
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
}

/** Milliseconds of the processor. @param {import("@playwright/test").CDPSession} session @param {() => Promise<void>} work */
async function processor(session, work) {
  const time = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ProcessTime")?.value ?? NaN;
  const before = await time();
  await work();
  return (await time() - before) * 1000;
}

/** Loads the module in the page, and keeps its memory, which the loader would keep to itself. @param {{ unit: string, megabyte: number }} how */
async function prepare({ unit, megabyte }) {
  const place = /** @type {any} */ (globalThis);
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = /** @type {any} */ (async (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) => {
    const instance = await instantiate(module, imports);
    place.memory = Object.values(instance.exports).find((part) => part instanceof WebAssembly.Memory);
    return instance;
  });
  const { load } = await import(/** @type {string} */ ("/mac.js"));
  place.mac = await load();
  place.text = unit.repeat(Math.ceil(megabyte / unit.length));
  place.eighth = unit.repeat(Math.ceil(megabyte / 8 / unit.length));
}

/** Reads the text once, or an eighth of it eight times. @param {number} times */
function read(times) {
  const { mac, text, eighth } = /** @type {any} */ (globalThis);
  for (let i = 0; i < times; i++) mac.parse(times === 1 ? text : eighth);
}

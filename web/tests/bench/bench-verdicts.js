// The verdicts of a hundred thousand random requests, in HAR files that the page reads in several ranges by several
// workers, each beside the one that Node's own crypto comes to. No ratio, but a count that must be 0.

import { chromium as playwright } from "@playwright/test";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, dist, serve } from "../browser.js";
import { entryOf, mixed, others, randomOf, randomRequest, steady } from "../random-requests.js";

const many = 100_000;
/** The words of the saved table. @type {Record<string, string>} */
const words = { "+": "right", "-": "wrong", "!": "cannot be computed", "?": "no MAC" };

export async function measureVerdicts() {
  const folder = mkdtempSync(join(tmpdir(), "verdicts-"));
  const server = await serve(dist), browser = await playwright.launch(chromium);
  try {
    for (const kind of [steady, mixed]) {
      const random = randomOf(kind === steady ? 17 : 71), file = join(folder, `${kind.name}.har`);
      const expected = write(file, random, kind(random), kind === steady);
      const saved = await judge(browser, server.url, file);
      const wrong = [...expected].filter(([id, verdict]) => saved.get(id) !== words[verdict]);
      console.log(`verdicts ${kind.name}: ${wrong.length} of ${expected.size} requests judged otherwise than by Node's crypto; ${saved.size} rows`);
      if (wrong.length) throw new Error(`first: ${wrong[0].join(" ")} ${saved.get(wrong[0][0])}`);
    }
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** Writes a HAR file, and tells the verdicts by transaction id. @param {string} file @param {ReturnType<typeof randomOf>} random @param {ReturnType<typeof steady>} program @param {boolean} same whether entries look the same */
function write(file, random, program, same) {
  /** @type {Record<string, string>[]} */
  const before = [];
  /** @type {Map<string, string>} */
  const expected = new Map();
  const out = openSync(file, "w");
  writeSync(out, '{"log":{"version":"1.2","entries":[');
  for (let n = 0; n < many / 2; n++) {
    const { request, verdict } = randomRequest(random, before, program, others);
    before.push(request);
    expected.set(request.transactionId, verdict);
    writeSync(out, (n ? ",\n" : "\n") + JSON.stringify({ ...entryOf(request, same ? () => 1 : random), _padding: "x".repeat(600) }));
  }
  writeSync(out, "]}}");
  closeSync(out);
  return expected;
}

/** The verdicts of the saved table by transaction id. @param {import("@playwright/test").Browser} browser @param {string} url @param {string} file */
async function judge(browser, url, file) {
  const page = await browser.newPage({ locale: "en", acceptDownloads: true });
  await page.goto(`${url}#check`);
  await page.waitForSelector("main[data-state=ready]");
  await page.locator("#customerKey").fill(others.customer);
  await page.locator("#partnerKey").fill(others.partner);
  await page.locator("#file").setInputFiles(file);
  await page.waitForFunction(() => /All requests are checked|diagnosed/.test(document.querySelector("#requests")?.textContent ?? ""), undefined, { timeout: 600_000 });
  const coming = page.waitForEvent("download", { timeout: 120_000 });
  await page.locator("#requests button", { hasText: "CSV" }).click();
  const path = await (await coming).path();
  const [head, ...rows] = tableOf(readFileSync(path, "utf8").replace("\ufeff", ""));
  await page.close();
  const [verdict, id] = [head.indexOf("Verdict"), head.indexOf("TransactionId")];
  return new Map(rows.map((row) => [row[id], row[verdict]]));
}

/** The cells of CSV. @param {string} text */
function tableOf(text) {
  return text.trimEnd().split("\r\n").map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
}

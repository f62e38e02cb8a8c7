// A web.config of ten megabytes in a worker of Chromium: checked, and mended with all its edits, beside Chromium's
// own parser of XML, which says of the typographic one only that it is none.

import { chromium as playwright } from "@playwright/test";
import { chromium, dist, serve } from "../browser.js";

const size = 10_000_000;
const token = "Kq7ZvT2mXc9LpR4wNb8sYd3HgF6jAe5UoMiBtC1x"; // made up

const straight = `    <add key="setting" value="3.0.0.0" />\n`;
/** What fills the file, and how. */
const lines = { straight, typographic: straight.replaceAll('"', "”") };

/** @param {string} line */
function config(line) {
  return `<configuration>\n  <appSettings>\n${line.repeat(size / Buffer.byteLength(line))}  </appSettings>\n</configuration>\n`;
}

/** @param {(name: string, unit: string, runs: number, ours: () => Promise<number>, peer: () => Promise<number>) => Promise<void>} compare */
export async function measureConfig(compare) {
  const server = await serve(dist);
  const browser = await playwright.launch(chromium);
  try {
    const page = await browser.newPage();
    await page.route(`${server.url}empty`, (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.route(`${server.url}worker`, (route) => route.fulfill({ contentType: "text/javascript", body: worker }));
    await page.goto(`${server.url}empty`);
    for (const [name, line] of Object.entries(lines)) {
      await page.evaluate((text) => Object.assign(globalThis, { text, bytes: new TextEncoder().encode(text) }), config(line));
      await compare(`config-page-${name}`, "ms", 3, () => answered(browser, `${server.url}multivers.html`, config(line)), () => page.evaluate(peer));
      for (const call of ["check", "fix"]) {
        await compare(`config-${call}-${name}`, "ms", 3, () => page.evaluate(ours, { call, token }), () => page.evaluate(peer));
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
}

/** Milliseconds in the page of the guide, from a file that is chosen to what is found in it. @param {import("@playwright/test").Browser} browser @param {string} url @param {string} text */
async function answered(browser, url, text) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector("main[data-state=ready]");
  await page.waitForTimeout(4000); // meanwhile the page keeps its files for the time without a network
  await page.evaluate(() => {
    /** @type {any} */ (document.getElementById("step-config")).open = true;
    const place = /** @type {any} */ (globalThis);
    document.getElementById("config-file")?.addEventListener("change", () => { place.chosen = performance.now(); }, { capture: true });
    new MutationObserver(() => { place.found ??= document.querySelector("#findings-config li") && performance.now(); }).observe(document.body, { subtree: true, childList: true });
  });
  await page.locator("#config-file").setInputFiles({ name: "web.config", mimeType: "text/xml", buffer: Buffer.from(text) });
  await page.waitForFunction(() => Boolean(Reflect.get(globalThis, "found")));
  const took = await page.evaluate(() => Reflect.get(globalThis, "found") - Reflect.get(globalThis, "chosen"));
  await page.close();
  return took;
}

const worker = `import { load } from "/multivers.js";
const multivers = await load();
postMessage("ready");
onmessage = ({ data: { call, bytes, token } }) => {
  const answer = multivers[call](bytes, { token });
  postMessage(answer.edits?.length ?? answer); // the page of the guide gets lines of edits, not all of them
};`;

/** Milliseconds from the page to the worker and back. @param {{ call: string, token: string }} how */
async function ours({ call, token }) {
  const place = /** @type {any} */ (globalThis);
  const answer = () => new Promise((resolve, reject) => {
    place.worker.onmessage = resolve;
    place.worker.onerror = reject;
  });
  if (!place.worker) {
    place.worker = new Worker("/worker", { type: "module" });
    await answer();
  }
  const before = performance.now();
  place.worker.postMessage({ call, bytes: place.bytes, token });
  await answer();
  return performance.now() - before;
}

function peer() {
  const before = performance.now();
  new DOMParser().parseFromString(Reflect.get(globalThis, "text"), "text/xml");
  return performance.now() - before;
}

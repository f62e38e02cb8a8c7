import { chromium as playwright } from "@playwright/test";
import { chromium, dist, serve } from "./browser.js";
import { readFileSync } from "node:fs";
const server = await serve(process.argv[2] ?? dist);
const browser = await playwright.launch(chromium);
for (let i = 0; i < 2; i++) {
const context = await browser.newContext(); const page = await context.newPage(); await page.waitForTimeout(1000);
await browser.startTracing(page, { path: "/tmp/trace.json", categories: ["devtools.timeline", "loading", "blink.user_timing", "v8"] });
await page.goto(server.url); await page.waitForSelector("main[data-drawn]"); await page.waitForTimeout(300);
await browser.stopTracing(); await context.close();
const { traceEvents } = JSON.parse(readFileSync("/tmp/trace.json"));
const nav = traceEvents.filter((e) => e.name === "navigationStart" && e.args?.data?.documentLoaderURL?.startsWith("http")).at(-1);
const t0 = nav.ts;
const names = {}; for (const e of traceEvents) if (e.name === "thread_name") names[e.pid + ":" + e.tid] = e.args.name;
console.log("=====");
for (const e of traceEvents.filter((e) => e.ts >= t0 && (e.dur > 3000 || /firstPaint|firstContentfulPaint|ResourceSendRequest|ResourceFinish|domContentLoadedEventEnd|ResourceReceiveResponse|compileStreaming|wasm/i.test(e.name)) && e.pid === nav.pid).sort((a, b) => a.ts - b.ts)) {
  const at = ((e.ts - t0) / 1000).toFixed(0); if (at > 900) break;
  console.log(at.padStart(5), String(((e.dur ?? 0) / 1000).toFixed(0)).padStart(4), (names[e.pid + ":" + e.tid] ?? "").slice(0, 12).padEnd(12), e.name, (e.args?.data?.url ?? e.args?.data?.functionName ?? "").slice(-40), e.args?.data?.requestId ?? "");
}
}
await browser.close(); server.close();

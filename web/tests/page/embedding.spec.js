// The guide for those who embed the page: each of its examples works.

import { readFileSync } from "node:fs";
import { presetNames } from "../../shell/presets.ts";
import { test } from "../host.js";
import { expect } from "../page.js";

const guide = readFileSync(new URL("../../embed/embedding.md", import.meta.url), "utf8");
const examples = [...guide.matchAll(/^## ([^\n]*)$|^```(\w*)\n(.*?)^```$/gms)];
const frames = "netvisor-mac iframe, body > iframe";
let chapter = "", shown = 0;

for (const [, title, kind, text] of examples) {
  chapter = title ?? chapter;
  if (title || kind === "tsx" || !/<netvisor-mac|embed\.html#|<a /.test(text)) continue;
  shown++;
  test(`${chapter}: ${text.trim().split("\n")[0].slice(0, 60)}`, async ({ host, page, site }) => {
    const example = (kind === "html" ? text : `<iframe src="${text.trim()}"></iframe>`).replaceAll("https://mac.example.com/", site);
    await host.open(example.includes("<netvisor-mac") && !example.includes("<script") ? host.script + example : example);
    for (const frame of await page.locator(frames).all()) await frame.contentFrame().locator("main[data-state=ready]").waitFor();
    for (const link of await page.locator("a").all()) {
      const address = await link.evaluate((a) => /** @type {HTMLAnchorElement} */ (a).href);
      expect((await page.request.get(address)).ok(), address).toBe(true);
    }
    expect(await page.locator(`${frames}, a`).count()).toBeGreaterThan(0);
    if (text.includes("<output>")) await expect(page.locator("output")).toHaveText("ok:");
    expect(host.complaints).toEqual([]);
  });
}

test("frames are as high as it says", async ({ page, site }) => {
  const table = guide.slice(guide.indexOf("<!-- heights -->"), guide.indexOf("<!-- /heights -->"));
  const rows = [...table.matchAll(/^\| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(([, ...cells]) => cells.map(Number));
  expect(rows.length).toBe(3);
  for (const [width, ...heights] of rows) {
    await page.setViewportSize({ width, height: 600 });
    for (const [i, fragment] of ["mode=create&example", "mode=check", "mode=check&example"].entries()) {
      await page.goto(`${site}embed.html?${width}-${i}#${fragment}`);
      await page.locator("main[data-state=ready][data-drawn]").waitFor();
      if (fragment === "mode=check&example") await expect(page.locator("#verdict")).toHaveAttribute("data-state", "ok");
      const is = () => page.evaluate(() => document.documentElement.getBoundingClientRect().height);
      await expect.poll(async () => Math.abs(await is() / heights[i] - 1), `${fragment}, ${width} wide: ${await is()}`).toBeLessThan(0.08); // fonts differ
    }
  }
});

test("has an example for each host, and every attribute", () => {
  expect(shown).toBeGreaterThanOrEqual(10);
  const table = guide.slice(guide.indexOf("<!-- attributes -->"), guide.indexOf("<!-- /attributes -->"));
  expect([...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name).sort()).toEqual([...presetNames].sort());
  for (const name of ["Plain HTML", "Docusaurus", "MkDocs Material", "GitHub Pages", "Confluence", "Freshdesk", "Intercom", "Notion"]) expect(guide).toContain(`## ${name}\n`);
});

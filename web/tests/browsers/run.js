// Walks every path in every browser: node --test browsers/run.js

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { dist, serve } from "../browser.js";
import { browsers } from "./browsers.js";
import { hostPage, paths } from "./paths.js";

/** @import { Browser } from "./browsers.js" */

/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => { site = await serve(dist, { pages: { "/host.html": hostPage } }); });
after(() => site.close());

// A browser waits more than it works.
describe("browsers", { concurrency: browsers.length }, () => {
  for (const { name, start, cannot } of browsers) {
    describe(name, { concurrency: 1 }, () => {
      /** @type {Browser} */
      let browser;
      const folder = mkdtempSync(join(tmpdir(), "saved-"));
      before(async () => { browser = await start(folder); });
      after(async () => {
        await browser?.close();
        rmSync(folder, { recursive: true });
      });

      for (const path of paths) {
        test(path.name, { skip: cannot[path.name] ?? false }, async (context) => {
          context.diagnostic(browser.version);
          const tab = await browser.open();
          try {
            await path.walk(tab, site.url);
          } catch (error) {
            context.diagnostic(await tab.run(shown).catch(String)); // the page may be gone, too
            throw error;
          } finally {
            await tab.close();
          }
        });
      }
    });
  }
});

/** What the page showed when a step failed. Runs in the page. */
function shown() {
  return `${location.href}\n${document.body.innerText}`;
}

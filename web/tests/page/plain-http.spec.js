// Over plain http: the page says what that means, and copying works by the browser's old command.

import { dist, serve } from "../browser.js";
import { clipboardOf, CreatePage, expect, officialMAC, test } from "../page.js";

test.use({ launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, args: [...launchOptions.args ?? [], "--host-resolver-rules=MAP plain.example 127.0.0.1"] }) });

test("a sentence says what can happen on the way; MAC and link are copied", async ({ page, context }) => {
  const host = await serve(dist), address = host.url.replace("127.0.0.1", "plain.example");
  const create = new CreatePage(page, address);
  await create.openExample();
  expect(await page.evaluate(() => [isSecureContext, navigator.clipboard])).toEqual([false, undefined]);
  await expect(page.locator("#plain-http")).toContainText("This page was loaded over plain http");
  await expect(page.locator("#sum"), "summed by Go").toHaveText(/^[0-9a-f]{64}$/);
  await create.copy("mac").click();
  await expect(create.copy("mac")).toHaveText("copied");
  await context.grantPermissions(["clipboard-read"], { origin: new URL(host.url).origin });
  expect(await clipboardOf(page, host.url)).toBe(officialMAC);
  await create.field("link").click();
  await expect(create.field("link")).toHaveText("copied");
  expect(await clipboardOf(page, host.url)).toContain("#create");
  await page.locator("#speaks").selectOption("fi");
  await expect(page.locator("#plain-http")).toContainText("salaamattomana");
  host.close();
});

test("nothing is said of a page from this computer", async ({ create, page }) => {
  await create.open();
  await expect(page.locator("#plain-http")).toHaveCount(0);
});

// The page while the module is on its way, and when something does not arrive.

import { dist, serve } from "../browser.js";
import { expect, officialMAC, officialValues, test } from "../page.js";

const module = "**/*.wasm*";

/** Types the official example, as far as it is text. @param {import("../page.js").CreatePage} create */
async function typeExample(create) {
  for (const [name, value] of Object.entries(officialValues)) {
    if (name !== "algorithm") await create.field(name).fill(value);
  }
}

test("what is typed before the module arrives is computed when it does", async ({ create, page }) => {
  /** @type {(value?: unknown) => void} */
  let arrive = () => {};
  const arrival = new Promise((resolve) => { arrive = resolve; });
  await page.route(module, async (route) => { await arrival; await route.continue(); });
  await create.openOnly();
  await expect(create.status).toHaveText("Loading the calculator. You can start typing.");
  await expect(create.button("Make a new transaction id")).toBeDisabled();
  await typeExample(create);
  arrive();
  await expect(create.mac).toHaveText(officialMAC);
  await expect(create.field("timestamp")).toHaveValue(officialValues.timestamp);
  await expect(create.button("Make a new transaction id")).toBeEnabled();
});

test("the official example can be filled in before the module arrives", async ({ create, page }) => {
  await page.route(module, async (route) => { await new Promise((resolve) => setTimeout(resolve, 1500)); await route.continue(); });
  await create.openOnly();
  await create.button("Official example").click();
  await expect(create.field("sender")).toHaveValue("ClientName");
  await expect(create.mac).toHaveText(officialMAC);
});

/** What does not arrive, how the page says so, and the way back. @type {[string, string, { status: number } | undefined, string][]} */
const failures = [
  ["the module is not there", module, { status: 404 }, "The server answered with status 404."],
  ["the connection for the module breaks", module, undefined, "The connection to the server failed."],
  ["the module is something else", module, { status: 200 }, "something other than this page's files"],
  ["the worker's script is not there", "**/netvisor-worker-*.js", { status: 404 }, "A background script could not be loaded"],
];

for (const [name, what, answer, sentence] of failures) {
  test(`${name}: a sentence, what was typed stays, and trying again works`, async ({ create, page }) => {
    await page.route(what, (route) => (answer ? route.fulfill({ ...answer, body: "not found" }) : route.abort()));
    await create.openOnly();
    await typeExample(create);
    await expect(create.status).toContainText("The calculator could not be loaded.");
    await expect(create.status).toContainText(sentence);
    await expect(create.status).toContainText("What you typed is still here.");
    await expect(create.status, "advice for programmers").not.toContainText("load()");
    await create.button("Try again").click();
    await expect(create.status, "it fails again").toContainText(sentence);
    await page.unroute(what);
    await create.button("Try again").click();
    await expect(create.mac).toHaveText(officialMAC);
    await expect(create.status).toHaveText("");
    for (const [name, value] of Object.entries(officialValues)) await expect(create.field(name)).toHaveValue(value);
  });
}

test("on a host that compresses nothing the gzip beside the module is taken", async ({ create }) => {
  const host = await serve(dist, { plain: true });
  create.address = host.url;
  await create.open();
  expect(host.answers.join()).toMatch(/\.wasm\.gz 200/);
  host.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it needs", async ({ create, page }) => {
    await page.goto(create.address);
    await expect(page.locator("noscript p")).toContainText("This page computes with JavaScript and WebAssembly");
  });
});

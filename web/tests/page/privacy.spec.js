// What leaves the page, stays in it or is stored: nothing.

import { dist, serve } from "../browser.js";
import { expect, officialExample, officialMAC, officialValues, test } from "../page.js";

const keys = Object.values(officialExample.keys);

test("all requests are of the page's own, and none comes after it has loaded", async ({ create, page }) => {
  await create.open();
  for (const address of create.requests) expect(address.replace(/^blob:/, "").startsWith(create.address), address).toBe(true); // a worker is a copy
  expect(create.requests.filter((address) => address.includes(".wasm")), "downloaded once").toHaveLength(1);
  await page.waitForLoadState("networkidle");
  const loaded = create.requests.length;
  await useEverything(create);
  await page.waitForTimeout(500);
  expect(create.requests.slice(loaded), "what writes a case file is fetched when one is saved").toEqual([expect.stringMatching(`^${create.address.replace(/[^/]*$/, "")}assets/on-demand-\\w+\\.js$`)]);
  expect(create.complaints).toEqual([]);
});

test("the keys stand in no attribute, address, title or store", async ({ create, context, page }) => {
  await create.openExample();
  await useEverything(create);
  await create.button("Official example").click();
  await create.button("Show Customer key").click();
  await expect(create.mac).toHaveText(officialMAC);
  const found = await page.evaluate(async () => ({
    attributes: [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].map(({ value }) => value)),
    text: document.documentElement.textContent,
    page: [document.title, location.href, JSON.stringify(history.state), document.cookie, window.name],
    stored: [Object.keys(localStorage), Object.keys(sessionStorage), await indexedDB.databases(), await caches.keys()],
  }));
  expect(found.attributes.length).toBeGreaterThan(300);
  for (const key of keys) expect(JSON.stringify(found)).not.toContain(key);
  expect(found.stored).toEqual([[], [], [], []]);
  expect(await context.cookies()).toEqual([]);
  expect(page.url()).toBe(create.address);
});

test("a reload empties the form", async ({ create, page }) => {
  await create.openExample();
  await page.reload();
  await create.ready();
  for (const name of ["url", "sender", "customerKey", "partnerKey"]) await expect(create.field(name)).toHaveValue("");
});

test("the policy stops what is not the page's own", async ({ create, page }) => {
  await create.open();
  const outcome = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.append("document.title = 'an inline script ran'");
    document.body.append(script);
    document.body.setAttribute("style", "color: red");
    const image = new Promise((resolve) => Object.assign(new Image(), { onload: () => resolve("loaded"), onerror: () => resolve("refused"), src: "https://example.com/x.png" }));
    const request = fetch("https://example.com/").then(() => "sent", () => "refused");
    return [document.title, getComputedStyle(document.body).color, await image, await request];
  });
  expect(outcome).toEqual(["Netvisor MAC: compute and check it on this page", "rgb(21, 25, 29)", "refused", "refused"]);
  const violated = new Set(create.complaints.filter((text) => /^[a-z-]+$/.test(text))); // both of the page's own policy and the host's
  expect([...violated].sort()).toEqual(["connect-src", "img-src", "require-trusted-types-for", "style-src-attr"]);
});

test("the page may use no feature of the browser but to copy", async ({ create, page }) => {
  await create.open();
  expect(await page.evaluate(() => /** @type {any} */ (document).featurePolicy.allowedFeatures())).toEqual(["clipboard-write"]);
});

/** Ways that a policy leaves open. @type {Record<string, (to: string) => unknown>} */
const besides = {
  "another window": (to) => { open(to); },
  "the address": (to) => { location.href = to; },
  "a refresh": (to) => { document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: `0;url=${to}` })); },
};

for (const [name, way] of Object.entries(besides)) test(`Chromium lets nothing leave by ${name}`, async ({ create, page, context }) => {
  const other = await serve(dist);
  await create.open();
  await page.evaluate(way, other.url).catch(() => {});
  await expect.poll(() => context.pages().every((opened) => !opened.url().startsWith(other.url))).toBe(true);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve))).catch(() => {});
  expect(other.answers).toEqual([]);
  other.close();
});

test("no text becomes markup or a script", async ({ create, page }) => {
  await create.open();
  const refused = await page.evaluate(async () => {
    const { trustedTypes } = /** @type {any} */ (globalThis);
    const another = () => trustedTypes.createPolicy("another", { createHTML: String });
    const again = () => trustedTypes.createPolicy("netvisor-mac", { createScriptURL: String });
    const markup = () => { document.body.innerHTML = "<b>typed</b>"; };
    const worker = () => new Worker("assets/other.js");
    const outcome = (/** @type {() => any} */ wrong) => Promise.resolve().then(wrong).then(() => "done", ({ name }) => name);
    return Promise.all([another, again, markup, worker].map(outcome));
  });
  expect(refused).toEqual(Array(4).fill("TypeError"));
});

/** Types into every control and presses every button. @param {import("../page.js").CreatePage} create */
async function useEverything(create) {
  for (const [name, value] of Object.entries(officialValues)) {
    if (name !== "algorithm") await create.field(name).pressSequentially(value.slice(0, 12));
  }
  await create.enter("url", "https://isvapi.netvisor.fi/customer.nv?q=ö");
  await create.addresses.nth(2).click();
  const buttons = create.page.locator("button:visible:enabled");
  const count = await buttons.count();
  expect(count).toBeGreaterThan(10);
  for (let i = 0; i < await buttons.count(); i++) {
    const id = await buttons.nth(i).getAttribute("id");
    await buttons.nth(i).click();
    if (id === "show-keys") await expect(create.page.locator("#keys")).toBeVisible();
    await create.page.keyboard.press("Escape"); // the list of keys stands before the others
  }
  for (const select of await create.page.locator("select:not(#speaks, #broken)").all()) { // another language asks for its words, and an example starts its workers
    for (let index = await select.locator("option").count() - 1; index >= 0; index--) await select.selectOption({ index });
  }
  await create.page.locator(".privacy summary").click();
}

// What is heard and reached without looking: names, order, headings, and the verdict as it is read out.

import { expect, test } from "./page.js";

test("the help of each field comes after it, and is named after it in each language", async ({ create, page }) => {
  await create.open();
  const named = { en: "Help: Address", fi: "Ohje: Osoite", sv: "Hjälp: Adress", nl: "Uitleg: Adres" };
  for (const [language, name] of Object.entries(named)) {
    await page.locator("#speaks").selectOption(language);
    await expect(page.locator("[data-help=url]")).toHaveAccessibleName(name);
  }
  const fields = await page.locator("[data-help]").evaluateAll((all) => all.map((help) => help.getAttribute("data-help") ?? ""));
  expect(fields.length).toBeGreaterThanOrEqual(14);
  for (const id of fields) {
    expect(await page.locator(`#${id}`).evaluate((field, id) => Boolean(field.compareDocumentPosition(/** @type {Element} */ (document.querySelector(`[data-help=${id}]`))) & Node.DOCUMENT_POSITION_FOLLOWING), id), id).toBe(true);
  }
});

test("a header that says no more than the label is not written beside it, another is written whole", async ({ create, page }) => {
  await create.open();
  const header = (/** @type {string} */ id) => page.locator(`.field[data-field=${id}] .header`);
  for (const id of ["sender", "customerId", "partnerId", "organisationId", "timestamp", "transactionId"]) await expect(header(id)).toBeHidden();
  for (const width of [320, 700, 1000, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(header("algorithm")).toHaveText("MACHashCalculationAlgorithm");
    expect(await header("algorithm").evaluate((code) => code.scrollWidth <= Math.max(code.clientWidth, code.getBoundingClientRect().width + 1)), `${width} wide`).toBe(true);
    expect(await header("algorithm").evaluate((code) => getComputedStyle(code).overflow)).toBe("visible");
  }
  await page.locator("#speaks").selectOption("fi");
  await expect(header("sender")).toBeVisible();
  await page.locator("#speaks").selectOption("nl");
  await expect(header("sender")).toBeVisible();
  await expect(header("partnerId")).toBeHidden();
});

test("what is said of a field has the width of both columns, and fields beside each other stand in line", async ({ create, page }) => {
  await create.openExample();
  await page.locator("[data-help=sender]").click();
  const box = async (/** @type {string} */ selector) => /** @type {{ x: number, y: number, width: number, height: number }} */ (await page.locator(selector).boundingBox());
  const form = await box("#form");
  for (const said of ["#sender-help", "#partnerKey-hints"]) expect((await box(said)).width).toBe(form.width);
  for (const [left, right] of [["sender", "customerId"], ["partnerId", "organisationId"], ["timestamp", "timestampUnix"], ["algorithm", "charset"]]) {
    const [a, b] = [await box(`#${left}`), await box(`#${right}`)];
    expect([b.y, b.x > a.x + a.width], right).toEqual([a.y, true]);
  }
});

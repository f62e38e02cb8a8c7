// What is heard and reached without looking: names, order, headings, and the verdict as it is read out.

import { expect, officialExample, officialMAC, officialValues, test } from "../page.js";

/** @import { CreatePage } from "../page.js" */

/** A request without keys. */
const pasted = `GET ${officialExample.request.url}\n` + Object.entries({ Sender: "ClientName", CustomerId: "“AB_1”", Timestamp: "2023-05-04 12:00:00.000", MAC: officialMAC })
  .map(([name, value]) => `X-Netvisor-Authentication-${name}: ${value}\n`).join("");

/** Opens Check with a request whose timestamp was signed in Finnish time. @param {CreatePage} create */
async function openWrong({ page, address }) {
  await page.goto(`${address}#check`);
  await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
  await page.locator("#example").click();
  await page.locator("#timestamp").fill("2023-05-04 09:00:00.000");
  await expect(page.locator("#verdict")).toHaveAttribute("data-state", "wrong");
}

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

test("the pieces of a string are one stop of Tab, arrows go among them, and each marks its field", async ({ create, page }) => {
  await create.openExample();
  const pieces = page.getByRole("listbox", { name: "String to sign", exact: true });
  await expect(pieces.getByRole("option")).toHaveCount(10);
  await expect(pieces.locator("[tabindex='0']")).toHaveCount(1);
  await pieces.getByRole("option").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(pieces.getByRole("option", { name: "Sender ClientName&" })).toBeFocused();
  await expect(page.locator(".field[data-field=sender]")).toHaveAttribute("data-marked");
  for (const [key, field] of [["ArrowLeft", "url"], ["ArrowLeft", "url"], ["End", "partnerKey"], ["ArrowRight", "partnerKey"], ["Home", "url"], ["ArrowDown", "sender"]]) {
    await page.keyboard.press(key);
    await expect(pieces.locator(`[data-field=${field}]`)).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(page.getByRole("listbox", { name: "HMAC key", exact: true }).getByRole("option", { name: "Customer key ●●●●●●●●&" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(pieces.locator("[data-field=sender]"), "Tab comes back to the piece that was left").toBeFocused();
});

test("headings are told without their small print", async ({ create, page }) => {
  await create.openExample();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["MAC", "String to sign", "HMAC key", "Headers", "Code", "Share", "How the values become the MAC"]);
});

test("the box is described by what is there and what is missing, not by all notes", async ({ create, page }) => {
  await create.open();
  await expect(page.locator("#pasted")).toHaveAccessibleDescription(/^Request: .* Keys: /);
  await page.locator("#pasted").fill(pasted);
  await expect(page.locator("#pasted-about .hints li").first()).toBeVisible();
  await expect(page.locator("#pasted")).toHaveAccessibleDescription(/^Request: \d+ values; missing: .* Keys: /);
  await expect(page.locator("#pasted")).not.toHaveAccessibleDescription(/quotes|line/);
});

test("the verdict is read out whole", async ({ create, page }) => {
  await openWrong(create);
  await expect(page.locator("#verdict")).toMatchAriaSnapshot(`
    - status:
      - heading /Signed with Finnish time \\(12:00:00\\), sent as UTC \\(09:00:00\\)\\./ [level=2]
      - paragraph
      - term: Sent
      - definition:
        - code: 86b8f651 0744913d eab32da4 04d7668e ba2a7577 5b3ac78c 9c48bca6 5e0fbd27
      - term: Right
      - definition:
        - code: /[0-9a-f ]{71}/
        - button "copy"
      - text: /Timestamp signed/
      - mark: "12"
      - text: /right/
      - mark: "09"
      - paragraph: /Proved/
  `);
});

test("the times are a list with their values, and the drawing is for eyes alone", async ({ create, page }) => {
  await openWrong(create);
  await page.locator("#timestamp").fill("2023-05-04 15:00:00.000");
  const times = page.getByRole("region", { name: "Times", exact: true });
  await expect(times.locator("dl")).toMatchAriaSnapshot(`
    - term: Timestamp
    - definition: 2023-05-04 15:00:00
    - definition: +18 hrs
    - term: If Finnish time
    - definition: 2023-05-04 12:00:00
    - definition: +15 hrs
    - term: Unix timestamp
    - definition: 2023-05-03 21:00:00
    - definition: "0"
    - term: This computer's clock
    - definition: /\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d/
    - definition: /\\+[\\d,]+ days/
  `);
  for (const width of [320, 390, 700, 1000, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const cut = await times.locator("dl > div").evaluateAll((rows) => rows.flatMap((row) => {
      const edges = [...row.children].map((cell) => cell.getBoundingClientRect()).filter(({ width }) => width > 0);
      const over = edges.some((a, i) => edges.slice(i + 1).some((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
      return over || row.scrollWidth > row.clientWidth + 1 ? [row.textContent] : [];
    }));
    expect(cut, `${width} wide`).toEqual([]);
  }
});

test("a link skips to the form, another to the verdict, and the mode stays", async ({ create, page }) => {
  await openWrong(create);
  await page.locator(".skip").last().focus();
  await expect(page.getByRole("link", { name: "Skip to the verdict" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#verdict .headline")).toBeFocused();
  await page.getByRole("link", { name: "Skip to the form" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#url")).toBeFocused();
  await expect(page.locator("html")).toHaveAttribute("data-mode", "check");
  await page.goto(`${create.address}#create`);
  await expect(page.locator(".skip[href='#verdict']")).toBeHidden();
});

// The record in what its readers have: LibreOffice, which takes formatted text as Word does, and paper.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { content, expect, test, token } from "../guide.js";

/** @import { GuidePage } from "../guide.js" */
/** @import { Page } from "@playwright/test" */
/** @typedef {{ title: string, sections: [string, string[][]][] }} Record headings with their rows, of a name and a value */

test.use({ locale: "nl-NL" });

const folder = mkdtempSync(join(tmpdir(), "record-"));

/** Files in another format, by LibreOffice Writer: its filter for HTML is the one that a paste goes through. @param {string} format @param {string[]} files */
function converted(format, files) {
  execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--infilter=HTML (StarWriter)", "--convert-to", format, "--outdir", folder, ...files], { stdio: "ignore" });
  return files.map((file) => file.replace(/html$/, format.split(":")[0]));
}

/** @param {GuidePage} guide @param {string} name @returns {Promise<string>} */
async function savedAs(guide, name) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, await guide.download("save-html"));
  return file;
}

/** The record as the page shows it. @param {Page} page @returns {Promise<Record>} */
const shown = (page) => page.locator("#record").evaluate((record) => ({
  title: record.querySelector("h2")?.textContent ?? "",
  sections: [...record.querySelectorAll("h3")].map((heading) => [heading.textContent ?? "", [.../** @type {Element} */ (heading.nextElementSibling).children].map((row) => [...row.children].map(({ textContent }) => textContent ?? ""))]),
}));

/** The record in a document of LibreOffice, and how its headings and tables are set. @param {Page} page @param {string} xml */
const inOffice = (page, xml) => page.evaluate((xml) => {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const all = (/** @type {string} */ name, /** @type {Document | Element} */ within = document) => [...within.getElementsByTagName(name)];
  const styles = Object.fromEntries(all("style:style").map((style) => [style.getAttribute("style:name"), style]));
  const of = (/** @type {Element} */ element, /** @type {string} */ kind) => all(`style:${kind}-properties`, styles[element.getAttribute(`${kind === "paragraph" ? "text" : "table"}:style-name`) ?? ""])[0];
  const headings = all("text:h"), tables = all("table:table");
  const textOf = (/** @type {Element} */ cell) => all("text:p", cell).map(({ textContent }) => textContent).join("\n");
  return {
    title: headings[0].textContent,
    levels: headings.map((heading) => heading.getAttribute("text:outline-level")),
    keeps: headings.map((heading) => of(heading, "paragraph").getAttribute("fo:keep-with-next")),
    sections: headings.slice(1).map((heading, i) => [heading.textContent, all("table:table-row", tables[i]).map((row) => all("table:table-cell", row).map(textOf))]),
    follow: headings.slice(1).map((heading) => heading.nextElementSibling?.tagName),
    upright: new Set(all("table:table-cell").map((cell) => of(cell, "table-cell")?.getAttribute("style:vertical-align") ?? "")).size,
  };
}, xml);

test("LibreOffice has the record's headings and rows, as the page shows them", async ({ guide, page, context }) => {
  test.slow();
  await guide.open("token", "record");
  await guide.field("token").fill(token);
  await guide.field("record-customer").fill("Bakkerij <Jansen> & zn, “De Hoek” — €");
  await guide.field("record-remarks").fill("*a* _b_ `c` # d | e \\ f [g](h) ~i~ ! &amp; <b>");
  await guide.field("record-folder").fill("C:\\Program Files (x86)\\Exact\\Multivers API\\WebApi\\Server");
  await expect(guide.field("record")).toContainText("*a* _b_");
  const seen = await shown(page);
  const [file] = converted("fodt", [await savedAs(guide, "nasty")]);
  const { levels, keeps, follow, upright, ...office } = await inOffice(await context.newPage(), readFileSync(file, "utf8"));
  expect(office).toEqual(seen);
  expect(office.title).toBe("Installatiedocument: Zenvoices en Exact Multivers lokaal");
  expect(office.sections.map(([name]) => name)).toEqual(["Klant", "Server", "IIS", "Netwerk", "web.config", "Zenvoices", "Testresultaten", "Bijzonderheden"]);
  expect(levels).toEqual(["1", ...office.sections.map(() => "2")]);
  expect(new Set(keeps)).toEqual(new Set(["always"]));
  expect(new Set(follow)).toEqual(new Set(["table:table"]));
  expect(upright, "how cells are set").toBe(1);
  expect(readFileSync(file, "utf8")).not.toContain(token);
});

/** Lines of each page of a PDF. @param {string} file */
const pagesOf = (file) => execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1)
  .map((page) => page.split("\n").map((line) => line.trim()).filter(Boolean));

/** The headings that stand last on a page, and pages with nothing on them. @param {string} file @param {string[]} headings */
function lonely(file, headings) {
  const pages = pagesOf(file);
  expect(pages.flat().filter((line) => headings.includes(line)).length, file).toBeGreaterThanOrEqual(headings.length);
  return pages.filter((lines) => lines.length === 0 || headings.includes(lines.at(-1) ?? "")).map((lines) => lines.at(-1) ?? "an empty page");
}

test("no heading stands alone at the foot of a page, wherever the page ends", async ({ guide, page }) => {
  test.slow();
  await guide.open("record");
  /** @type {string[]} */
  const files = [], printed = [];
  const words = Array.from({ length: 400 }, (_, i) => `woord${i}`);
  for (let count = 0; count < 24; count++) {
    await guide.field("record-customer").fill(words.slice(0, count * 6).join(" "));
    await expect(guide.field("record").locator("dd").first()).toHaveText(words.slice(0, count * 6).join(" ") || "–");
    files.push(await savedAs(guide, `long-${count}`));
    const paper = join(folder, `printed-${count}.pdf`);
    writeFileSync(paper, await page.pdf({ format: "A4", preferCSSPageSize: true }));
    printed.push(paper);
  }
  const { sections } = await shown(page);
  const headings = sections.map(([name]) => name);
  for (const file of [...converted("pdf:writer_pdf_Export", files), ...printed]) expect(lonely(file, headings), file).toEqual([]);
  expect(new Set(printed.map((file) => pagesOf(file)[1]?.[0])).size, "places at which the page ended").toBeGreaterThan(6);
});

test("the copied record is the saved one", async ({ guide, page }) => {
  await page.addInitScript(() => { navigator.clipboard.write = async ([item]) => { Reflect.set(globalThis, "copied", await (await item.getType("text/html")).text()); }; });
  await guide.open("record");
  await guide.field("record-customer").fill("Jansen & zn");
  await expect(guide.field("record")).toContainText("Jansen & zn");
  await guide.field("copy-rich").click();
  await expect(guide.field("copy-rich")).toHaveText("gekopieerd");
  const [download] = await Promise.all([page.waitForEvent("download"), guide.field("save-html").click()]);
  expect(await page.evaluate(() => Reflect.get(globalThis, "copied"))).toBe(String(await content(download)));
});

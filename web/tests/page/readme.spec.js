// The pictures of the README and of the guide to embedding show what the page shows.

import { readFileSync } from "node:fs";
import { test as hosted } from "../host.js";
import { expect, test } from "../page.js";
import { embedPictureOf } from "../pictures/embed-picture.js";
import { options, pictureOf, schemes } from "../pictures/verdict-picture.js";

const picture = (/** @type {string} */ name) => readFileSync(new URL(`../pictures/${name}`, import.meta.url));
test.use(options);

for (const [name, make] of Object.entries({ verdict: pictureOf, embed: embedPictureOf })) for (const scheme of schemes) test(`the picture ${name}-${scheme} is current ("npm run screenshots" in web/tests makes it)`, async ({ page, site }) => {
  const shown = JSON.parse(picture(`${name}.json`).toString());
  const { png, text, size } = await make(page, site, scheme);
  expect(text).toBe(shown[scheme].text);
  if (size !== shown[scheme].size) return; // this computer has other fonts: letters are compared, and not their shapes
  const kept = picture(`${name}-${scheme}.png`);
  const differing = await page.evaluate(async ([a, b]) => {
    const pixels = async (/** @type {string} */ base64) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(image.width, image.height), context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    };
    const [old, now] = [await pixels(a), await pixels(b)];
    let count = 0;
    for (let i = 0; i < now.length; i += 4) if ([0, 1, 2].some((j) => Math.abs(old[i + j] - now[i + j]) > 40)) count++;
    return old.length === now.length ? count / (now.length / 4) : 1;
  }, [kept.toString("base64"), png.toString("base64")]);
  expect(differing, "the part of its points that differ").toBeLessThan(0.01);
});

hosted("what embeds the page does", async ({ host, site }) => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const [, example = ""] = /```html\n(.*?)```/s.exec(readme) ?? [];
  await host.open(example.replaceAll("https://mac.example.com/", site));
  await host.ready();
  expect(host.complaints).toEqual([]);
});

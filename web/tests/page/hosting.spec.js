// The site under the web servers of Debian, each with the configuration that the build made for it.

import { get } from "node:http";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist, headersIn } from "../browser.js";
import { buildEmpty } from "../empty.js";
import { CreatePage, expect, test as base } from "../page.js";
import { blockOf, serverNames, start } from "../servers.js";

/** @type {ReturnType<typeof base.extend<{}, { folder: string }>>} */
const test = base.extend({
  folder: [async ({}, /** @type {(folder: string) => Promise<void>} */ use) => {
    const folder = mkdtempSync(join(tmpdir(), "hosted-"));
    chmodSync(folder, 0o755); // a server may run as another user
    cpSync(dist, folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true });
  }, { scope: "worker" }],
});

/** An answer as it came, not unpacked. @param {string} url @param {Record<string, string>} [headers] @returns {Promise<{ status?: number, headers: Record<string, string>, names: string[], body: Buffer }>} */
const ask = (url, headers = {}) => new Promise((resolve, reject) => get(url, { headers, agent: false }, (response) => {
  /** @type {Buffer[]} */
  const parts = [];
  response.on("data", (part) => parts.push(part));
  response.on("end", () => resolve({
    status: response.statusCode,
    headers: /** @type {Record<string, string>} */ (response.headers),
    names: response.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase()),
    body: Buffer.concat(parts),
  }));
}).on("error", reject));

/** @type {Record<string, string>} */
const types = {
  css: "text/css; charset=utf-8", html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", json: "application/json", svg: "image/svg+xml",
  ts: "text/plain; charset=utf-8", txt: "text/plain; charset=utf-8", wasm: "application/wasm", webmanifest: "application/manifest+json", xml: "application/xml",
};

/** All files that a visitor may ask for, by their paths, and the first page by none. */
function addresses() {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length));
  const asked = files.filter((name) => !/\.br$|^_headers$|^hosting\/|(?<!wasm)\.gz$/.test(name));
  // Pages of one kind have one rule: a few of them show it.
  const few = asked.filter((name, i) => !name.startsWith("reference/") || i % 40 === 0);
  return ["", ...few];
}

/** What a file is asked for, with headers that "_headers" gives it. @param {string} name */
const wanted = (name) => Object.entries(headersIn(join(dist, "_headers"))(`/${name}`)).map(([header, value]) => [header.toLowerCase(), value]);

/** What does not count in comparing: spaces after commas. @param {string | undefined} value */
const tidy = (value) => value?.replaceAll(/,\s*/g, ", ");

for (const [name, file] of Object.entries({ nginx: "nginx.conf", Caddy: "Caddyfile", Apache: "apache.conf" })) {
  test(`${name}: the file says where it goes, as the guide does`, () => {
    const lines = readFileSync(join(dist, "hosting", file), "utf8").split("\n").map((line) => line.replace(/^# */, ""));
    const block = blockOf(name).trim().split("\n").map((line) => line.trim());
    expect(block.length).toBeGreaterThan(2);
    expect(lines.join("\n")).toContain(block.join("\n"));
  });
}

for (const name of serverNames) {
  test(`${name}: every file has its headers, its type and what the build compressed`, async ({ folder }) => {
    const server = await start(name, folder);
    try {
      for (const path of addresses()) {
        const file = readFileSync(join(dist, path || "index.html"));
        for (const [accepted, coding, ending] of [["", undefined, ""], ["gzip, deflate", "gzip", ".gz"], ["gzip, deflate, br, zstd", "br", ".br"]]) {
          const about = `${path || "/"} with "${accepted}"`;
          const answer = await ask(server.url + path, accepted ? { "accept-encoding": accepted } : {});
          expect(answer.status, about).toBe(200);
          const packed = existsSync(join(dist, `${path || "index.html"}.br`));
          const sent = packed ? readFileSync(join(dist, (path || "index.html") + ending)) : file;
          expect(answer.headers["content-encoding"], about).toBe(packed ? coding : undefined);
          expect(answer.body.equals(sent), `${about}: the bytes as built`).toBe(true);
          const type = types[path ? path.split(".").at(-1) ?? "" : "html"];
          if (type) expect(answer.headers["content-type"], about).toBe(type);
          if (packed) expect(answer.headers.vary?.toLowerCase(), about).toContain("accept-encoding");
          for (const [header, value] of wanted(path)) expect(tidy(answer.headers[header]), `${about}: ${header}`).toBe(tidy(value));
          expect(answer.names.filter((header, i, all) => all.indexOf(header) !== i), `${about}: nothing twice`).toEqual([]);
        }
      }
    } finally {
      await server.stop();
    }
  });

  test(`${name}: a page that is known is not sent again, and a path that is not there is`, async ({ folder }) => {
    const server = await start(name, folder);
    try {
      const coded = { "accept-encoding": "br" };
      for (const path of ["", "mac.wasm", "sw.js"]) {
        const first = await ask(server.url + path, coded);
        const again = await ask(server.url + path, { ...coded, "if-none-match": first.headers.etag });
        expect(again.status, path).toBe(304);
        expect(again.body.length).toBe(0);
        expect(again.headers["cache-control"]).toBe(first.headers["cache-control"]);
        expect(again.headers.etag).toBe(first.headers.etag);
        const other = await ask(server.url + path, { ...coded, "if-none-match": '"another"' });
        expect(other.status).toBe(200);
        const plain = await ask(server.url + path);
        expect(plain.headers.etag, "other bytes have another tag").not.toBe(first.headers.etag);
      }
      const absent = readFileSync(join(dist, "404.html.br"));
      for (const path of ["absent", "absent.js", "assets/absent-01234567.js", "assets/absent-01234567.wasm", "absent/../absent.html?x=1", "assets/"]) {
        const answer = await ask(server.url + path, coded);
        expect(answer.status, path).toBe(404);
        expect(answer.headers["content-type"], path).toBe("text/html; charset=utf-8");
        expect(answer.headers["content-encoding"], path).toBe("br");
        expect(answer.body.equals(absent), path).toBe(true);
        for (const [header, value] of wanted("404.html")) expect(tidy(answer.headers[header]), `${path}: ${header}`).toBe(tidy(value));
        expect(answer.headers["access-control-allow-origin"], path).toBeUndefined();
      }
    } finally {
      await server.stop();
    }
  });

  test(`${name}: the first visit`, async ({ folder, page }) => {
    const server = await start(name, folder);
    try {
      const create = new CreatePage(page, server.url);
      await create.openExample();
      expect(create.complaints).toEqual([]);
      const received = server.transferred(), empty = buildEmpty(join(mkdtempSync(join(tmpdir(), "empty-")), "empty.wasm"));
      console.log(`first-visit server=${name} ratio=${(received / empty).toFixed(2)} ours=${received} peer=${empty} unit=bytes`);
      expect(received / empty).toBeGreaterThan(1);
      expect(received / empty).toBeLessThan(3.1);
      const said = Number(/A first visit loads ([\d.]+) MB/.exec(readFileSync(new URL("../../../README.md", import.meta.url), "utf8"))?.[1]);
      expect(Math.abs(said - received / 1e6), `the README says ${said} MB`).toBeLessThan(0.1);
      await page.goto(`${server.url}embed.html#mode=create&example`);
      await expect(page.locator("main")).toHaveAttribute("data-state", "ready");
    } finally {
      await server.stop();
    }
  });
}

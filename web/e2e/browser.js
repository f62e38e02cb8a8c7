// How the tests start the system's Chromium and serve the site.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** @param {string} found */
const named = (found) => found && existsSync(found);

export const chromium = {
  executablePath: [process.env.CHROMIUM ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(named),
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};

/** @type {Record<string, string>} */
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/**
 * Serves folders as a CDN does, with the brotli that lies beside a file; or as
 * a plain host does, which compresses nothing.
 * @param {string} folder
 * @param {{ port?: number, plain?: boolean }} [how] port 0 for any free one
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export function serve(folder, { port = 0, plain = false } = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const file = join(folder, path.endsWith("/") ? path + "index.html" : path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end("not found");
    const packed = !plain && /\bbr\b/.test(String(request.headers["accept-encoding"])) && existsSync(file + ".br");
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Cache-Control": "no-store",
      ...(packed ? { "Content-Encoding": "br" } : {}),
    });
    createReadStream(packed ? file + ".br" : file).pipe(response);
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    resolve({ url: `http://127.0.0.1:${port}/`, close: () => { server.closeAllConnections(); server.close(); } });
  }));
}

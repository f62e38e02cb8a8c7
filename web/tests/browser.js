// How the tests start the system's Chromium and serve the site.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** @param {string} found */
const named = (found) => found && existsSync(found);

const paths = [process.env.CHROMIUM ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const chromium = {
  executablePath: paths.find(named),
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};

/**
 * Chromium without its windows, where it is there: it opens a page in half the time. In the seconds that a test
 * takes, nothing is gained by a process for pictures, nor by compiling WebAssembly once more.
 */
export const windowless = {
  executablePath: ["/usr/bin/chromium-headless-shell", ...paths].find(named),
  args: [...chromium.args, "--in-process-gpu", "--js-flags=--liftoff-only"],
};

/** @type {Record<string, string>} */
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" };

/**
 * @typedef {object} Host
 * @property {string} url
 * @property {string[]} answers that it gave: method, path and status
 * @property {() => number} transferred bytes, headers and all
 * @property {() => void} close
 */

/**
 * Serves folders as a CDN does, with the brotli that lies beside a file; or as
 * a plain host does, which compresses nothing; with the headers of _headers.
 * @param {string} folder
 * @param {{ port?: number, plain?: boolean, pages?: Record<string, string>, lie?: (path: string) => { status: number, type: string, body: string } | undefined }} [how] port 0 for any free one; more pages, by path; what is answered in the place of a file, with its headers
 * @returns {Promise<Host>}
 */
export function serve(folder, { port = 0, plain = false, pages = {}, lie = () => undefined } = {}) {
  const headersOf = headersIn(join(folder, "_headers"));
  /** @type {string[]} */
  const answers = [];
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer((request, response) => {
    response.on("close", () => answers.push(`${request.method} ${request.url} ${response.statusCode}`));
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pages[pathname]) return response.writeHead(200, { "Content-Type": "text/html" }).end(pages[pathname]);
    const lying = lie(pathname);
    if (lying) return response.writeHead(lying.status, { ...headersOf(pathname), "Content-Type": lying.type }).end(lying.body);
    const path = normalize(decodeURIComponent(pathname));
    const file = join(folder, path.endsWith("/") ? path + "index.html" : path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end("not found");
    const packed = !plain && /\bbr\b/.test(String(request.headers["accept-encoding"])) && existsSync(file + ".br");
    const sent = packed ? file + ".br" : file;
    const { mtimeMs, size } = statSync(sent);
    const headers = {
      "Cache-Control": "no-store",
      ...headersOf(pathname),
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "ETag": `"${size}-${mtimeMs}"`,
      ...(packed ? { "Content-Encoding": "br" } : {}),
    };
    if (request.headers["if-none-match"] === headers.ETag) return response.writeHead(304, headers).end();
    response.writeHead(200, headers);
    createReadStream(sent).pipe(response);
  });
  server.on("connection", (socket) => sockets.add(socket));
  const transferred = () => [...sockets].reduce((all, { bytesWritten }) => all + bytesWritten, 0);
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    resolve({ url: `http://127.0.0.1:${port}/`, answers, transferred, close: () => { server.closeAllConnections(); server.close(); } });
  }));
}

/**
 * What the file _headers says of a path, as the hosts read it that know such a file.
 * @param {string} file
 * @returns {(path: string) => Record<string, string>}
 */
export function headersIn(file) {
  const rules = existsSync(file) ? [...readFileSync(file, "utf8").matchAll(/^(\S+)\n((?:  .*\n)*)/gm)] : [];
  /** @param {string} path @param {string} rule */
  const applies = (path, rule) => (rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : path === rule);
  return (path) => Object.fromEntries(rules.filter(([, rule]) => applies(path, rule))
    .flatMap(([, , headers]) => [...headers.matchAll(/^  ([^:]+): (.*)$/gm)].map(([, name, value]) => [name, value])));
}

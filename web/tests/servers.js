// The web servers of Debian, each with the lines of hosting.md and with nothing else that would shape an answer.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";

/**
 * @typedef {object} Started
 * @property {string} url
 * @property {() => number} transferred bytes, headers and all
 * @property {() => Promise<void>} stop
 */

/** What each server is started with: the block of hosting.md, and around it where its own files go. @type {Record<string, (place: { block: string, own: string, port: number }) => { config: string, command: string[] }>} */
const ways = {
  nginx: ({ block, own, port }) => ({
    config: `${process.getuid?.() === 0 ? "user root;\n" : ""}include /etc/nginx/modules-enabled/*.conf;
pid ${own}/pid;
error_log ${own}/error.log;
daemon off;
worker_processes 1;
events {}
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${own}/${name};`).join(" ")}
  ${block.replace("{", `{ listen 127.0.0.1:${port};`)}
}
`,
    command: ["nginx", "-c", `${own}/config`, "-e", `${own}/error.log`],
  }),
  Caddy: ({ block, own, port }) => ({
    config: `{
	admin off
	auto_https off
	storage file_system ${own}
}
${block.replace("mac.example.com", `http://127.0.0.1:${port}`)}`,
    command: ["caddy", "run", "--adapter", "caddyfile", "--config", `${own}/config`],
  }),
  // mod_deflate is at work in Debian, and must leave alone what is compressed.
  Apache: ({ block, own, port }) => ({
    config: `${["mpm_event", "authz_core", "dir", "filter", "headers", "mime", "rewrite", "deflate"].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
ServerName 127.0.0.1
ServerRoot ${own}
PidFile ${own}/pid
ErrorLog ${own}/error.log
TypesConfig /etc/mime.types
Listen 127.0.0.1:${port}
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json
${block.replace("*:80", `127.0.0.1:${port}`)}`,
    command: ["apache2", "-D", "FOREGROUND", "-f", `${own}/config`],
  }),
};

const guide = readFileSync(new URL("../hosting.md", import.meta.url), "utf8");

/** The block that hosting.md has for a server. @param {string} name */
export const blockOf = (name) => new RegExp(`## ${name}\n[^#]*?\n\`\`\`\\w*\n(.*?)\`\`\``, "s").exec(guide)?.[1] ?? "";

export const serverNames = Object.keys(ways);

/** @param {string} name @param {string} folder @returns {Promise<Started>} */
export async function start(name, folder) {
  const own = mkdtempSync(join(tmpdir(), `${name.toLowerCase()}-`)), port = await freePort();
  const { config, command } = ways[name]({ block: blockOf(name).replaceAll("/srv/netvisor-mac", folder), own, port });
  writeFileSync(join(own, "config"), config);
  const server = spawn(command[0], command.slice(1), { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, HOME: own }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => { said += text; });
  const ended = once(server, "exit");
  const failed = ended.then(([status]) => { throw new Error(`${command.join(" ")} ended with ${status}: ${said}`); });
  failed.catch(() => {}); // once it is stopped
  await Promise.race([answers(port), failed]);
  const counter = await countedWay(port);
  return {
    url: `http://127.0.0.1:${counter.port}/`,
    transferred: counter.transferred,
    stop: async () => {
      counter.close();
      server.kill("SIGTERM");
      await ended;
      rmSync(own, { recursive: true });
    },
  };
}

/** A way to a port that counts what comes back. @param {number} port */
async function countedWay(port) {
  let bytes = 0;
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer((visitor) => {
    const host = connect(port, "127.0.0.1");
    for (const socket of [visitor, host]) sockets.add(socket.on("error", () => {}));
    host.on("data", ({ length }) => { bytes += length; });
    visitor.pipe(host).pipe(visitor);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => { server.close(); sockets.forEach((socket) => socket.destroy()); };
  return { port: /** @type {import("node:net").AddressInfo} */ (server.address()).port, transferred: () => bytes, close };
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

/** Waits until somebody listens. @param {number} port */
async function answers(port) {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const open = await new Promise((resolve) => socket.once("connect", () => resolve(true)).once("error", () => resolve(false)));
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

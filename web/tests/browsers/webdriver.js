// WebKit, driven by plain WebDriver: WebKitGTK's MiniBrowser on a screen that nobody sees.
// https://www.w3.org/TR/webdriver2/

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Tab } from "./tab.js";

const element = "element-6066-11e4-a52e-4f735466cecf"; // the key of a reference to an element
/** @type {Record<string, string>} */
const codes = { Control: "\ue009", Enter: "\ue007", Escape: "\ue00c", Tab: "\ue004" };

/** @param {string} folder for files that are saved */
export async function startWebKit(folder) {
  const port = await freePort();
  const settings = join(folder, "settings");
  mkdirSync(settings);
  writeFileSync(join(settings, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${folder}"\n`);
  const driver = spawn("xvfb-run", ["-a", "WebKitWebDriver", `--port=${port}`],
    { stdio: "ignore", detached: true, env: { ...process.env, XDG_CONFIG_HOME: settings } });
  const end = () => {
    process.off("exit", end);
    if (driver.pid) process.kill(-driver.pid);
  };
  process.on("exit", end); // the driver is no child of the test's that would end with it
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  try {
    const session = await open(`http://127.0.0.1:${port}`);
    return {
      version: `WebKitGTK ${session.version}`,
      open: async () => new WebDriverTab(folder, session.ask),
      close: async () => { await session.ask("DELETE", ""); end(); },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Begins a session, once the driver listens. @param {string} driver its address */
async function open(driver) {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${driver}/status`);
      break;
    } catch (error) {
      if (tries > 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const options = { binary: miniBrowser(), args: ["--automation"] };
  const { sessionId, capabilities } = await command("POST", `${driver}/session`, { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
  /** @param {string} method @param {string} path @param {unknown} [body] */
  const ask = (method, path, body) => command(method, `${driver}/session/${sessionId}${path}`, body);
  await ask("POST", "/timeouts", { script: 60_000, pageLoad: 60_000 });
  return { ask, version: capabilities.browserVersion };
}

/** Debian's folder is named after the machine. */
function miniBrowser() {
  const found = readdirSync("/usr/lib").map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`).find(existsSync);
  return process.env.MINIBROWSER ?? found ?? "MiniBrowser";
}

/** @param {string} method @param {string} url @param {unknown} [body] */
async function command(method, url, body) {
  const response = await fetch(url, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

class WebDriverTab extends Tab {
  /** @param {string} folder @param {(method: string, path: string, body?: unknown) => Promise<any>} ask */
  constructor(folder, ask) {
    super(folder);
    this.ask = ask;
  }

  /** @override @param {string} url */
  async open(url) {
    await this.ask("POST", "/url", { url });
  }

  /** @override @type {Tab["run"]} */
  run(fn, ...args) {
    return this.ask("POST", "/execute/sync", { script: `return (${fn})(...arguments)`, args });
  }

  /** @override @param {string} selector @param {number} [held] */
  async click(selector, held = 0) {
    const found = await this.ask("POST", "/element", { using: "css selector", value: selector });
    if (!held) return this.ask("POST", `/element/${found[element]}/click`, {});
    await this.#act("pointer", [{ type: "pointerMove", origin: found, x: 0, y: 0, duration: 0 },
      { type: "pointerDown", button: 0 }, { type: "pause", duration: held }, { type: "pointerUp", button: 0 }]);
  }

  /** @override @param {...string} keys */
  async press(...keys) {
    const values = keys.map((key) => codes[key] ?? key);
    await this.#act("key", [...values.map(down), ...values.reverse().map(up)]);
  }

  /** @override @param {string} text */
  async type(text) {
    await this.#act("key", [...text].flatMap((letter) => [down(letter), up(letter)]));
  }

  /** @param {"key" | "pointer"} type @param {{ type: string, [how: string]: unknown }[]} actions */
  async #act(type, actions) {
    await this.ask("POST", "/actions", { actions: [{ type, id: type, actions }] });
  }
}

/** @param {string} value */
const down = (value) => ({ type: "keyDown", value });
/** @param {string} value */
const up = (value) => ({ type: "keyUp", value });

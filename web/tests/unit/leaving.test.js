// A fault in any script of ours that asks another host for something: what the policies let out of it, in Chromium and Firefox,
// on a host that sends the headers of _headers and on one that sends none.

import assert from "node:assert/strict";
import { readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { browsers } from "../browsers/browsers.js";
import { serve } from "../browser.js";
import { makeHAR } from "../make-har.js";
import { copyOfSite, spoil, spoilInline } from "../spoil.js";

/**
 * @import { Browser } from "../browsers/browsers.js"
 * @import { Tab } from "../browsers/tab.js"
 */

/** What is asked of the foreign host. @type {string[]} */
const heard = [];
const foreign = createServer((request, response) => {
  heard.push(String(request.url));
  response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/javascript" }).end("");
});
foreign.on("upgrade", (request, socket) => { heard.push(String(request.url)); socket.destroy(); });

before(() => new Promise((resolve) => { foreign.listen(0, "127.0.0.1", () => resolve(undefined)); }));
after(() => foreign.close());

/** Tries every way that a policy governs, and says to its own host that it ran. @param {string} name an expression */
function attack(name) {
  const { port } = /** @type {import("node:net").AddressInfo} */ (foreign.address());
  return `;(() => {
    const name = ${name}, to = (way) => "http://localhost:${port}/" + name + "/" + way;
    const ways = {
      fetch: () => fetch(to("fetch"), { mode: "no-cors" }),
      xhr: () => { const x = new XMLHttpRequest(); x.open("GET", to("xhr")); x.send(); },
      socket: () => new WebSocket(to("socket").replace("http", "ws")),
      events: () => new EventSource(to("events")),
      beacon: () => navigator.sendBeacon(to("beacon"), "x"),
      scripts: () => importScripts(to("scripts")),
      module: () => import(to("module")),
      worker: () => new Worker(URL.createObjectURL(new Blob(["fetch('" + to("worker") + "')"]))),
      image: () => { new Image().src = to("image"); },
      style: () => { document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: to("style") })); },
      frame: () => { document.body.append(Object.assign(document.createElement("iframe"), { src: to("frame") })); },
      form: () => { const f = Object.assign(document.createElement("form"), { action: to("form"), target: "_blank" }); document.body.append(f); f.submit(); },
    };
    for (const way of Object.values(ways)) try { Promise.resolve(way()).catch(() => {}); } catch {}
    const own = self.registration ? registration.scope : self.origin + "/";
    setTimeout(() => fetch(own + "ran-" + name, { mode: "no-cors" }).catch(() => {}), 50);
  })();`;
}

const pages = ["index.html", "multivers.html", "selftest.html", "embed.html"];

/** Spoils every script; the name tells which it was. @param {string} folder */
function spoilAll(folder) {
  const scripts = readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".js"));
  for (const name of scripts) spoil(folder, `assets/${name}`, (text) => text + attack(`"${name.replaceAll(".", "-")}"`));
  for (const name of pages) spoilInline(folder, name, attack(`"in" + location.pathname.replace(/\\W/g, "-")`)); // one is in several pages
  spoil(folder, "sw.js", (text) => text + attack('"sw"'));
  return [...scripts.map((name) => name.replaceAll(".", "-")), ...pages.map((name) => `in-${name.replace(".", "-")}`), "sw"];
}

/** Opens a file of many requests and the list of mistakes: what does that is fetched then. @param {Tab} tab */
async function openTheRest(tab) {
  await tab.run((har) => {
    const data = new DataTransfer(), input = /** @type {HTMLInputElement} */ (document.getElementById("file"));
    data.items.add(new File([har], "network.har"));
    input.files = data.files;
    input.dispatchEvent(new Event("change"));
    /** @type {HTMLDetailsElement} */ (document.getElementById("learn")).open = true;
  }, makeHAR({ count: 30 }).toString());
}

for (const { name, start } of browsers.filter(({ name }) => name !== "WebKit")) describe(name, () => {
  /** @type {Browser} */
  let browser;
  before(async () => { browser = await start(tmpdir()); });
  after(() => browser.close());

  for (const bare of [false, true]) test(`nothing leaves from any script on a host that sends ${bare ? "no headers" : "the headers"}`, async () => {
    const folder = copyOfSite();
    const all = spoilAll(folder);
    if (bare) rmSync(join(folder, "_headers"));
    const host = await serve(folder);
    heard.length = 0;
    for (const page of pages) {
      const tab = await browser.open();
      await tab.open(host.url + page);
      await tab.has("#main", "data-state", /^ready$/);
      if (page === "index.html") await openTheRest(tab);
      else await tab.close();
    }
    const tab = await browser.open();
    await tab.open(`${host.url}selftest.html`);
    const missing = () => all.filter((script) => !host.answers.some((answer) => answer.includes(`/ran-${script} `)));
    for (let tries = 0; missing().length && tries < 100; tries++) await tab.run(() => new Promise((resolve) => setTimeout(resolve, 100)));
    await tab.close();
    host.close();
    rmSync(folder, { recursive: true });
    assert.deepEqual(missing(), [], "all of them ran");
    const keyless = bare ? "/sw/" : "none"; // the service worker has no policy there; it is given no key
    assert.deepEqual(heard.filter((path) => !path.startsWith(keyless)), []);
  });
});

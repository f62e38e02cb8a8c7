// The service worker: keeps the site's own files, and nothing else, so that the
// site works without a network. The first visit keeps what people work with, in
// their language; the rest is kept when it is first opened, or with the next
// version. That one is kept beside the old one and waits until the page is told
// to take it.

import { catalogues, first, pages, scripts, version } from "site";

/** @type {any} */
const worker = self;

const ours = `netvisor-mac ${worker.registration.scope} `;
const current = ours + version;
/** @param {string} path */
const at = (path) => new URL(path, location.href).href;
const addresses = new Set([...Object.keys(pages), ...scripts].map(at));

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(Promise.all([worker.clients.claim(), tidy()])));
worker.addEventListener("message", (/** @type {any} */ { data }) => { if (data === "take over") worker.skipWaiting(); });
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const address = addressOf(request.url);
  if (request.method !== "GET" || request.headers.has("Range") || !isOurs(address)) return;
  event.respondWith(answer(address, request));
  if (request.mode === "navigate") event.waitUntil(tidy());
});

async function keepAll() {
  const cache = await caches.open(current);
  const wanted = worker.registration.active ? addresses : new Set((await workplaces()).map(at));
  await Promise.all([...wanted].map((address) => keep(cache, address)));
}

/** What people work with; only what is open, where words of another language come on top. @returns {Promise<string[]>} */
async function workplaces() {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const all = Object.keys(first);
  const open = all.filter((page) => windows.some((/** @type {{ url: string }} */ { url }) => addressOf(url) === at(page)));
  const words = open.flatMap(spoken);
  return words.length ? [...open.flatMap((page) => first[page]), ...words] : all.flatMap((page) => first[page]);
}

/** A page's words in the visitor's languages. @param {string} page */
function spoken(page) {
  const ids = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
  return Object.keys(catalogues[page]).filter((id) => ids.includes(id)).map((id) => catalogues[page][id]);
}

/** @param {Cache} cache @param {string} address */
function keep(cache, address) {
  const page = Object.keys(pages).find((path) => at(path) === address);
  return page ? keepPage(cache, address, pages[page]) : keepScript(cache, address);
}

/** A page keeps its name when it changes: what is kept must be what the build made. @param {Cache} cache @param {string} address @param {string} integrity */
async function keepPage(cache, address, integrity) {
  if (await cache.match(address)) return;
  await cache.put(address, plain(await found(await fetch(address, { integrity, cache: "no-cache" }))));
}

/** What an older version has under the same name is the same, and what the page has fetched comes from the browser's cache. @param {Cache} cache @param {string} address */
async function keepScript(cache, address) {
  const name = address.endsWith(".wasm") ? await moduleAddress(address) : address;
  await cache.put(name, await caches.match(name) ?? await found(await fetch(name)));
}

/** Where the page has taken the module from: see download() in compile.js. @param {string} address */
async function moduleAddress(address) {
  const asked = await fetch(address, { method: "HEAD" });
  if (asked.headers.has("Content-Encoding")) return address;
  const packed = await fetch(`${address}.gz`, { method: "HEAD" });
  return packed.ok ? `${address}.gz` : address;
}

/** @param {Response} response */
function found(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

/** A page from another address than the one that was asked for, as a browser takes it. @param {Response} response */
function plain(response) {
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** Without a query, which is for the page itself, and with the name that a host may leave out. @param {string} url */
function addressOf(url) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (address.endsWith("/")) return `${address}index.html`;
  return addresses.has(`${address}.html`) ? `${address}.html` : address;
}

/** Whether a file is of this version, or may be of one before. @param {string} address */
const isOurs = (address) => addresses.has(address) || address.startsWith(at("assets/"));

/** @param {string} address @param {Request} request */
async function answer(address, request) {
  const cache = await caches.open(current);
  const kept = async () => await cache.match(address) ?? await cache.match(`${address}.gz`) ?? await caches.match(address);
  const before = await kept();
  if (before) return before;
  if (addresses.has(address)) await keep(cache, address).catch(() => {}); // the host has another version
  return await kept() ?? fetch(request);
}

/** Drops older versions, once no page of them can be open that may still ask for a script. */
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== current);
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const { installing, waiting } = worker.registration;
  if (installing || waiting || windows.length > 1) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}

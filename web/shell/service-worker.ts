// The service worker: keeps the site's own files, and nothing else, so that the
// site works without a network. The first visit keeps the page that is open, in
// the visitor's language, and the other one once the page is idle; the rest is kept
// when it is first opened, or with the next version. That one is kept beside the old one and waits until the page is told
// to take it. Nothing is kept that is not what the build made, by its sum.

import { assets, catalogues, first, pages, version } from "site";
import { intact } from "../site/intact.ts";

/** What ours uses of what a service worker has and a page has not. */
interface Scope {
  registration: ServiceWorkerRegistration;
  clients: { claim: () => Promise<void>, matchAll: (which: { type: "window", includeUncontrolled: true }) => Promise<{ url: string }[]> };
  skipWaiting: () => Promise<void>;
  addEventListener: <Kind extends keyof Events>(kind: Kind, listener: (event: Events[Kind]) => void) => void;
}
interface Lasting { waitUntil: (until: Promise<unknown>) => void }
interface Events {
  install: Lasting;
  activate: Lasting;
  message: Lasting & { data: unknown };
  fetch: Lasting & { request: Request, respondWith: (response: Promise<Response>) => void };
}

const worker = self as unknown as Scope;

const ours = `netvisor-mac ${worker.registration.scope} `;
const current = ours + version;
const at = (path: string) => new URL(path, location.href).href;
/** The sums of all files, by their addresses. */
const sums = new Map(Object.entries({ ...assets, ...pages }).map(([path, sum]) => [at(path), sum]));

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (event) => event.waitUntil(Promise.all([worker.clients.claim(), tidy()])));
worker.addEventListener("message", (event) => {
  if (event.data === "take over") void worker.skipWaiting();
  if (event.data === "keep the rest") event.waitUntil(keepOthers());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = addressOf(request.url);
  if (request.method !== "GET" || request.headers.has("Range") || !isOurs(address)) return;
  event.respondWith(answer(address, request));
  if (request.mode === "navigate") event.waitUntil(tidy());
});

async function keepAll() {
  const cache = await caches.open(current);
  const wanted = worker.registration.active ? sums.keys() : needed(await openPages());
  await Promise.all([...wanted].map((address) => keep(cache, address)));
}

/** The pages that people work in and that are not open. */
async function keepOthers() {
  const cache = await caches.open(current);
  for (const address of needed(Object.keys(first))) {
    if (!await inCache(cache, address)) await keep(cache, address);
  }
}

/** Those of the pages that people work in that are open; all, where none is. */
async function openPages() {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const all = Object.keys(first);
  const open = all.filter((page) => windows.some(({ url }) => addressOf(url) === at(page)));
  return open.length ? open : all;
}

/** What pages need, with their words in the visitor's languages. */
const needed = (pages: string[]) => new Set(pages.flatMap((page) => [...first[page], ...spoken(page)]).map(at));

/** A file, or the module's gzip beside it. */
const inCache = async (cache: Cache, address: string) => await cache.match(address) ?? await cache.match(`${address}.gz`);

/** A page's words in the visitor's languages. */
function spoken(page: string) {
  const ids = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
  return Object.keys(catalogues[page]).filter((id) => ids.includes(id)).map((id) => catalogues[page][id]);
}

/** What an older version has of the same sum is the same, and what the page has fetched comes from the browser's cache. */
async function keep(cache: Cache, address: string) {
  const sum = sums.get(address) ?? "", name = address.endsWith(".wasm") ? await moduleAddress(address) : address;
  const asked = name.replace(/\/index\.html$/, "/"); // as the visitor asked for it
  const older = await caches.match(name);
  if (await isIntact(older, sum)) return cache.put(name, older as Response);
  await cache.put(name, plain(await intact(asked, sum)));
}

/** @param sums any of which it may have */
async function isIntact(kept: Response | undefined, sums: string) {
  if (!kept) return false;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await kept.clone().arrayBuffer()));
  return sums.split(" ").includes(`sha256-${btoa(String.fromCharCode(...digest))}`);
}

/** Where the page has taken the module from: see download() in compile.ts. */
async function moduleAddress(address: string) {
  const asked = await fetch(address, { method: "HEAD" });
  if (asked.headers.has("Content-Encoding")) return address;
  const packed = await fetch(`${address}.gz`, { method: "HEAD" });
  return packed.ok ? `${address}.gz` : address;
}

/** A page from another address than the one that was asked for, as a browser takes it. */
function plain(response: Response) {
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** Without a query, which is for the page itself, and with the name that a host may leave out. */
function addressOf(url: string) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (address.endsWith("/")) return `${address}index.html`;
  return sums.has(`${address}.html`) ? `${address}.html` : address;
}

/** Whether a file is of this version, or may be of one before. */
const isOurs = (address: string) => sums.has(address) || address.startsWith(at("assets/"));

async function answer(address: string, request: Request) {
  const cache = await caches.open(current);
  if (request.cache === "reload") await cache.delete(address); // the page was not content with what is kept
  const kept = async () => await inCache(cache, address) ?? await caches.match(address);
  const before = await kept();
  if (before && await isFit(address, before)) return before;
  if (sums.has(address)) await keep(cache, address).catch(() => {}); // the host has another version
  return await kept() ?? fetch(request);
}

/** A page is looked at each time, since the sums of all else stand in it: a script may have written into the cache. */
async function isFit(address: string, kept: Response) {
  return !address.endsWith(".html") || isIntact(kept, sums.get(address) ?? "");
}

/** Drops older versions, once no page of them can be open that may still ask for a script. */
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== current);
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const { installing, waiting } = worker.registration;
  if (installing || waiting || windows.length > 1) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}

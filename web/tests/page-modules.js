// The page's own modules in Node: what the bundle provides is made up, and the worker's answers come from the binding.

import { readFileSync } from "node:fs";
import { register } from "node:module";
import { load as loadBinding, wasm } from "./binding.js";

/** Sources by the module, below web/, and by the name of what the bundle makes. @type {Record<string, string>} */
const provided = {
  version: "export const version = 'test', macSHA256 = 'ab'.repeat(32);",
  "site/served.ts": "export const otherLanguages = () => ['fi', 'sv', 'nl'], fetchCatalogues = (id) => globalThis.fetchCatalogues(id), offlineURL = 'sw.js', scriptOfWorker = (...file) => globalThis.scriptOfWorker(...file);",
  "worker/workers.ts": "export const ask = globalThis.pageWorker;",
  "multivers/store.ts": "export const value = (id) => globalThis.entered[id] ?? '', secret = value;",
  "dom/elements.ts": "export const element = () => {}, byId = () => {};",
};

const hooks = `
const web = ${JSON.stringify(new URL("../", import.meta.url).href)}, provided = ${JSON.stringify(provided)};
const made = (name, { parentURL }) => provided[name.startsWith(".") ? new URL(name, parentURL).href.replace(web, "") : name];
export const resolve = async (name, context, next) => (made(name, context)
  ? { url: "data:text/javascript," + encodeURIComponent(made(name, context)), shortCircuit: true }
  : next(name, context));`;

export const mac = await loadBinding(wasm);

/** @type {any} */ (globalThis).pageWorker = {
  fingerprint: async (/** @type {string} */ key, /** @type {string} */ salt) => mac.fingerprint(key, salt),
};
Object.defineProperty(globalThis, "navigator", { value: { languages: ["en"] }, configurable: true });
/** The words of a language, as the bundle puts them together. @param {string} id */
function catalogues(id) {
  /** @param {string} name */
  const words = (name) => JSON.parse(readFileSync(new URL(`../locales/${name}.json`, import.meta.url), "utf8"));
  return { page: words(id), go: words(`go.${id}`) };
}
Object.assign(globalThis, { fetchCatalogues: async (/** @type {string} */ id) => catalogues(id), document: { documentElement: {} } });
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

/** Lets the page's modules speak a language. @param {string} id */
export async function speakInTests(id) {
  const { speak } = await import("../words/language.ts");
  await speak(id);
}

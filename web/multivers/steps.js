// The steps of the guide and what each takes to be done: from what was found where that tells it, and else from what was ticked.

import { element } from "../dom.js";
import { has, hasErrors } from "./findings.js";
import { secret, ticked, value } from "./store.js";
import { t } from "./words.js";

/** @import { Finding } from "../multivers.d.ts" */
/** @import { Judged } from "./judge.js" */

/** @typedef {"todo" | "done" | "wrong"} State */
/**
 * @typedef {object} Known
 * @property {Record<Judged, Finding[]>} found
 * @property {{ wrong: boolean, done: boolean }} config
 * @property {string} onServer what compared tells
 * @property {boolean} moduleOut
 */

const signs = { todo: "○", done: "✓", wrong: "✗" };

/** @param {...string} ids */
const all = (...ids) => ids.every(ticked);

/** What is wrong, and what is done, of each step in the page's order. @type {Record<string, { wrong?: (known: Known) => boolean, done: (known: Known) => boolean }>} */
const steps = {
  requirements: {
    wrong: ({ found }) => hasErrors(found.requirements),
    done: ({ found }) => Boolean(value("multivers-version").trim() && value("webapi-version").trim()) && !has(found.requirements, "version-unreadable") && all("server-there", "wan-port"),
  },
  certificates: { done: () => all("webapi-installed", "database-made", "ssl-installed", "pfx-installed", "rights-given") },
  binding: {
    wrong: ({ found }) => hasErrors(found.binding),
    done: ({ found }) => has(found.binding, "bindings-ok") || all("https-binding", "http-removed"),
  },
  token: { wrong: ({ found }) => hasErrors(found.token), done: ({ found }) => has(found.token, "token-ok") || found.token.length > 0 },
  refresh: {
    wrong: ({ found }) => hasErrors(found.refresh),
    done: ({ found }) => has(found.refresh, "refresh-ok") || (secret("refresh-token") !== "" && ticked("refresh-compared")),
  },
  config: { wrong: ({ config }) => config.wrong && !config.done, done: ({ config }) => config.done },
  server: {
    wrong: ({ onServer, moduleOut }) => onServer === "unknown" || (onServer === "test" && !moduleOut),
    done: ({ onServer }) => all("backup-made", "dll-placed") && (onServer === "mended" || ticked("config-placed")),
  },
  verification: { wrong: ({ found, moduleOut }) => moduleOut || hasErrors(found.error), done: () => ticked("seen-403") },
  zenvoices: {
    wrong: ({ found }) => hasErrors(found.zenvoices) || !["", "list"].includes(value("test-result")),
    done: () => value("test-result") === "list",
  },
  record: { done: () => ticked("record-given") },
};

/** @param {Known} known @returns {Record<string, State>} */
export function statesOf(known) {
  return Object.fromEntries(Object.entries(steps).map(([id, { wrong, done }]) => [id, wrong?.(known) ? "wrong" : done(known) ? "done" : "todo"]));
}

/** @returns {NodeListOf<HTMLDetailsElement>} */
const sections = () => document.querySelectorAll("details[data-step]");

/** Makes the list of the steps, from the steps themselves. */
export function makeOverview() {
  const list = /** @type {HTMLElement} */ (document.getElementById("overview"));
  list.append(...[...sections()].map(({ id, dataset, firstElementChild }) => {
    const name = /** @type {HTMLElement} */ (firstElementChild?.querySelector("h2")).firstElementChild?.cloneNode(true) ?? "";
    return element("li", {}, element("a", { href: `#${id}`, "data-step-link": dataset.step ?? "" }, element("span", { class: "sign", "aria-hidden": "true" }), name, " ", element("span", { class: "state" })));
  }));
}

/** @param {Record<string, State>} states */
export function showStates(states) {
  for (const [id, state] of Object.entries(states)) {
    for (const shown of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[data-step="${id}"], [data-step-link="${id}"]`))) {
      shown.dataset.state = state;
      const [sign, word] = [shown.querySelector(".sign"), shown.querySelector(".state")];
      if (sign) sign.textContent = signs[state];
      if (word) word.textContent = t(`state.${state}`);
    }
  }
}

/** Opens a step and goes there, or to a field of it. @param {string} name @param {string} [field] */
export function openStep(name, field) {
  const step = document.getElementById(`step-${name}`);
  if (!(step instanceof HTMLDetailsElement)) return;
  step.open = true;
  const target = field ? document.getElementById(field) : step.firstElementChild;
  (field ? target : step)?.scrollIntoView({ block: field ? "center" : "start" });
  /** @type {HTMLElement | null} */ (target)?.focus({ preventScroll: true });
}

/** Opens the step that the address names, and goes there. */
export function openNamedStep() {
  const step = location.hash.startsWith("#step-") && document.getElementById(location.hash.slice(1));
  if (!(step instanceof HTMLDetailsElement)) return;
  step.open = true;
  step.scrollIntoView();
  /** @type {HTMLElement | null} */ (step.firstElementChild)?.focus({ preventScroll: true });
}

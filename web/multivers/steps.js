// The steps of the guide and what each takes to be done: from what was found where that tells it, and else from what was ticked.

import { element } from "../dom/elements.js";
import { has, hasErrors } from "./findings.js";
import { mendedIn } from "./mending.js";
import { secret, ticked, value } from "./store.js";
import { t } from "./words.js";

/** @import { Finding } from "../api/types/multivers.d.ts" */
/** @import { Judged } from "./judge.js" */
/** @import { Step } from "./mending.js" */

/** @typedef {"todo" | "done" | "wrong"} State */
/**
 * @typedef {object} Known
 * @property {Record<Judged, Finding[]>} found
 * @property {{ wrong: boolean, done: boolean, token: boolean }} config what the checked file is, and whether it has a good token
 * @property {string} onServer what compared tells
 * @property {boolean} moduleOut
 */

const signs = { todo: "○", done: "✓", wrong: "✗" };

/** @param {...string} ids */
const all = (...ids) => ids.every(ticked);

/** Whether the server's file was seen to be the right one, or, if none was seen, is said to be. @param {Known} known */
const isPlaced = ({ onServer }) => onServer === "mended" || (onServer === "" && ticked("config-placed"));

/** Whether an error that was pasted, or the answer in Zenvoices, is one that the step mends. @param {Known} known @param {Step} step */
const isToldOf = ({ found }, step) => [...found.error.filter(({ severity }) => severity === "error"), ...found.result].some(({ id }) => mendedIn(id) === step);

/**
 * What is wrong, and what is done, of each step in the page's order. What was seen outdoes what was ticked: a file that was checked, the
 * sum of the one on the server, what commands printed, an error, the answer in Zenvoices.
 * @type {Record<string, { wrong?: (known: Known) => boolean, done: (known: Known) => boolean }>}
 */
const steps = {
  requirements: {
    wrong: ({ found }) => hasErrors(found.requirements),
    done: ({ found }) => Boolean(value("multivers-version").trim() && value("webapi-version").trim()) && !has(found.requirements, "version-unreadable") && all("server-there", "wan-port"),
  },
  certificates: {
    wrong: (known) => isToldOf(known, "certificates"),
    done: () => all("webapi-installed", "database-made", "ssl-installed", "pfx-installed", "rights-given"),
  },
  binding: {
    wrong: (known) => hasErrors(known.found.binding) || (isToldOf(known, "binding") && !has(known.found.binding, "bindings-ok")),
    done: ({ found }) => has(found.binding, "bindings-ok") || (all("https-binding", "http-removed") && !found.binding.some(({ severity }) => severity === "warning")),
  },
  token: {
    wrong: (known) => hasErrors(known.found.token) || isToldOf(known, "token"),
    done: ({ found, config }) => found.token.length > 0 || config.token,
  },
  refresh: {
    wrong: (known) => hasErrors(known.found.refresh) || isToldOf(known, "refresh"),
    done: ({ found }) => has(found.refresh, "refresh-ok") || (secret("refresh-token") !== "" && ticked("refresh-compared")) || value("test-result") === "list",
  },
  config: {
    wrong: (known) => (known.config.wrong || isToldOf(known, "config")) && !known.config.done && known.onServer !== "mended",
    done: ({ config, onServer }) => config.done || onServer === "mended",
  },
  server: {
    wrong: (known) => known.onServer === "unknown" || (known.onServer === "test" && !known.moduleOut) || isToldOf(known, "server"),
    done: (known) => all("backup-made", "dll-placed") && isPlaced(known),
  },
  verification: { wrong: ({ found, moduleOut, onServer }) => moduleOut || onServer === "test" || hasErrors(found.error), done: () => ticked("seen-403") },
  zenvoices: {
    wrong: (known) => hasErrors(known.found.zenvoices) || !["", "list"].includes(value("test-result")),
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

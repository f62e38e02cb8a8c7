// The steps of the guide and what each takes to be done: from what was found where that tells it, and else from what was ticked.

import { element } from "../dom/elements.ts";
import { has, hasErrors } from "./findings.ts";
import { mendedIn } from "./mending.ts";
import { secret, ticked, value } from "./store.ts";
import { t } from "./words.ts";
import type { Finding } from "../api/types/multivers.d.ts";
import type { Judged } from "./judge.ts";
import type { Step } from "./mending.ts";

type State = "todo" | "done" | "wrong";
interface Known {
  found: Record<Judged, Finding[]>;
  /** what the checked file is, and whether it has a good token */
  config: { wrong: boolean, done: boolean, token: boolean };
  /** what compared tells */
  onServer: string;
  moduleOut: boolean;
}

const signs = { todo: "○", done: "✓", wrong: "✗" };

const all = (...ids: string[]) => ids.every(ticked);

/** Whether the server's file was seen to be the right one, or, if none was seen, is said to be. */
const isPlaced = ({ onServer }: Known) => onServer === "mended" || (onServer === "" && ticked("config-placed"));

/** Whether an error that was pasted, or the answer in Zenvoices, is one that the step mends. */
const isToldOf = ({ found }: Known, step: Step) => [...found.error.filter(({ severity }) => severity === "error"), ...found.result].some(({ id }) => mendedIn(id) === step);

/**
 * What is wrong, and what is done, of each step in the page's order. What was seen outdoes what was ticked: a file
 * that was checked, the sum of the one on the server, what commands printed, an error, the answer in Zenvoices.
 */
const steps: Record<string, { wrong?: (known: Known) => boolean, done: (known: Known) => boolean }> = {
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

export function statesOf(known: Known): Record<string, State> {
  return Object.fromEntries(Object.entries(steps).map(([id, { wrong, done }]) => [id, wrong?.(known) ? "wrong" : done(known) ? "done" : "todo"]));
}

const sections = (): NodeListOf<HTMLDetailsElement> => document.querySelectorAll("details[data-step]");

/** Makes the list of the steps, from the steps themselves. */
export function makeOverview() {
  const list = document.getElementById("overview") as HTMLElement;
  list.append(...[...sections()].map(({ id, dataset, firstElementChild }) => {
    const name = (firstElementChild?.querySelector("h2") as HTMLElement).firstElementChild?.cloneNode(true) ?? "";
    return element("li", {}, element("a", { href: `#${id}`, "data-step-link": dataset.step ?? "" }, element("span", { class: "sign", "aria-hidden": "true" }), name, " ", element("span", { class: "state" })));
  }));
}

export function showStates(states: Record<string, State>) {
  for (const [id, state] of Object.entries(states)) {
    for (const shown of document.querySelectorAll<HTMLElement>(`[data-step="${id}"], [data-step-link="${id}"]`)) {
      shown.dataset.state = state;
      const [sign, word] = [shown.querySelector(".sign"), shown.querySelector(".state")];
      if (sign) sign.textContent = signs[state];
      if (word) word.textContent = t(`state.${state}`);
    }
  }
}

/** Opens a step and goes there, or to a field of it. */
export function openStep(name: string, field?: string) {
  const step = document.getElementById(`step-${name}`);
  if (!(step instanceof HTMLDetailsElement)) return;
  step.open = true;
  const target = field ? document.getElementById(field) : step.firstElementChild;
  (field ? target : step)?.scrollIntoView({ block: field ? "center" : "start" });
  (target as HTMLElement | null)?.focus({ preventScroll: true });
}

/** Opens the step that the address names, and goes there. */
export function openNamedStep() {
  const step = location.hash.startsWith("#step-") && document.getElementById(location.hash.slice(1));
  if (!(step instanceof HTMLDetailsElement)) return;
  step.open = true;
  step.scrollIntoView();
  (step.firstElementChild as HTMLElement | null)?.focus({ preventScroll: true });
}

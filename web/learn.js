// All mistakes that the tool knows, each with an address of its own and an
// example to try.

import { allMistakes, mistaken } from "./calculator.js";
import { byId, element } from "./dom.js";
import { officialExample } from "./example.js";
import { tell } from "./language.js";
import { translatedMistake } from "./translation.js";
import { go, t } from "./words.js";

/** @import { Key } from "./words.js" */
/** @import { Keys, MacRequest, Mistake } from "./mac.d.ts" */

/** For mistakes that change nothing of the official example: it is all ASCII and has no query. */
const richExample = {
  request: {
    ...officialExample.request,
    url: "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6%20aika&changedsince=a+b",
    sender: "Työaika Oy",
    timestamp: "2026-07-14 17:05:09.318",
    timestampUnix: "1784048709",
    transactionId: "c2b1f0e0-5f0a-4f9e-9c55-0a1b2c3d4e5f",
  },
  keys: officialExample.keys,
};

/** One whose name arrived as UTF-8, or that is written in the other case. */
const oddExample = {
  request: { ...richExample.request, sender: "TyÃ¶aika Oy", customerId: "TyÃ¶", language: "fi", transactionId: richExample.request.transactionId.toUpperCase() },
  keys: { customer: officialExample.keys.customer.toUpperCase(), partner: officialExample.keys.partner.toUpperCase() },
};

/** One whose letters a log has lost. */
const lostExample = {
  request: { ...richExample.request, sender: "Ty\ufffdaika Oy", customerId: "Ty\ufffd", organisationId: "\ufffd" },
  keys: officialExample.keys,
};

/** @typedef {(request: MacRequest, keys: Keys) => void} Tried is called with the example that a mistake was made of */

/** Lists the mistakes when somebody looks. @param {Tried} tried */
export function listenToLearn(tried) {
  byId("learn", HTMLDetailsElement).addEventListener("toggle", () => {
    if (byId("learn", HTMLDetailsElement).open && !byId("mistakes", HTMLElement).hasChildNodes()) showMistakes(tried);
  });
}

/** Lists the mistakes by group. @param {Tried} tried */
export async function showMistakes(tried) {
  const mistakes = await allMistakes();
  tell("mistakes", () => fillList(mistakes.map((mistake) => translatedMistake(go(), mistake)), tried));
  byId("mistakes-count", HTMLElement).textContent = String(mistakes.length);
  openMistake();
}

/**
 * @param {Mistake[]} mistakes
 * @param {(request: MacRequest, keys: Keys) => void} tried
 */
function fillList(mistakes, tried) {
  const list = byId("mistakes", HTMLElement);
  const open = [...list.children].map((group) => /** @type {HTMLDetailsElement} */ (group).open);
  const groups = [...new Set(mistakes.map(({ group }) => group))];
  list.replaceChildren(...groups.map((group, i) => {
    const rows = mistakes.filter((mistake) => mistake.group === group);
    return element("details", { open: open[i] ?? false }, element("summary", {}, t(/** @type {Key} */ (`group.mistake.${group}`)), element("small", {}, ` ${rows.length}`)),
      element("ul", {}, ...rows.map((mistake) => row(mistake, tried))));
  }));
}

/**
 * @param {Mistake} mistake
 * @param {Tried} tried
 */
function row({ id, title, fix }, tried) {
  const attempt = element("button", { type: "button", class: "quiet", "aria-label": `${t("learn.try")}: ${title}` }, t("learn.try"));
  attempt.addEventListener("click", () => tryMistake(id, attempt, tried));
  return element("li", { id: `mistake=${id}` },
    element("p", {}, element("strong", {}, `${title}.`), " ", element("a", { href: `#mistake=${id}`, class: "anchor", translate: "no" }, id)),
    element("p", {}, fix), attempt);
}

/**
 * @param {string} id
 * @param {HTMLButtonElement} button
 * @param {Tried} tried
 */
async function tryMistake(id, button, tried) {
  for (const { request, keys } of [officialExample, richExample, oddExample, lostExample]) {
    const wrong = await mistaken(id, request, keys);
    if (wrong) return tried(wrong, keys);
  }
  button.disabled = true;
  button.textContent = t("learn.nothing");
}

/** Opens and shows the mistake that the address names. */
export function openMistake() {
  const row = location.hash.startsWith("#mistake=") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!row) return;
  row.closest("details")?.setAttribute("open", "");
  byId("learn", HTMLDetailsElement).open = true;
  row.scrollIntoView({ block: "center" });
}

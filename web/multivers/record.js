// The record of the installation: what is known fills it, and Go writes it.

import { byId, element } from "../dom.js";
import { language as spoken, tell } from "../language.js";
import { asked, guarded, mask, remember } from "../guard.js";
import { newSalt } from "../salt.js";
import { save } from "../save.js";
import { seen } from "../unseen.js";
import { recordOf } from "./calculator.js";
import { secret, suggest, ticked, value, values } from "./store.js";
import { tokenForm } from "./state.js";
import { t } from "./words.js";

/** @import { Known as Sums } from "./server.js" */

/** What the page itself writes into a record, in the record's own languages, as Go has its titles. @type {Record<string, Record<"yes" | "no" | "there" | "missing", string>>} */
const words = {
  en: { yes: "yes", no: "no", there: "present", missing: "missing" },
  nl: { yes: "ja", no: "nee", there: "aanwezig", missing: "ontbreekt" },
};

/** As Markdown. */
let record = guarded("");
/** Of the fingerprints, the same while the page is open, so that they can be compared with what it shows. */
const salt = newSalt();

export const recordText = () => record;

/**
 * @param {Sums} sums
 * @param {{ key: boolean, module: boolean } | undefined} config what its mended form has
 */
export function suggestRecord(sums, config) {
  const say = words[byId("record-language", HTMLSelectElement).value];
  const yes = (/** @type {boolean} */ is) => (is ? say.yes : "");
  const choice = (/** @type {string} */ id, /** @type {string} */ yes) => (value(id) ? value(id) === yes ? say.yes : say.no : "");
  const there = (/** @type {boolean} */ is) => (is ? say.there : say.missing);
  suggest("date", today());
  suggest("binding", `https *:${value("binding-port").trim()}:`);
  suggest("http-removed", yes(ticked("http-removed")));
  suggest("proxy", choice("proxy-use", "yes"));
  suggest("other-applications", choice("other-use", "others"));
  suggest("key", config ? there(config.key) : "");
  suggest("module", config ? there(config.module) : "");
  suggest("sum-before", sums.before);
  suggest("sum-after", sums.mended || sums.before);
  suggest("browser-403", ticked("seen-403") ? `${say.yes}, ${today()}` : "");
}

/** The day on this computer's clock, as 2026-11-25. */
const today = () => new Date().toLocaleDateString("sv");

export async function updateRecord() {
  const open = byId("record-secrets", HTMLInputElement).checked;
  const secrets = { token: secret("token"), "refresh-token": secret("refresh-token") };
  if (!open) remember(...Object.values(secrets));
  const { value: language } = byId("record-language", HTMLSelectElement);
  const kept = open ? values() : Object.fromEntries(Object.entries(values()).map(([id, value]) => [id, guarded(value.replace(tokenForm, mask), "mac")]));
  const text = await recordOf({ ...kept, ...secrets, salt, "with-secrets": String(open) }, language);
  if (text === null || text === record) return;
  record = open ? asked(text) : guarded(text, "mac");
  const shown = byId("record", HTMLElement);
  shown.lang = language;
  shown.replaceChildren(...paper(text));
  showFingerprints(text);
}

/** Writes the Markdown that Go makes as headings and rows. @param {string} markdown */
function paper(markdown) {
  /** @type {HTMLElement[]} */
  const made = [];
  for (const line of markdown.split("\n")) {
    const [, level, title] = line.match(/^(#+) (.*)/) ?? [];
    const [, name, text] = line.match(/^- \*\*(.*?):\*\* (.*)/) ?? [];
    if (title) made.push(element(level === "#" ? "h2" : "h3", {}, plain(title)), ...(level === "#" ? [] : [element("dl", {})]));
    if (name) made.at(-1)?.append(element("div", {}, element("dt", {}, plain(name)), element("dd", {}, seen(plain(text)))));
  }
  return made;
}

/** @param {string} text with escapes of Markdown */
const plain = (text) => text.replace(/\\(.)/g, "$1");

/** The record's own words for a secret, beside its name in the form. @param {string} markdown */
function showFingerprints(markdown) {
  const rows = [...markdown.matchAll(/^- \*\*(.*?):\*\* (.*)/gm)];
  const labels = { token: "Secret token", "refresh-token": "OAuth refresh token" };
  for (const output of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-fingerprint]"))) {
    const label = labels[/** @type {keyof typeof labels} */ (output.dataset.fingerprint)];
    const [fingerprint] = rows.find(([, name]) => name === label)?.[2].match(/[0-9a-f]{16}(?= \()/) ?? [];
    tell(`fingerprint-${label}`, () => {
      output.textContent = fingerprint && !byId("record-secrets", HTMLInputElement).checked ? t("record.fingerprint", { fingerprint }) : "";
    });
  }
}

/** @param {() => void} changed */
export function listenToRecord(changed) {
  const language = byId("record-language", HTMLSelectElement);
  let chosen = false;
  tell("record-language", () => {
    if (chosen) return;
    language.value = spoken() === "nl" ? "nl" : "en";
    changed();
  });
  language.addEventListener("change", () => {
    chosen = true;
    changed();
  });
  byId("record-secrets", HTMLInputElement).addEventListener("change", changed);
  byId("save-record", HTMLButtonElement).addEventListener("click", () => save(record, guarded("installation.md"), "text/markdown"));
  byId("print-record", HTMLButtonElement).addEventListener("click", () => print());
  addEventListener("beforeprint", () => { /** @type {HTMLDetailsElement} */ (document.getElementById("step-record")).open = true; });
}

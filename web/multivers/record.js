// The record of the installation: what is known fills it, and Go writes it.

import { say as sayOn } from "../shell/copy.js";
import { byId, element } from "../dom/elements.js";
import { language as spoken, tell } from "../words/language.js";
import { asked, guarded, mask, remember } from "../text/guard.js";
import { newSalt } from "../text/salt.js";
import { save } from "../dom/save.js";
import { seen } from "../text/unseen.js";
import { t as page } from "../words/page-words.js";
import { recordOf } from "./calculator.js";
import { has } from "./findings.js";
import { copyRich, htmlOf, readRecord } from "./rich.js";
import { secret, suggest, ticked, tickedOn, value, values } from "./store.js";
import { tokenForm } from "./state.js";
import { t } from "./words.js";

/** @import { Finding } from "../api/types/multivers.d.ts" */
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
 * @typedef {object} Seen
 * @property {Sums} sums
 * @property {{ key: boolean, module: boolean } | undefined} config what its mended form has
 * @property {string} onServer which file is on the server
 * @property {Finding[]} bindings what was found in the output of commands
 */

/** Fills in what was seen, and nothing that was not. @param {Seen} seen */
export function suggestRecord({ sums, config, onServer, bindings }) {
  const say = words[byId("record-language", HTMLSelectElement).value];
  const yes = (/** @type {boolean} */ is) => (is ? say.yes : "");
  const choice = (/** @type {string} */ id, /** @type {string} */ yes) => (value(id) ? value(id) === yes ? say.yes : say.no : "");
  const placed = onServer === "mended" || (onServer === "" && ticked("config-placed"));
  const there = (/** @type {boolean | undefined} */ is) => (placed && config ? is ? say.there : say.missing : "");
  const bound = has(bindings, "bindings-ok");
  const tested = tickedOn("seen-403") ?? (placed ? tickedOn("config-placed") ?? now() : undefined);
  suggest("date", dayOf(tested));
  suggest("binding", bound || ticked("https-binding") ? `https *:${value("binding-port").trim()}:` : "");
  suggest("http-removed", yes(bound || ticked("http-removed")));
  suggest("pool", value("pool-name").trim());
  suggest("pool-mode", bindings.find(({ id }) => id === "pool-ok")?.detail ?? "");
  suggest("certificate", value("thumbprint").trim());
  suggest("backup", ticked("backup-made") ? "%USERPROFILE%\\web.config-before-Zenvoices" : "");
  suggest("proxy", choice("proxy-use", "yes"));
  suggest("other-applications", choice("other-use", "others"));
  suggest("key", there(config?.key));
  suggest("module", there(config?.module));
  suggest("sum-before", sums.before);
  suggest("sum-after", placed ? sums.mended || sums.before : "");
  suggest("browser-403", ticked("seen-403") ? [say.yes, dayOf(tickedOn("seen-403"))].filter(Boolean).join(", ") : "");
}

const now = () => new Date().toISOString();

/** A day on this computer's clock, as the record's readers write it: 25 november 2026. @param {string | undefined} moment */
function dayOf(moment) {
  const day = new Date(moment ?? NaN);
  return Number.isNaN(day.getTime()) ? "" : day.toLocaleDateString(byId("record-language", HTMLSelectElement).value === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long" });
}

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

/** The record as headings and rows. @param {string} markdown */
function paper(markdown) {
  const { title, sections } = readRecord(markdown);
  return [element("h2", {}, title), ...sections.flatMap(({ title, rows }) => [element("h3", {}, title),
    element("dl", {}, ...rows.map(([name, text]) => element("div", {}, element("dt", {}, name), element("dd", {}, seen(text)))))])];
}

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

/** What the formatted forms are made of. @returns {[Guarded, string, boolean]} */
const formatted = () => [record, byId("record-language", HTMLSelectElement).value, byId("record-secrets", HTMLInputElement).checked];

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
  byId("save-html", HTMLButtonElement).addEventListener("click", () => save(htmlOf(...formatted()), guarded("installation.html"), "text/html"));
  byId("copy-rich", HTMLButtonElement).addEventListener("click", async ({ currentTarget }) => {
    const done = await copyRich(...formatted());
    if (!done) getSelection()?.selectAllChildren(byId("record", HTMLElement));
    sayOn(/** @type {HTMLButtonElement} */ (currentTarget), page(done ? "action.copied" : "action.selected"));
  });
  byId("print-record", HTMLButtonElement).addEventListener("click", () => print());
  addEventListener("beforeprint", () => { /** @type {HTMLDetailsElement} */ (document.getElementById("step-record")).open = true; });
}

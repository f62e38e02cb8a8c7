// The record of the installation: what is known fills it, and Go writes it.

import { say as sayOn } from "../shell/copy.ts";
import { onClick } from "../dom/buttons.ts";
import { byId, element } from "../dom/elements.ts";
import { language as spoken, tell } from "../words/language.ts";
import { asked, guarded, mask, remember } from "../text/guard.ts";
import { newSalt } from "../text/salt.ts";
import { save } from "../dom/save.ts";
import { seen } from "../text/unseen.ts";
import { t as page } from "../words/page-words.ts";
import { newestOnly } from "../worker/newest.ts";
import { ask } from "./worker.ts";
import { has } from "./findings.ts";
import { copyRich, htmlOf, readRecord } from "./rich.ts";
import { secret, suggest, ticked, tickedOn, value, values } from "./store.ts";
import { tokenForm } from "./state.ts";
import { t } from "./words.ts";
import type { Finding } from "../api/types/multivers.d.ts";
import type { Known as Sums } from "./server.ts";

/** What the page itself writes into a record, in the record's own languages, as Go has its titles. */
const words: Record<string, Record<"yes" | "no" | "there" | "missing", string>> = {
  en: { yes: "yes", no: "no", there: "present", missing: "missing" },
  nl: { yes: "ja", no: "nee", there: "aanwezig", missing: "ontbreekt" },
};

/** As Markdown. */
let record = guarded("");
/** Of the fingerprints, the same while the page is open, so that they can be compared with what it shows. */
const salt = newSalt();

export const recordText = () => record;

interface Seen {
  sums: Sums;
  /** what its mended form has */
  config: { key: boolean, module: boolean } | undefined;
  /** which file is on the server */
  onServer: string;
  /** what was found in the output of commands */
  bindings: Finding[];
}

/** Fills in what was seen, and nothing that was not. */
export function suggestRecord({ sums, config, onServer, bindings }: Seen) {
  const say = words[byId("record-language", HTMLSelectElement).value];
  const yes = (is: boolean) => (is ? say.yes : "");
  const choice = (id: string, yes: string) => (value(id) ? value(id) === yes ? say.yes : say.no : "");
  const placed = onServer === "mended" || (onServer === "" && ticked("config-placed"));
  const there = (is: boolean | undefined) => (placed && config ? is ? say.there : say.missing : "");
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

/** A day on this computer's clock, as the record's readers write it: 25 november 2026. */
function dayOf(moment: string | undefined) {
  const day = new Date(moment ?? NaN);
  return Number.isNaN(day.getTime()) ? "" : day.toLocaleDateString(byId("record-language", HTMLSelectElement).value === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long" });
}

const newest = newestOnly();

export async function updateRecord() {
  const open = byId("record-secrets", HTMLInputElement).checked;
  const secrets = { token: secret("token"), "refresh-token": secret("refresh-token") };
  if (!open) remember(...Object.values(secrets));
  const { value: language } = byId("record-language", HTMLSelectElement);
  const kept = open ? values() : Object.fromEntries(Object.entries(values()).map(([id, value]) => [id, guarded(value.replace(tokenForm, mask), "mac")]));
  const text = await newest(() => ask.record({ ...kept, ...secrets, salt, "with-secrets": String(open) }, language));
  if (text === null || text === record) return;
  record = open ? asked(text) : guarded(text, "mac");
  const shown = byId("record");
  shown.lang = language;
  shown.replaceChildren(...paper(text));
  showFingerprints(text);
}

/** The record as headings and rows. */
function paper(markdown: string) {
  const { title, sections } = readRecord(markdown);
  return [element("h2", {}, title), ...sections.flatMap(({ title, rows }) => [element("h3", {}, title),
    element("dl", {}, ...rows.map(([name, text]) => element("div", {}, element("dt", {}, name), element("dd", {}, seen(text)))))])];
}

/** The record's own words for a secret, beside its name in the form. */
function showFingerprints(markdown: string) {
  const rows = [...markdown.matchAll(/^- \*\*(.*?):\*\* (.*)/gm)];
  const labels = { token: "Secret token", "refresh-token": "OAuth refresh token" };
  for (const output of document.querySelectorAll<HTMLElement>("[data-fingerprint]")) {
    const label = labels[output.dataset.fingerprint as keyof typeof labels];
    const [fingerprint] = rows.find(([, name]) => name === label)?.[2].match(/[0-9a-f]{16}(?= \()/) ?? [];
    tell(`fingerprint-${label}`, () => {
      output.textContent = fingerprint && !byId("record-secrets", HTMLInputElement).checked ? t("record.fingerprint", { fingerprint }) : "";
    });
  }
}

/** What the formatted forms are made of. */
const formatted = (): [Guarded, string, boolean] => [record, byId("record-language", HTMLSelectElement).value, byId("record-secrets", HTMLInputElement).checked];

export function listenToRecord(changed: () => unknown) {
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
  byId("record-secrets", HTMLInputElement).addEventListener("change", () => void changed());
  onClick("save-record", () => save(record, guarded("installation.md"), "text/markdown"));
  onClick("save-html", () => save(htmlOf(...formatted()), guarded("installation.html"), "text/html"));
  onClick("copy-rich", async ({ currentTarget }) => {
    const done = await copyRich(...formatted());
    if (!done) getSelection()?.selectAllChildren(byId("record"));
    sayOn(currentTarget as HTMLButtonElement, page(done ? "action.copied" : "action.selected"));
  });
  onClick("print-record", () => { print(); });
  addEventListener("beforeprint", () => { (document.getElementById("step-record") as HTMLDetailsElement).open = true; });
}

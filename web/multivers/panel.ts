// The step web.config: what was found in the file, its mended form, and the downloads.

import { onClick } from "../dom/buttons.ts";
import { byId, element } from "../dom/elements.ts";
import { tell } from "../words/language.ts";
import { guarded } from "../text/guard.ts";
import { hideLater } from "../shell/reveal.ts";
import { saveOwn } from "../dom/save.ts";
import { newestOnly } from "../worker/newest.ts";
import { ask } from "./worker.ts";
import { nameOf, opened, sayOfConfig } from "./file.ts";
import { hasErrors, showFindings, sign } from "./findings.ts";
import { secret, setSecret } from "./store.ts";
import { showFirst, showLine, showRows } from "./view.ts";
import { count, row, t } from "./words.ts";
import type { Checked, Mended } from "./config.ts";
import type { Finding } from "../api/types/multivers.d.ts";

/** In bytes. What is found in a larger file is shown before it is mended. */
const large = 300e3;

let checked: Checked | undefined;
let mended: Mended | undefined;
/** The SHA-256 of the mended file that was downloaded. */
let saved = "";
let secretsShown = false;
let turn = 0;
const newestCheck = newestOnly(), newestMending = newestOnly();
/** Whether the file that is open has not been shown yet. */
let fresh = false;

/** What is known of the file that is open. */
export const judged = () => ({ checked, mended });

/** Whether the file needs nothing, or the mended one was downloaded. */
export const configDone = () => Boolean(checked && mended && !mended.refused && (mended.sum ? mended.sum === saved : !hasErrors(checked.findings)));

/** Judges the file that is open now. */
export async function takeConfig() {
  const given = opened();
  checked = mended = undefined;
  saved = "";
  fresh = true;
  if (given) sayOfConfig(() => t("config.checking", { name: nameOf(given) }));
  await ask.open(given?.bytes);
  await updateConfig();
}

/** Judges it anew, with the tokens that are entered now. */
export async function updateConfig() {
  const mine = ++turn;
  const found = await newestCheck(() => ask.checkConfig({ token: secret("token"), refreshToken: secret("refresh-token") }, secretsShown));
  if (mine !== turn || found === null) return;
  if (found && found.size > large) {
    [checked, mended] = [found, undefined];
    tell("config", showConfig);
  }
  const made = found && await newestMending(() => ask.mendConfig());
  if (mine !== turn || made === null) return;
  [checked, mended] = [found, made];
  sayOfConfig(() => "");
  tell("config", showConfig);
  if (fresh && found) showFirst();
  fresh = false;
}

function showConfig() {
  const given = opened();
  byId("config-shown").hidden = !checked;
  if (!checked || !given) return;
  const { findings, size, lines, sum } = checked;
  const about = t("config.file", { name: nameOf(given), size: count(size), lines: count(lines) });
  byId("config-about").textContent = given.pasted ? `${about}. ${t("config.pasted.note")}` : about;
  showVerdict(findings);
  showFindings("config", findings);
  showSums("config-sums", [[t("config.sum"), sum], [t("config.sum.mended"), mended?.sum ?? ""]]);
  showRows((mended ?? checked).rows, mended?.more ?? 0, Boolean(mended?.changes));
  byId("save-mended", HTMLButtonElement).disabled = !mended?.sum;
  byId("make-token-here", HTMLButtonElement).hidden = mended?.refused?.id !== "token-empty";
  byId("take-token", HTMLButtonElement).hidden = !checked.hasToken || secret("token") !== "";
  byId("show-secrets", HTMLButtonElement).textContent = t(secretsShown ? "config.hide" : "config.show");
}

function showVerdict(findings: Finding[]) {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const headline = errors === 0 ? t("config.right") : errors === 1 ? t("config.wrong.one") : t("config.wrong", { count: count(errors) });
  const box = byId("config-verdict");
  box.dataset.state = errors ? "wrong" : "ok";
  box.replaceChildren(
    element("p", { class: "headline" }, ...sign(errors ? "error" : "ok"), headline),
    element("p", {}, ...(mended ? outcome(mended) : [t("config.mending")])));
}

/** What became of the mending. */
function outcome({ refused, sum, warnings, changes }: Mended) {
  if (refused?.id === "token-empty") return [t("config.needs-token")];
  if (refused) return refusal(row(refused));
  if (!sum) return [t("config.same")];
  return [t("config.mended", { count: count(changes) }), ...(warnings ? [" ", t("config.mended.left", { count: count(warnings) })] : [])];
}

function refusal({ title, fix, line, column, detail }: Finding) {
  const place = line ? `${t("place", { line, column: column ?? 1 })}: ` : "";
  return [`${t("config.refused")} ${place}`, element("strong", {}, detail ? `${title} (${detail}).` : `${title}.`), ` ${fix} ${t("config.refused.do")}`];
}

/** Shows the SHA-256 of files; those that are none are left out. */
export function showSums(id: string, sums: [string, string][]) {
  byId(id).replaceChildren(...sums.filter(([, sum]) => sum).map(([name, sum]) => element("span", {}, `${name} `, element("code", { translate: "no" }, sum))));
}

function showSecrets(are: boolean) {
  secretsShown = are;
  byId("show-secrets", HTMLButtonElement).setAttribute("aria-pressed", String(are));
  void updateConfig();
}

export function hideSecrets() {
  if (secretsShown) showSecrets(false);
}

export function listenToPanel(changed: () => unknown, makeToken: () => Promise<void>) {
  onClick("save-mended", async () => {
    const file = await ask.mended();
    if (!file || !mended) return;
    saveOwn(file, guarded("web.config"));
    saved = mended.sum;
    changed();
  });
  onClick("make-token-here", makeToken);
  onClick("take-token", async () => {
    setSecret("token", await ask.token());
    changed();
  });
  onClick("show-secrets", () => {
    showSecrets(!secretsShown);
    hideLater();
  });
  byId("findings-config").addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button[data-line]");
    if (button instanceof HTMLButtonElement) showLine(button.dataset.line ?? "");
  });
}

// The table of many requests, and what the page lends it; a row of it fills the form.

import { headlineOf, placeOf } from "../check/headline.ts";
import { byId } from "../../dom/elements.ts";
import { keepDoubts } from "../doubts.ts";
import { fillForm, readForm } from "../form.ts";
import { enterMode } from "../mode.ts";
import { update } from "../page.ts";
import { keepStep } from "./paste.ts";
import { showRefused } from "./pasted.ts";
import { requestOf } from "../request.ts";
import { listenToReveal } from "../../shell/reveal.ts";
import { remembered } from "../../text/guard.ts";
import { isStopped } from "../../worker/client.ts";
import { startWorkers } from "../../worker/workers.ts";
import { locale, tell, wordsOf } from "../../words/language.ts";
import { row } from "../../words/go.ts";
import { t } from "../../words/page-words.ts";
import type { Keys, MacRequest, Mistake } from "../../api/types/mac.d.ts";

/** Opens the table of many requests. @param tableOfRequests fetches it */
export async function openMany(file: File, tableOfRequests: () => Promise<typeof import("../../requests/main.ts")>) {
  try {
    const { openRequests } = await tableOfRequests();
    await openRequests(file, { startWorkers, isStopped, keys: () => readForm().keys, remembered, openInCheck, alone, reveal: listenToReveal, about, tell, wordsOf, locale }, byId("requests"));
  } catch {
    showRefused(() => t("pasted.table"));
  }
}

/** Hides the form below a table while it holds no request. */
function alone(is: boolean) {
  const { url, sender, mac } = readForm().request;
  byId("main").toggleAttribute("data-table", is && !url && !sender && !mac);
}

/** What is said of a mistake in the table: as the verdict says it. */
function about(mistake: Mistake) {
  const told = row(mistake);
  return { headline: headlineOf(told), fix: told.fix, where: placeOf(mistake) };
}

/** @param unsure whether the text that it was read from does not say all of it for certain @param way on from there, and back */
async function openInCheck(request: MacRequest, keys: Partial<Keys>, unsure: boolean, way: HTMLElement) {
  keepStep();
  enterMode("check");
  fillForm(requestOf((name) => request[name] ?? ""), keys);
  keepDoubts({ kind: "", requests: [], notes: unsure ? [{ id: "row", text: t("doubts.row"), said: { id: "" }, request: -1, doubt: true }] : [] }, 0, readForm().request);
  const verdict = byId("verdict"), from = document.activeElement;
  verdict.before(way);
  await update({ atOnce: true });
  if (![from, document.body].includes(document.activeElement)) return; // somebody has gone on meanwhile
  way.scrollIntoView();
  verdict.tabIndex = -1;
  verdict.focus({ preventScroll: true });
}

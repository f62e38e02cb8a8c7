// The page about Multivers on-premise: the installation guide as a checklist.

import { button, onClick } from "../dom/buttons.ts";
import { byId, element } from "../dom/elements.ts";
import { listenForCopies } from "../shell/copy.ts";
import { isStopped } from "../worker/client.ts";
import { listenToFrame } from "../shell/shell.ts";
import { fetchWords, language, tell } from "../words/language.ts";
import { untilReleased } from "../dom/press.ts";
import { listenToReveals } from "../shell/reveal.ts";
import { failureOf, listenToFailures } from "../shell/failures.ts";
import { showSum } from "../shell/module-sum.ts";
import { anewOffer, keepOffline } from "../shell/update.ts";
import { reasonOf, t as page } from "../words/page-words.ts";
import { newestOnly } from "../worker/newest.ts";
import { ask, loadModule } from "./worker.ts";
import { commandText, listenToSelections, setLines, showCommands } from "./commands.ts";
import { listenToFile, bytesOf, forgetFiles, sayOfConfig, setOpened } from "./file.ts";
import { isHeaderName } from "./forms.ts";
import { hasErrors, showFindings, showOwn } from "./findings.ts";
import { keptSums, listenToKeeping, openState } from "./keeping.ts";
import { apiAddress } from "./judge.ts";
import { configDone, hideSecrets, judged, listenToPanel, takeConfig, updateConfig } from "./panel.ts";
import { listenToRecord, recordText, suggestRecord, updateRecord } from "./record.ts";
import { Refused } from "./refused.ts";
import { compared, serverFindings } from "./server.ts";
import { isState } from "./state.ts";
import { makeOverview, openNamedStep, openStep, showStates, statesOf } from "./steps.ts";
import { listenToStore, secret, setSecret, setValue, suggest, value, values } from "./store.ts";
import { listenToTest, moduleOut, showTest, testFindings, testSums } from "./test.ts";
import { t } from "./words.ts";
import type { Finding } from "../api/types/multivers.d.ts";
import type { Given } from "./file.ts";
import type { Judged } from "./judge.ts";
import type { Own } from "./findings.ts";

/** The guide that this page leads through. */
const guides = {
  en: "https://help.zenvoices.com/en/articles/9471433-integration-with-exact-multivers-locally",
  nl: "https://help.zenvoices.com/nl/articles/9471433-koppeling-met-exact-multivers-lokaal",
};

let found: Record<Judged, Finding[]> = { requirements: [], binding: [], token: [], refresh: [], zenvoices: [], error: [], result: [] };
let ready = false;
const newest = newestOnly();
/** The tokens that the web.config was judged with. */
let judgedWith = "";

async function start(loading: Promise<unknown> = loadModule()) {
  try {
    await loading;
  } catch (error) {
    failed(error);
    return;
  }
  setReady(true);
  say("ready", () => []);
  await takeConfig();
  await update();
  keepOffline();
  ask.sumOfModule().then(showSum, () => {}); // what is lost is told by what is computed next
}

/** @param is whether there is a module to ask */
function setReady(is: boolean) {
  ready = is;
  byId("main").dataset.state = is ? "ready" : "failed";
  byId("make-token", HTMLButtonElement).disabled = !is;
}

function say(state: string, content: () => (Node | string)[]) {
  const status = byId("status");
  status.dataset.state = state;
  tell("status", () => status.replaceChildren(...content()));
}

function failed(error: unknown) {
  setReady(false);
  tellFailure(error, () => `${page("result.failed")} ${reasonOf((error as Error).message)}`);
}

/** @param why unless a worker has stopped */
function tellFailure(thrown: unknown, why = () => failureOf(thrown)) {
  const stopped = isStopped(thrown);
  say("failed", () => [element("p", {}, `${stopped ? page("result.stopped") : why()} ${page("result.failed.keep")}`), retry(), ...(stopped ? [] : anewOffer())]);
}

function retry() {
  return button({ id: "retry" }, page("action.retry"), () => {
    say("loading", () => [element("p", {}, page("result.loading"))]);
    return start();
  });
}

/** Whatever was entered or ticked: everything is judged anew. */
async function update() {
  tell("multivers", draw);
  if (!ready) return;
  try {
    await judgeAll();
  } catch (error) {
    failed(error);
  }
}

async function judgeAll() {
  const token = secret("token"), refreshToken = secret("refresh-token");
  const results = await newest(() => ask.judge({ values: values(), token, refreshToken, moduleIn: judged().checked?.hasModule ?? false }));
  if (!results) return;
  await concealPasted();
  const { lines, ...others } = results;
  found = others;
  setLines(lines, token);
  await untilReleased();
  draw();
  if (judgedWith !== token + "\n" + refreshToken) {
    judgedWith = token + "\n" + refreshToken;
    await updateConfig();
    draw();
  }
  await updateRecord();
}

/** Passwords in what a command or an error page printed are of no use here: they are masked where they were pasted. */
async function concealPasted() {
  const pasted = { output: value("output"), error: value("error") };
  for (const [id, text] of Object.entries(await ask.conceal(pasted))) {
    if (text !== pasted[id as keyof typeof pasted] && value(id) === pasted[id as keyof typeof pasted]) setValue(id, text);
  }
}

/** When the page comes back from the browser's history: whoever brought it back may be somebody else. */
async function dropSecrets() {
  setSecret("token", "");
  setSecret("refresh-token", "");
  forgetFiles();
  await takeConfig();
  await update();
}

/** Shows what is known. */
function draw() {
  showCommands();
  for (const [id, findings] of Object.entries(found)) showFindings(id, findings);
  if (value("test-result") === "list") showOwn("result", [{ id: "result-list", severity: "ok", title: t("result.list"), fix: t("result.list.fix") }]);
  showOwn("header", headerFindings());
  const sums = { ...keptSums(), test: testSums().test };
  showOwn("server", serverFindings(sums));
  showOwn("test", testFindings());
  showTest();
  offer("restored", testSums().test !== "");
  offer("refresh-compared", secret("refresh-token") !== "" && found.refresh.some(({ severity }) => severity === "warning"));
  const { checked, mended } = judged();
  const config = { wrong: Boolean(mended?.refused || (checked && hasErrors(checked.findings))), done: configDone(), token: checked?.hasToken ?? false };
  showStates(statesOf({ found, config, onServer: compared(sums), moduleOut: moduleOut() }));
  suggest("url", value("wan").trim() ? apiAddress(value("wan"), value("port")) : "");
  suggestRecord({ sums, config: mended, onServer: compared(sums), bindings: found.binding });
}

/** Shows a box only where there is something to tick. */
function offer(tick: string, is: boolean) {
  (byId(`tick-${tick}`).parentElement as HTMLElement).hidden = !is;
}

function headerFindings(): Own[] {
  if (!value("header").trim() || isHeaderName(value("header"))) return [];
  return [{ id: "header-wrong", severity: "error", title: t("header.wrong"), fix: t("header.wrong.fix") }];
}

async function makeToken() {
  setSecret("token", await ask.newToken());
  await update();
}

async function take(given: Given | undefined) {
  setOpened(given);
  if (!given) return takeConfig();
  const step = document.getElementById("step-config") as HTMLDetailsElement;
  step.open = true;
  if (!ready) return;
  await takeConfig();
  step.scrollIntoView();
  await update();
}

/** A file that was opened or dropped anywhere: a saved state, or else a web.config. */
async function read(file: File) {
  try {
    const bytes = await bytesOf(file);
    if (!bytes) return;
    if (isState(new TextDecoder().decode(bytes.subarray(0, 64)))) await openState(bytes, file.name);
    else await take({ name: file.name, bytes, pasted: false });
  } catch (error) {
    (document.getElementById("step-config") as HTMLDetailsElement).open = true;
    sayOfConfig(error instanceof Refused ? error.why : () => String(error));
  }
}

/** @param name of the element that is copied */
const textToCopy = (name: string) => (name === "record" ? recordText() : commandText(name));

function listen() {
  listenToFailures(tellFailure);
  listenToFrame("multivers");
  makeOverview();
  tell("guide", () => { byId("guide", HTMLAnchorElement).href = guides[language() === "nl" ? "nl" : "en"]; });
  listenToStore(update);
  listenToReveals(hideSecrets);
  addEventListener("pageshow", ({ persisted }) => { if (persisted) void dropSecrets(); });
  listenForCopies(textToCopy);
  listenToSelections();
  listenToFile(take, read);
  listenToPanel(update, makeToken);
  listenToTest(update);
  listenToRecord(update);
  listenToKeeping(take, update);
  onClick("make-token", makeToken);
  byId("steps", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", openNamedStep);
  byId("overview").addEventListener("click", () => setTimeout(openNamedStep)); // the address may be the same already
  byId("to-error", HTMLAnchorElement).addEventListener("click", (event) => {
    event.preventDefault();
    openStep("verification", "error");
  });
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button[data-step-of]");
    if (button instanceof HTMLElement) openStep(button.dataset.stepOf ?? "");
  });
  openNamedStep();
  if (!location.hash) (document.getElementById("step-requirements") as HTMLDetailsElement).open = true;
  tell("multivers", draw);
  byId("main").toggleAttribute("data-drawn", true);
}

fetchWords();
const loading = loadModule();
loading.catch(() => {}); // start() tells it
if (document.readyState === "loading") await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
listen();
void start(loading);

// The self-test: runs as the page opens, and says in words and in one line for
// machines whether this browser computes what it should.

import { version } from "version";
import { listenForCopies } from "../shell/copy.ts";
import { onClick } from "../dom/buttons.ts";
import { byId, element } from "../dom/elements.ts";
import { guarded } from "../text/guard.ts";
import { failureOf, listenToFailures } from "../shell/failures.ts";
import { listenToFrame } from "../shell/shell.ts";
import { fetchWords, number, tell } from "../words/language.ts";
import { Run } from "./run.ts";
import { reasonOf } from "../words/page-words.ts";
import { t } from "./words.ts";
import type { Key } from "./words.ts";
import type { Group } from "./trials.ts";
import type { Failed } from "./run.ts";

const groups: Group[] = ["vectors", "functions", "multivers", "mistakes"];

let run = new Run();

async function runAll() {
  byId("machine").hidden = true;
  byId("line").dataset.result = "running";
  tell("failures", () => byId("failures").replaceChildren());
  tell("verdict", () => say("searching", "", t("selftest.loading")));
  run = new Run();
  try {
    await run.all(() => showProgress(run));
    conclude(run);
  } catch (error) {
    const { message } = error as Error;
    fail(run, message, () => t("selftest.failed.load", { reason: reasonOf(message) }));
  }
}

function showProgress(run: Run) {
  const bar = byId("progress", HTMLProgressElement);
  bar.hidden = false;
  bar.max = run.trials.length;
  bar.value = run.done;
  byId("main").dataset.state = "ready";
  if (run.done === 0) tell("verdict", () => say("searching", "", t("selftest.running", { all: number(run.trials.length) })));
}

function conclude(run: Run) {
  const ok = run.failures.length === 0 && run.trials.length > 0;
  const seconds = run.seconds;
  tell("verdict", () => (ok ? sayPassed(run, seconds) : sayFailed(run)));
  tell("groups", () => byId("groups").replaceChildren(...groups.flatMap((group) => rowOf(group, run.count(group)))));
  tell("failures", () => byId("failures").replaceChildren(...run.failures.map(itemOf)));
  showLine(run, ok);
}

function sayPassed({ trials }: Run, seconds: number) {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  say("ok", "✓", t("selftest.passed", { all: number(trials.length), seconds: number(seconds, digits) }));
}

function sayFailed({ trials, failures }: Run) {
  say("wrong", "✗", t("selftest.failed", { failed: number(failures.length), all: number(trials.length) }), t("selftest.advice"));
}

function fail(run: Run, reason: string, told: () => string) {
  byId("main").dataset.state = "failed";
  tell("verdict", () => say("wrong", "✗", told(), t("selftest.advice")));
  showLine(run, false, reason);
}

/** The state is in words, a sign and an attribute; a screen reader hears it once. */
function say(state: "searching" | "ok" | "wrong", sign: string, ...sentences: string[]) {
  const [headline, ...rest] = sentences;
  const place = byId("verdict");
  place.dataset.state = state;
  place.replaceChildren(
    element("p", { class: "headline" }, element("span", { class: "sign", "aria-hidden": "true" }, sign), headline),
    ...rest.map((sentence) => element("p", {}, sentence)));
}

function showLine({ passed, failures }: Run, ok: boolean, error?: string) {
  const line = byId("line");
  line.textContent = JSON.stringify({ ok, passed, failed: failures.length, error, version, browser: navigator.userAgent });
  byId("progress").hidden = true;
  byId("machine").hidden = false;
  line.dataset.result = ok ? "passed" : "failed";
}

function rowOf(group: Group, { all, failed }: { all: number, failed: number }) {
  return [
    element("dt", { "data-state": failed ? "wrong" : "ok" }, t(`selftest.group.${group}` as Key)),
    element("dd", {}, t("selftest.count", { passed: number(all - failed), all: number(all) })),
  ];
}

function itemOf({ group, name, what, got, want }: Failed) {
  return element("li", {},
    element("p", {}, element("strong", { translate: "no" }, name), ` ${t(`selftest.group.${group}` as Key)}: ${what}`),
    element("dl", {},
      element("dt", {}, t("selftest.got")), element("dd", { translate: "no" }, got),
      element("dt", {}, t("selftest.want")), element("dd", { translate: "no" }, want)));
}

fetchWords();
if (document.readyState === "loading") await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
listenToFailures((thrown) => fail(run, guarded(String(thrown)), () => failureOf(thrown)));
listenToFrame("selftest");
listenForCopies(() => guarded(byId("line").textContent, "mac"));
onClick("again", runAll);
void runAll();

// The self-test: runs as the page opens, and says in words and in one line for
// machines whether this browser computes what it should.

import { version } from "version";
import { listenForCopies } from "../shell/copy.js";
import { byId, element } from "../dom/elements.js";
import { guarded } from "../text/guard.js";
import { listenToFrame } from "../shell/shell.js";
import { fetchWords, number, tell } from "../words/language.js";
import { Run } from "./run.js";
import { reasonOf } from "../words/page-words.js";
import { t } from "./words.js";

/** @import { Key } from "./words.js" */
/** @import { Group } from "./trials.js" */
/** @import { Failed } from "./run.js" */

/** @type {Group[]} */
const groups = ["vectors", "functions", "multivers", "mistakes"];

async function runAll() {
  byId("machine", HTMLElement).hidden = true;
  byId("line", HTMLElement).dataset.result = "running";
  tell("failures", () => byId("failures", HTMLElement).replaceChildren());
  tell("verdict", () => say("searching", "", t("selftest.loading")));
  const run = new Run();
  try {
    await run.all(() => showProgress(run));
    conclude(run);
  } catch (error) {
    fail(run, /** @type {Error} */ (error).message);
  }
}

/** @param {Run} run */
function showProgress(run) {
  const bar = byId("progress", HTMLProgressElement);
  bar.hidden = false;
  bar.max = run.trials.length;
  bar.value = run.done;
  byId("main", HTMLElement).dataset.state = "ready";
  if (run.done === 0) tell("verdict", () => say("searching", "", t("selftest.running", { all: number(run.trials.length) })));
}

/** @param {Run} run */
function conclude(run) {
  const ok = run.failures.length === 0 && run.trials.length > 0;
  const seconds = run.seconds;
  tell("verdict", () => (ok ? sayPassed(run, seconds) : sayFailed(run)));
  tell("groups", () => byId("groups", HTMLElement).replaceChildren(...groups.flatMap((group) => rowOf(group, run.count(group)))));
  tell("failures", () => byId("failures", HTMLElement).replaceChildren(...run.failures.map(itemOf)));
  showLine(run, ok);
}

/** @param {Run} run @param {number} seconds */
function sayPassed({ trials }, seconds) {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  say("ok", "✓", t("selftest.passed", { all: number(trials.length), seconds: number(seconds, digits) }));
}

/** @param {Run} run */
function sayFailed({ trials, failures }) {
  say("wrong", "✗", t("selftest.failed", { failed: number(failures.length), all: number(trials.length) }), t("selftest.advice"));
}

/** @param {Run} run @param {string} reason */
function fail(run, reason) {
  byId("main", HTMLElement).dataset.state = "failed";
  tell("verdict", () => say("wrong", "✗", t("selftest.failed.load", { reason: reasonOf(reason) }), t("selftest.advice")));
  showLine(run, false, reason);
}

/**
 * The state is in words, a sign and an attribute; a screen reader hears it once.
 * @param {"searching" | "ok" | "wrong"} state
 * @param {string} sign
 * @param {...string} sentences
 */
function say(state, sign, ...sentences) {
  const [headline, ...rest] = sentences;
  const place = byId("verdict", HTMLElement);
  place.dataset.state = state;
  place.replaceChildren(
    element("p", { class: "headline" }, element("span", { class: "sign", "aria-hidden": "true" }, sign), headline),
    ...rest.map((sentence) => element("p", {}, sentence)));
}

/** @param {Run} run @param {boolean} ok @param {string} [error] */
function showLine({ passed, failures }, ok, error) {
  const line = byId("line", HTMLElement);
  line.textContent = JSON.stringify({ ok, passed, failed: failures.length, error, version, browser: navigator.userAgent });
  byId("progress", HTMLElement).hidden = true;
  byId("machine", HTMLElement).hidden = false;
  line.dataset.result = ok ? "passed" : "failed";
}

/** @param {Group} group @param {{ all: number, failed: number }} count */
function rowOf(group, { all, failed }) {
  return [
    element("dt", { "data-state": failed ? "wrong" : "ok" }, t(/** @type {Key} */ (`selftest.group.${group}`))),
    element("dd", {}, t("selftest.count", { passed: number(all - failed), all: number(all) })),
  ];
}

/** @param {Failed} failed */
function itemOf({ group, name, what, got, want }) {
  return element("li", {},
    element("p", {}, element("strong", { translate: "no" }, name), ` ${t(/** @type {Key} */ (`selftest.group.${group}`))}: ${what}`),
    element("dl", {},
      element("dt", {}, t("selftest.got")), element("dd", { translate: "no" }, got),
      element("dt", {}, t("selftest.want")), element("dd", { translate: "no" }, want)));
}

fetchWords();
if (document.readyState === "loading") await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
listenToFrame("selftest");
listenForCopies(() => guarded(byId("line", HTMLElement).textContent ?? "", "mac"));
byId("again", HTMLButtonElement).addEventListener("click", runAll);
runAll();

// The self-test: runs as the page opens, and says in words and in one line for
// machines whether this browser computes what it should.

import { version } from "version";
import { byId, element } from "../dom.js";
import { listenToFrame } from "../frame.js";
import { Run } from "./run.js";
import { t } from "./words.js";

/** @import { Key } from "./words.js" */
/** @import { Group } from "./trials.js" */
/** @import { Failed } from "./run.js" */

/** @type {Group[]} */
const groups = ["vectors", "functions", "multivers", "mistakes"];

async function runAll() {
  byId("machine", HTMLElement).hidden = true;
  byId("failures", HTMLElement).replaceChildren();
  byId("line", HTMLElement).dataset.result = "running";
  say("searching", "", t("loading"));
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
  if (run.done === 0) say("searching", "", t("running", { all: run.trials.length }));
}

/** @param {Run} run */
function conclude(run) {
  const all = run.trials.length;
  const failed = run.failures.length;
  if (failed) say("wrong", "✗", t("failed", { failed, all }), t("advice"));
  else say("ok", "✓", t("passed", { all, seconds: run.seconds.toFixed(1) }));
  byId("groups", HTMLElement).replaceChildren(...groups.flatMap((group) => rowOf(group, run.count(group))));
  byId("failures", HTMLElement).replaceChildren(...run.failures.map(itemOf));
  showLine(run, failed === 0 && all > 0);
}

/** @param {Run} run @param {string} reason */
function fail(run, reason) {
  say("wrong", "✗", t("failed.load", { reason }), t("advice"));
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
    element("dt", { "data-state": failed ? "wrong" : "ok" }, t(/** @type {Key} */ (`group.${group}`))),
    element("dd", {}, t("count", { passed: all - failed, all })),
  ];
}

/** @param {Failed} failed */
function itemOf({ group, name, what, got, want }) {
  return element("li", {},
    element("p", {}, element("strong", {}, name), ` ${t(/** @type {Key} */ (`group.${group}`))}: ${what}`),
    element("dl", {},
      element("dt", {}, t("got")), element("dd", {}, got),
      element("dt", {}, t("want")), element("dd", {}, want)));
}

async function copyLine() {
  const button = byId("copy", HTMLButtonElement);
  const line = byId("line", HTMLElement);
  try {
    await navigator.clipboard.writeText(line.textContent ?? "");
    button.textContent = t("copied");
  } catch {
    getSelection()?.selectAllChildren(line);
    button.textContent = t("selected");
  }
}

if (document.readyState === "loading") await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
listenToFrame();
byId("copy", HTMLButtonElement).addEventListener("click", copyLine);
byId("again", HTMLButtonElement).addEventListener("click", runAll);
runAll();

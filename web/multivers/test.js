// The local test: web.config without the module, and the same file back, to the byte.

import { byId } from "../dom/elements.js";
import { translated } from "../words/translation.js";
import { guarded } from "../text/guard.js";
import { saveOwn } from "../dom/save.js";
import { sumOf, testConfig } from "./calculator.js";
import { judged, showSums } from "./panel.js";
import { tick, ticked } from "./store.js";
import { go, t } from "./words.js";

/** @import { Finding } from "../api/types/multivers.d.ts" */

/** @typedef {{ test: string, before: string }} Sums of the file without the module and of the one with it; "" if there was no test */

/** @type {Sums} */
let sums = { test: "", before: "" };
/** The file to put back; a saved state may not have it. @type {Uint8Array | undefined} */
let before;
/** Why the module could not be taken out. @type {Finding | undefined} */
let refused;
let restored = false;

export const testSums = () => sums;

/** @param {Sums} given */
export function setTest(given) {
  sums = given;
  before = undefined;
  restored = false;
  refused = undefined;
}

/** Whether the module is out and the file not back yet. */
export const moduleOut = () => sums.test !== "" && !ticked("restored");

/** @returns {Finding[]} */
export function testFindings() {
  /** @type {Finding[]} */
  const findings = [];
  if (!judged().mended?.module) findings.push({ id: "test-none", severity: "info", title: t("test.none").replace(/\.$/, ""), fix: "" });
  if (refused) {
    const { title, fix, detail } = translated(go(), "finding", refused);
    findings.push({ id: "test-refused", severity: "error", title: `${t("test.refused")} ${title}`, fix, detail });
  }
  if (moduleOut()) findings.push({ id: "test-open", severity: "error", title: t("test.open"), fix: t("test.open.fix") });
  if (restored) findings.push({ id: "test-same", severity: "ok", title: t("test.same"), fix: t("test.same.fix") });
  return findings;
}

export function showTest() {
  byId("save-test", HTMLButtonElement).disabled = !judged().mended?.module;
  byId("save-restored", HTMLButtonElement).hidden = !before;
  showSums("test-sums", [[t("test.sum.before"), sums.before], [t("test.sum"), sums.test], [t("test.sum.restored"), restored ? sums.before : ""]]);
}

/** @param {() => void} changed */
export function listenToTest(changed) {
  byId("save-test", HTMLButtonElement).addEventListener("click", async () => {
    const made = await testConfig();
    refused = made?.refused;
    if (made?.config) {
      setTest(made.sums);
      before = made.before;
      tick("restored", false);
      saveOwn(made.config, guarded("web.config"));
    }
    changed();
  });
  byId("save-restored", HTMLButtonElement).addEventListener("click", async () => {
    if (!before) return;
    saveOwn(before, guarded("web.config"));
    restored = await sumOf(before) === sums.before;
    changed();
  });
}

// The local test: web.config without the module, and the same file back, to the byte.

import { onClick } from "../dom/buttons.ts";
import { byId } from "../dom/elements.ts";
import { guarded } from "../text/guard.ts";
import { saveOwn } from "../dom/save.ts";
import { ask } from "./worker.ts";
import { judged, showSums } from "./panel.ts";
import { tick, ticked } from "./store.ts";
import { row, t } from "./words.ts";
import type { Finding } from "../api/types/multivers.d.ts";
import type { Own } from "./findings.ts";

/** of the file without the module and of the one with it; "" if there was no test */
type Sums = { test: string, before: string };

let sums: Sums = { test: "", before: "" };
/** The file to put back; a saved state may not have it. */
let before: Uint8Array | undefined;
/** Why the module could not be taken out. */
let refused: Finding | undefined;
let restored = false;

export const testSums = () => sums;

export function setTest(given: Sums) {
  sums = given;
  before = undefined;
  restored = false;
  refused = undefined;
}

/** Whether the module is out and the file not back yet. */
export const moduleOut = () => sums.test !== "" && !ticked("restored");

export function testFindings(): Own[] {
  const findings: Own[] = [];
  if (!judged().mended?.module) findings.push({ id: "test-none", severity: "info", title: t("test.none").replace(/\.$/, ""), fix: "" });
  if (refused) {
    const { title, fix, detail } = row(refused);
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

export function listenToTest(changed: () => unknown) {
  onClick("save-test", async () => {
    const made = await ask.test();
    refused = made?.refused;
    if (made?.config) {
      setTest(made.sums);
      before = made.before;
      tick("restored", false);
      saveOwn(made.config, guarded("web.config"));
    }
    changed();
  });
  onClick("save-restored", async () => {
    if (!before) return;
    saveOwn(before, guarded("web.config"));
    restored = await ask.sum(before) === sums.before;
    changed();
  });
}

// Keeping one's work: the state saved as a file, opened again, and the way back.

import { byId } from "../dom/elements.js";
import { framed, guarded, remember } from "../text/guard.js";
import { moment, tell } from "../words/language.js";
import { save } from "../dom/save.js";
import { conceal, secretsOfConfig } from "./calculator.js";
import { bytesOf, opened } from "./file.js";
import { unformed } from "./forms.js";
import { judged } from "./panel.js";
import { isMarkup, readState, stateFile } from "./state.js";
import { Refused } from "./refused.js";
import { restore, secret, snapshot } from "./store.js";
import { setTest, testSums } from "./test.js";
import { t } from "./words.js";

/** @import { Given } from "./file.js" */
/** @import { Saved } from "./state.js" */

/** The sums of files of another day, which a saved state brought. */
let sums = { before: "", mended: "" };
/** What was here before a state was opened. @type {Omit<Saved, "made" | "open"> | undefined} */
let undo;
/** @type {(given: Given | undefined) => Promise<void>} */
let take;
/** @type {() => Promise<void>} */
let changed;

/** SHA-256 of the web.config and of its mended form, which is the file itself if it is right. */
export function keptSums() {
  const { checked, mended } = judged();
  if (!checked) return sums;
  const right = mended && !mended.refused && !mended.sum;
  return { before: checked.sum, mended: right ? checked.sum : mended?.sum ?? "" };
}

/** Everything that is here. */
function present() {
  const { test, before } = testSums();
  return { entered: snapshot(), sums: { ...keptSums(), test, testBefore: before }, config: opened() };
}

/** @param {Omit<Saved, "made" | "open">} state */
async function hold(state) {
  restore(state.entered);
  sums = state.sums;
  setTest({ test: state.sums.test, before: state.sums.testBefore });
  await take(state.config);
  await changed();
}

async function saveState() {
  const open = byId("keep-secrets", HTMLInputElement).checked;
  const now = new Date(), state = present();
  remember(secret("token"), secret("refresh-token"), ...await secretsOfConfig());
  if (!open) state.entered.values = await conceal(state.entered.values);
  save(stateFile(state, open, now), framed`multivers-${guarded(now.toISOString().slice(0, 19).replaceAll(":", ""))}.json`, "application/json");
  say(() => t(open ? "keeping.saved.secrets" : "keeping.saved"));
}

/** @param {Uint8Array} bytes @param {string} name */
export async function openState(bytes, name) {
  try {
    const state = readState(new TextDecoder().decode(bytes), name);
    undo = present();
    await hold(state);
    const made = () => (Number.isNaN(Date.parse(state.made)) ? "–" : moment(Date.parse(state.made))), odd = unformed();
    say(() => [t("keeping.opened", { made: made() }), ...(state.open ? [] : [t("keeping.opened.open")]), ...odd.map((id) => `${t(`entry.${id}`)}: ${t(`command.form.${id}`)}`)].join(" "));
    byId("undo-state", HTMLButtonElement).hidden = false;
  } catch (error) {
    refuse(error);
  }
}

/** @param {unknown} error a Refused, which tells why in any language, or another */
function refuse(error) {
  say(error instanceof Refused ? error.why : () => String(error));
}

/** @param {() => string} text */
function say(text) {
  tell("keeping-said", () => { byId("keeping-said", HTMLElement).textContent = text(); });
}

/**
 * @param {(given: Given | undefined) => Promise<void>} takeFile
 * @param {() => Promise<void>} update
 */
export function listenToKeeping(takeFile, update) {
  [take, changed] = [takeFile, update];
  const file = byId("state-file", HTMLInputElement), back = byId("undo-state", HTMLButtonElement);
  byId("save-state", HTMLButtonElement).addEventListener("click", saveState);
  byId("open-state", HTMLButtonElement).addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (!chosen) return;
    try {
      const bytes = await bytesOf(chosen);
      if (!bytes) return;
      if (isMarkup(bytes)) await take({ name: chosen.name, bytes, pasted: false });
      else await openState(bytes, chosen.name);
    } catch (error) {
      refuse(error);
    }
  });
  back.addEventListener("click", async () => {
    if (!undo) return;
    await hold(undo);
    undo = undefined;
    back.hidden = true;
    say(() => "");
  });
}

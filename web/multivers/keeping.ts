// Keeping one's work: the state saved as a file, opened again, and the way back.

import { onClick } from "../dom/buttons.ts";
import { byId } from "../dom/elements.ts";
import { framed, guarded, remember } from "../text/guard.ts";
import { moment, tell } from "../words/language.ts";
import { save } from "../dom/save.ts";
import { ask } from "./worker.ts";
import { bytesOf, opened } from "./file.ts";
import { unformed } from "./forms.ts";
import { judged } from "./panel.ts";
import { isMarkup, readState, stateFile } from "./state.ts";
import { Refused } from "./refused.ts";
import { restore, secret, snapshot } from "./store.ts";
import { setTest, testSums } from "./test.ts";
import { t } from "./words.ts";
import type { Given } from "./file.ts";
import type { Saved } from "./state.ts";

/** The sums of files of another day, which a saved state brought. */
let sums = { before: "", mended: "" };
/** What was here before a state was opened. */
let undo: Omit<Saved, "made" | "open"> | undefined;
let take: (given: Given | undefined) => Promise<void>;
let changed: () => Promise<void>;

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

async function hold(state: Omit<Saved, "made" | "open">) {
  restore(state.entered);
  sums = state.sums;
  setTest({ test: state.sums.test, before: state.sums.testBefore });
  await take(state.config);
  await changed();
}

async function saveState() {
  const open = byId("keep-secrets", HTMLInputElement).checked;
  const now = new Date(), state = present();
  remember(secret("token"), secret("refresh-token"), ...await ask.secrets());
  if (!open) state.entered.values = await ask.conceal(state.entered.values);
  save(stateFile(state, open, now), framed`multivers-${guarded(now.toISOString().slice(0, 19).replaceAll(":", ""))}.json`, "application/json");
  say(() => t(open ? "keeping.saved.secrets" : "keeping.saved"));
}

export async function openState(bytes: Uint8Array, name: string) {
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

/** @param error a Refused, which tells why in any language, or another */
function refuse(error: unknown) {
  say(error instanceof Refused ? error.why : () => String(error));
}

function say(text: () => string) {
  tell("keeping-said", () => { byId("keeping-said").textContent = text(); });
}

export function listenToKeeping(takeFile: (given: Given | undefined) => Promise<void>, update: () => Promise<void>) {
  [take, changed] = [takeFile, update];
  const file = byId("state-file", HTMLInputElement), back = byId("undo-state", HTMLButtonElement);
  onClick("save-state", saveState);
  onClick("open-state", () => { file.click(); });
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    file.value = "";
    if (chosen) void open(chosen);
  });
  onClick("undo-state", async () => {
    if (!undo) return;
    await hold(undo);
    undo = undefined;
    back.hidden = true;
    say(() => "");
  });

  async function open(chosen: File) {
    try {
      const bytes = await bytesOf(chosen);
      if (!bytes) return;
      if (isMarkup(bytes)) await take({ name: chosen.name, bytes, pasted: false });
      else await openState(bytes, chosen.name);
    } catch (error) {
      refuse(error);
    }
  }
}

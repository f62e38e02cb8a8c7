// A demonstration refuses keys: it has those of the official example, which are public.

import { byId } from "../dom/elements.ts";
import { update } from "../netvisor/page.ts";
import { officialExample } from "../netvisor/example.ts";
import { control } from "../netvisor/controls.ts";
import { fillForm } from "../netvisor/form.ts";

let refused = false;

/** @param is whether keys are refused from now on */
export function refuseKeys(is: boolean) {
  if (is === refused) return;
  refused = is;
  byId("demonstration").hidden = !is;
  byId("paste").hidden = is;
  for (const name of ["customerKey", "partnerKey"]) control(name).disabled = is;
  fillForm({}, is ? officialExample.keys : { customer: "", partner: "" });
}

/** Keeps the keys of the example when everything is cleared. */
export function keepKeys() {
  if (!refused) return;
  fillForm({}, officialExample.keys);
  void update({ atOnce: true });
}

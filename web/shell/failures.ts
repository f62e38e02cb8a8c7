// Whatever is thrown and not caught: a page that fails says so, in its status place.

import { guarded } from "../text/guard.ts";
import { reasonOf, t } from "../words/page-words.ts";

/** @param tell is given what was thrown, in a handler or where nobody waits for a promise */
export function listenToFailures(tell: (thrown: unknown) => void) {
  addEventListener("error", ({ error }: { error: unknown }) => { if (error) tell(error); }); // what a browser reports of itself, as of a ResizeObserver, has none
  addEventListener("unhandledrejection", ({ reason }) => { tell(reason); });
}

/** What is said of it, without what may be a key. */
export const failureOf = (thrown: unknown) => t("page.failed", { reason: guarded(reasonOf(thrown instanceof Error ? thrown.message : String(thrown))).slice(0, 200) });

// Keeps the site in the browser for the next visit, and says when a newer version is there.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { tell } from "../words/language.ts";
import { offlineURL } from "../site/served.ts";
import { trusted } from "../site/trusted-scripts.ts";
import { t } from "../words/page-words.ts";

let asked = false;

/** When the page is idle. */
const soon = (later: () => void) => ("requestIdleCallback" in window ? requestIdleCallback(later) : setTimeout(later, 1000));

/** Waits for a quiet moment, so that the page itself comes first; may be called again. */
export function keepOffline() {
  if (!offlineURL || asked) return;
  asked = true;
  soon(() => { keep().catch(() => {}); }); // without it, the page works as long as there is a network
}

async function keep() {
  const { serviceWorker } = navigator as Partial<Navigator>; // over plain http there is none
  if (!serviceWorker) return;
  const kept = await serviceWorker.register(trusted.createScriptURL(offlineURL), { updateViaCache: "all" });
  offer(kept);
  follow(kept);
  kept.addEventListener("updatefound", () => { follow(kept); });
  const { active } = await serviceWorker.ready;
  soon(() => active?.postMessage("keep the rest"));
}

const followed = new WeakSet<ServiceWorker>();

/** Offers the version that is being kept once it is whole; says so where it cannot be. */
function follow(kept: ServiceWorkerRegistration) {
  const { installing } = kept;
  if (!installing || followed.has(installing)) return;
  followed.add(installing);
  let whole = false;
  installing.addEventListener("statechange", () => {
    whole ||= installing.state === "installed";
    offer(kept);
    if (installing.state === "redundant" && !whole) tellUnkept(kept.active !== null);
  });
}

/** The disk is full, the host is being changed, or a network answers something else: what was kept before stays. */
function tellUnkept(before: boolean) {
  const line = document.getElementById("unkept") ?? element("p", { id: "unkept", role: "status" });
  document.querySelector("footer")?.prepend(line);
  tell("unkept", () => { line.textContent = t(before ? "unkept.newer" : "unkept.first"); });
}

/** The very first version waits for a moment, too, but there is none to be replaced. */
function offer({ active, waiting }: ServiceWorkerRegistration) {
  if (!active || !waiting || document.getElementById("newer")) return;
  const text = element("span", {}), reload = button({}, "", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  });
  tell("newer", () => {
    text.textContent = t("newer");
    reload.textContent = t("newer.reload");
  });
  document.body.append(element("p", { id: "newer", class: "newer", role: "status" }, text, reload));
}

/** A way on when trying again does not help: arrival.ts does it. A page that is a single file keeps nothing. */
export const anewOffer = () => (offlineURL ? [element("button", { type: "button", class: "anew" }, t("anew"))] : []);

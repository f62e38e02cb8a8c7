// Runs in the page's head: when the page's script does not arrive as the build made it, the browser may have
// kept what somebody else answered once. Then the host itself is asked, and where that does not help, the page says so.

import { beginAnew } from "./start-over.ts";

async function lost({ src, integrity }: HTMLScriptElement) {
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const there = visit.type !== "reload" && await fetch(src, { integrity, cache: "reload" }).then(({ ok }) => ok, () => false);
  if (there) {
    location.reload();
    return;
  }
  document.documentElement.removeAttribute("data-awaited");
  document.getElementById("status")?.replaceChildren();
  document.getElementById("lost")?.removeAttribute("hidden");
}

// The button may be the page's own, too.
addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.matches(".anew")) void beginAnew();
});

addEventListener("error", ({ target }) => {
  if (target instanceof HTMLScriptElement && target.id === "last") void lost(target);
}, true);

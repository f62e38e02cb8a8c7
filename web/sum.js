// Shows the SHA-256 of the module that runs: summed by the worker that compiled it, so that it is no claim of the page.

/** @param {string} sum in hex */
export function showSum(sum) {
  for (const place of document.querySelectorAll("[data-sum]")) place.textContent = place.getAttribute("data-sum") === "short" ? `${sum.slice(0, 16)}…` : sum;
}

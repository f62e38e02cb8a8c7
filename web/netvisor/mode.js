// Which mode the address names: Create, or Check with or without a mistake; in
// a frame it is a parameter among others.

/** @typedef {"create" | "check"} Mode */

/** @returns {Mode} */
export function mode() {
  return /^#(check\b|mistake=|([^?]*&)?mode=check\b)/.test(location.hash) ? "check" : "create";
}

/** Shows the mode in the page's frame. */
export function showMode() {
  const now = mode();
  document.documentElement.dataset.mode = now;
  for (const link of document.querySelectorAll("nav [data-mode-link]")) {
    if (/** @type {HTMLElement} */ (link).dataset.modeLink === now) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

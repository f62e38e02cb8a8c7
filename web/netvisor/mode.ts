// Which mode the address names: Create, or Check with or without a mistake; in
// a frame it is a parameter among others.

export type Mode = "create" | "check";

export function mode(): Mode {
  return /^#(check\b|mistake=|([^?]*&)?mode=check\b)/.test(location.hash) ? "check" : "create";
}

/** Changes the mode, which Back takes back, as the page's own link to it does; a frame of one mode has none. */
export function enterMode(wanted: Mode) {
  const link = document.querySelector<HTMLAnchorElement>(`nav [data-mode-link=${wanted}]`);
  if (wanted !== mode() && link?.hash) location.hash = link.hash;
}

/** Shows the mode in the page's frame. */
export function showMode() {
  const now = mode();
  document.documentElement.dataset.mode = now;
  for (const link of document.querySelectorAll("nav [data-mode-link]")) {
    if ((link as HTMLElement).dataset.modeLink === now) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

// Whether the reader of a frame may change its mode.

/** The host leaves it to the reader, whose own choice says "modes", too. */
export const isOpen = () => !/[#&]mode=(?!.*&modes)/.test(location.hash);

/** Shows the links to the modes, or hides them. */
export function showChoice() {
  document.documentElement.toggleAttribute("data-either", isOpen());
}

/** Leads the links to the modes, and to nowhere where the host has chosen. */
export function linkModes() {
  showChoice();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#modes a")) {
    const given = new URLSearchParams(location.hash.slice(1));
    given.set("mode", link.dataset.modeLink ?? "");
    given.set("modes", "");
    if (isOpen()) link.href = `#${given}`;
    else link.removeAttribute("href");
  }
}

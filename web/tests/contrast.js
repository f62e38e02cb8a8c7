// How well texts stand out.

/**
 * The smallest contrast (WCAG 2.2) of the visible texts that a selector finds.
 * @param {import("@playwright/test").Page} page
 * @param {string} selector
 */
export function contrasts(page, selector) {
  return page.locator(selector).evaluateAll((all) => {
    /** @param {string} colour */
    const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    /** @param {string} colour */
    const luminance = (colour) => {
      const [r, g, b] = parts(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    /** @param {Element | null} element @returns {string} */
    const behind = (element) => {
      if (!element) return "rgb(255, 255, 255)";
      const colour = getComputedStyle(element).backgroundColor;
      return parts(colour)[3] === 0 ? behind(element.parentElement) : colour;
    };
    const visible = all.filter((element) => element.checkVisibility() && !element.matches(":disabled"));
    return Math.min(...visible.map((element) => {
      const [light, dark] = [luminance(getComputedStyle(element).color), luminance(behind(element))].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    }));
  });
}

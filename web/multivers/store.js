// Everything that is entered: values and ticks by their ids, and the two secrets. A value may be
// entered in several places of the page, which then show the same.

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** What stands in a field before anybody enters anything. @type {Record<string, string>} */
const defaults = { folder: "C:\\Program Files (x86)\\Exact\\Multivers API\\WebApi\\Server", port: "4430", "binding-port": "4430" };

/** @returns {NodeListOf<Control>} */
const controls = () => document.querySelectorAll("[data-value]");
/** @returns {NodeListOf<HTMLInputElement>} */
const boxes = () => document.querySelectorAll("[data-tick]");
/** @returns {NodeListOf<HTMLInputElement>} */
const secretFields = () => document.querySelectorAll("[data-secret]");

/** What has been entered by hand: no suggestion replaces it. @type {Set<string>} */
const entered = new Set();

/** When each box was ticked. @type {Map<string, string>} */
const days = new Map();

/** When a box was ticked; undefined if it is not. @param {string} id */
export const tickedOn = (id) => (ticked(id) ? days.get(id) : undefined);

/** @param {string} id */
export function value(id) {
  const control = /** @type {Control | null} */ (document.querySelector(`[data-value="${id}"]`));
  return control?.value ?? "";
}

/** @param {string} id @param {string} text @param {Control} [except] the one that shows it already */
export function setValue(id, text, except) {
  for (const control of controls()) if (control.dataset.value === id && control !== except) show(control, text);
}

/** A field of one line would run the lines of a text together. @param {Control} control @param {string} text */
function show(control, text) {
  control.value = control instanceof HTMLInputElement && text.includes("\n") ? text.trim().replace(/\s*\n\s*/g, "; ") : text;
}

/** Fills in a value that follows from others, unless somebody has entered one. @param {string} id @param {string} text */
export function suggest(id, text) {
  if (!entered.has(id) && value(id) !== text) setValue(id, text);
}

/** All values by their ids, of several fields that of the first. @returns {Record<string, string>} */
export function values() {
  return Object.fromEntries([...controls()].reverse().map((control) => [control.dataset.value, control.value]));
}

/** @param {string} id */
export const ticked = (id) => [...boxes()].some((box) => box.dataset.tick === id && box.checked);

/** @param {string} id @param {boolean} is */
export function tick(id, is) {
  for (const box of boxes()) if (box.dataset.tick === id) box.checked = is;
}

/** @param {"token" | "refresh-token"} id */
export const secret = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id)).value;

/** @param {"token" | "refresh-token"} id @param {string} text */
export function setSecret(id, text) {
  /** @type {HTMLInputElement} */ (document.getElementById(id)).value = text;
}

/** @typedef {{ values: Record<string, string>, ticks: string[], days: Record<string, string>, secrets: Record<string, string> }} Snapshot values are those entered by hand, days when a box was ticked */

/** @returns {Snapshot} */
export function snapshot() {
  const all = values();
  return {
    values: Object.fromEntries([...entered].map((id) => [id, all[id] ?? ""])),
    ticks: [...boxes()].filter(({ checked }) => checked).map(({ dataset }) => dataset.tick ?? ""),
    days: Object.fromEntries(days),
    secrets: Object.fromEntries([...secretFields()].map(({ id, value }) => [id, value])),
  };
}

/** Makes the page hold a snapshot, and nothing else; ids that the page does not have are left out. @param {Snapshot} given */
export function restore({ values, ticks, days: given, secrets }) {
  entered.clear();
  days.clear();
  for (const [id, day] of Object.entries(given)) days.set(id, day);
  for (const control of controls()) {
    const id = control.dataset.value ?? "";
    const text = Object.hasOwn(values, id) ? values[id] : undefined;
    show(control, text ?? defaults[id] ?? "");
    if (text !== undefined) entered.add(id);
  }
  for (const box of boxes()) box.checked = ticks.includes(box.dataset.tick ?? "");
  for (const field of secretFields()) field.value = Object.hasOwn(secrets, field.id) ? secrets[field.id] : "";
}

/** @param {() => void} changed */
export function listenToStore(changed) {
  for (const [id, text] of Object.entries(defaults)) setValue(id, text);
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const id = target.dataset.value;
    if (id) {
      entered.add(id);
      setValue(id, /** @type {Control} */ (target).value, /** @type {Control} */ (target));
    }
    if (target.dataset.tick) days.set(target.dataset.tick, new Date().toISOString());
    if (id || target.dataset.tick || target.dataset.secret) changed();
  });
}

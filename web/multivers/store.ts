// Everything that is entered: values and ticks by their ids, and the two secrets. A value may be
// entered in several places of the page, which then show the same.

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What stands in a field before anybody enters anything. */
const defaults: Partial<Record<string, string>> = { folder: "C:\\Program Files (x86)\\Exact\\Multivers API\\WebApi\\Server", port: "4430", "binding-port": "4430" };

const controls = (): NodeListOf<Control> => document.querySelectorAll("[data-value]");
const boxes = (): NodeListOf<HTMLInputElement> => document.querySelectorAll("[data-tick]");
const secretFields = (): NodeListOf<HTMLInputElement> => document.querySelectorAll("[data-secret]");

/** What has been entered by hand: no suggestion replaces it. */
const entered = new Set<string>();

/** When each box was ticked. */
const days = new Map<string, string>();

/** When a box was ticked; undefined if it is not. */
export const tickedOn = (id: string) => (ticked(id) ? days.get(id) : undefined);

export function value(id: string) {
  const control = document.querySelector<Control>(`[data-value="${id}"]`);
  return control?.value ?? "";
}

/** @param except the one that shows it already */
export function setValue(id: string, text: string, except?: Control) {
  for (const control of controls()) if (control.dataset.value === id && control !== except) show(control, text);
}

/** A field of one line would run the lines of a text together. */
function show(control: Control, text: string) {
  control.value = control instanceof HTMLInputElement && text.includes("\n") ? text.trim().replace(/\s*\n\s*/g, "; ") : text;
}

/** Fills in a value that follows from others, unless somebody has entered one. */
export function suggest(id: string, text: string) {
  if (!entered.has(id) && value(id) !== text) setValue(id, text);
}

/** All values by their ids, of several fields that of the first. */
export function values(): Record<string, string> {
  return Object.fromEntries([...controls()].reverse().map((control) => [control.dataset.value ?? "", control.value]));
}

export const ticked = (id: string) => [...boxes()].some((box) => box.dataset.tick === id && box.checked);

export function tick(id: string, is: boolean) {
  for (const box of boxes()) if (box.dataset.tick === id) box.checked = is;
}

export const secret = (id: "token" | "refresh-token") => (document.getElementById(id) as HTMLInputElement).value;

export function setSecret(id: "token" | "refresh-token", text: string) {
  (document.getElementById(id) as HTMLInputElement).value = text;
}

/** values are those entered by hand, days when a box was ticked */
export type Snapshot = { values: Record<string, string>, ticks: string[], days: Record<string, string>, secrets: Record<string, string> };

export function snapshot(): Snapshot {
  const all = values();
  return {
    values: Object.fromEntries([...entered].map((id) => [id, all[id] ?? ""])),
    ticks: [...boxes()].filter(({ checked }) => checked).map(({ dataset }) => dataset.tick ?? ""),
    days: Object.fromEntries(days),
    secrets: Object.fromEntries([...secretFields()].map(({ id, value }) => [id, value])),
  };
}

/** Makes the page hold a snapshot, and nothing else; ids that the page does not have are left out. */
export function restore({ values, ticks, days: given, secrets }: Snapshot) {
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

export function listenToStore(changed: () => unknown) {
  for (const [id, text = ""] of Object.entries(defaults)) setValue(id, text);
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const id = target.dataset.value;
    if (id) {
      entered.add(id);
      setValue(id, (target as Control).value, target as Control);
    }
    if (target.dataset.tick) days.set(target.dataset.tick, new Date().toISOString());
    if (id || target.dataset.tick || target.dataset.secret) changed();
  });
}

// Making and finding elements. Text reaches the page as text, never as markup.

export function element<T extends keyof HTMLElementTagNameMap>(tag: T, attributes: Record<string, string | boolean>, ...children: (Node | string)[]): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** The element with an id; the page must have it. */
export function byId(id: string): HTMLElement;
export function byId<T extends Element>(id: string, kind: new () => T): T;
export function byId(id: string, kind: new () => Element = HTMLElement) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${kind.name} #${id}`);
}

// The children of an element that is drawn again and again: what was there stays the same element, so that
// who is pressing it still hits it, and who has gone there with the keyboard stays there.

export class Keyed<K> {
  parent: HTMLElement;
  make: (key: K) => HTMLElement;

  #children = new Map<K, HTMLElement>();

  constructor(parent: HTMLElement, make: (key: K) => HTMLElement) {
    this.parent = parent;
    this.make = make;
  }

  /** Lets it have a child for each key, in this order. @param fill writes what a child shows */
  show(keys: Iterable<K>, fill: (child: HTMLElement, key: K) => void) {
    const wanted = new Set(keys);
    for (const [key, child] of this.#children) {
      if (wanted.has(key)) continue;
      child.remove();
      this.#children.delete(key);
    }
    let next = this.parent.firstElementChild;
    for (const key of wanted) {
      const child = this.#child(key);
      fill(child, key);
      if (child === next) next = next.nextElementSibling;
      else this.parent.insertBefore(child, next);
    }
  }

  #child(key: K) {
    const child = this.#children.get(key) ?? this.make(key);
    this.#children.set(key, child);
    return child;
  }
}

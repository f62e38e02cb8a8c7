// Whether the page may move: what is moved or replaced between press and
// release of a button is not clicked, and nothing tells why.

/** Longer than any click; a list that opens swallows the release. */
const longest = 500;

let released = Promise.resolve();
let release = () => {};

addEventListener("pointerdown", () => {
  release();
  released = new Promise((resolve) => {
    release = () => { setTimeout(resolve); }; // after the click
    setTimeout(resolve, longest);
  });
}, true);
addEventListener("pointerup", () => release(), true);
addEventListener("pointercancel", () => release(), true);

/** Waits while a button of the mouse or a finger is down. */
export function untilReleased() {
  return released;
}

// A salt for fingerprints.

/** 16 hex digits, new each time. */
export function newSalt() {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(16).padStart(8, "0")).join("");
}

// What a trial says when it fails: what was looked at, what it was, what it should be.

export class Difference extends Error {
  /** @param {string} what @param {string} got @param {string} want */
  constructor(what, got, want) {
    super(`${what}: got ${got}, want ${want}`);
    this.what = what;
    this.got = got;
    this.want = want;
  }
}

/**
 * Throws unless both are the same in value.
 * @param {string} what
 * @param {unknown} got
 * @param {unknown} want
 */
export function same(what, got, want) {
  const [is, should] = [shown(got), shown(want)];
  if (is !== should) throw new Difference(what, is, should);
}

/** @param {string} what @param {string} got @param {RegExp} want */
export function matches(what, got, want) {
  if (!want.test(got)) throw new Difference(what, got, String(want));
}

/** The message of the error that a call must throw. @param {string} what @param {() => unknown} call */
export function refused(what, call) {
  let value;
  try {
    value = call();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Difference(what, shown(value), "an error");
}

/** @param {unknown} value */
const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value) ?? "undefined");

// What a trial says when it fails: what was looked at, what it was, what it should be.

export class Difference extends Error {
  what: string;
  got: string;
  want: string;

  constructor(what: string, got: string, want: string) {
    super(`${what}: got ${got}, want ${want}`);
    this.what = what;
    this.got = got;
    this.want = want;
  }
}

/** Throws unless both are the same in value. */
export function same(what: string, got: unknown, want: unknown) {
  const [is, should] = [shown(got), shown(want)];
  if (is !== should) throw new Difference(what, is, should);
}

export function matches(what: string, got: string, want: RegExp) {
  if (!want.test(got)) throw new Difference(what, got, String(want));
}

/** The message of the error that a call must throw. */
export function refused(what: string, call: () => unknown) {
  let value;
  try {
    value = call();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Difference(what, shown(value), "an error");
}

const shown = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value) as string | undefined ?? "undefined");

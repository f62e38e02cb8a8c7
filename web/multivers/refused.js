// Why a file is not taken, in whatever language the page speaks when it is told.

export class Refused extends Error {
  /** @param {() => string} why */
  constructor(why) {
    super(why());
    this.why = why;
  }
}

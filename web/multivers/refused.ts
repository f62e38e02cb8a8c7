// Why a file is not taken, in whatever language the page speaks when it is told.

export class Refused extends Error {
  why: () => string;

  constructor(why: () => string) {
    super(why());
    this.why = why;
  }
}

// What is said of mistakes in the table: the headline of the verdict, without the values that only one request has.

import { groupOf, other } from "./causes.ts";
import { t } from "./words.ts";
import type { Mistake } from "../api/types/mac.d.ts";
import type { Cause } from "./causes.ts";

/** in the language; what to do, and where */
export interface Told { headline: string, fix: string, where: string }
export type Tell = (mistake: Mistake) => Told;

/** They name what was made wrong, not how it was in one request. */
const names = ["field", "fields"];

/** Without brackets about values that are others in each request. */
const bare = (headline: string) => headline.replaceAll(/ ?\([^()]*…[^()]*\)/g, "");

const joined = (headlines: string[]) => headlines.join(" + ") || t("cause.unknown");

export class Headlines {
  tell: Tell;
  /** Those without values: what many rows say is made once. */
  #short = new Map<string, string>();

  constructor(tell: Tell) {
    this.tell = tell;
  }

  /** Forgets what was said in another language. */
  retell() {
    this.#short.clear();
  }

  /** Of one row, whole. */
  whole(mistakes: Mistake[]) {
    return joined(mistakes.map((mistake) => this.tell(mistake).headline));
  }

  /** Of many rows, with the values that they have alike; where the others are the point, with those of the first row. */
  common({ mistakes, example }: Pick<Cause, "mistakes" | "example">) {
    return joined(mistakes.map((mistake, i) => {
      const headline = bare(this.tell(mistake).headline);
      return headline.includes(other) ? t("cause.example", { headline: this.tell(example[i]).headline }) : headline;
    }));
  }

  /** Of one row, without its values where it says enough without them. */
  short(mistakes: Mistake[]) {
    return joined(mistakes.map((mistake) => {
      const group = groupOf([mistake]), short = this.#short.get(group) ?? bare(this.tell(withoutValues(mistake)).headline);
      this.#short.set(group, short);
      return short.includes(other) ? this.tell(mistake).headline : short;
    }));
  }
}

function withoutValues(mistake: Mistake): Mistake {
  const { found } = mistake;
  if (!found) return mistake;
  return { ...mistake, found: { ...found, args: Object.fromEntries(Object.entries(found.args).map(([name, value]) => [name, names.includes(name) ? value : other])) } };
}

// What most visits do without, in a script of its own: notes, case files, mails, reports, the list of all mistakes, the broken
// examples. It has words and a guard of its own, which have to be told what those of the page know.

import { brokenExample } from "../broken-examples.ts";
import { fillMistakes } from "../check/mistakes-list.ts";
import { linesOf } from "../code/lines.ts";
import { keysList } from "./keys-list.ts";
import { caseFile, readCase } from "../share/case-file.ts";
import { asKnown } from "../share/known-cause.ts";
import { mailText } from "../share/mail.ts";
import { supportNote } from "../share/note.ts";
import { unexplained } from "../share/unexplained.ts";
import { forget, remember } from "../../text/guard.ts";
import { adopt } from "../../words/language.ts";
import type { Spoken } from "../../words/language.ts";

/** @param spoken the page's language @param keys what the page knows to be keys; what it has forgotten is forgotten here */
export function knowing(spoken: Spoken, keys: string[]) {
  adopt(spoken);
  forget();
  remember(...keys);
  return { asKnown, brokenExample, caseFile, fillMistakes, keysList, linesOf, readCase, mailText, supportNote, unexplained };
}

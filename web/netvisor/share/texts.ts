// What is fetched when somebody asks for it: notes, case files, mails, reports, the list of all mistakes, the broken examples.

import { brokenExample } from "../broken-examples.ts";
import { caseFile, readCase } from "./case-file.ts";
import { fillMistakes } from "../check/mistakes-list.ts";
import { linesOf } from "../code/lines.ts";
import { asKnown } from "./known-cause.ts";
import { mailText } from "./mail.ts";
import { supportNote } from "./note.ts";
import { unexplained } from "./unexplained.ts";
import { remember } from "../../text/guard.ts";
import { adopt } from "../../words/language.ts";
import type { Spoken } from "../../words/language.ts";

/** @param spoken the page's language @param keys what the page knows to be keys */
export function textsIn(spoken: Spoken, keys: string[]) {
  adopt(spoken);
  remember(...keys);
  return { asKnown, brokenExample, caseFile, fillMistakes, linesOf, readCase, mailText, supportNote, unexplained };
}

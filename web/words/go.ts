// What Go says of Netvisor, in the language.

import { sayer } from "./said.ts";
import { fieldName, t } from "./page-words.ts";
import type { Key } from "./page-words.ts";
import type { Answer, Note, Pasted, Said } from "../api/types/mac.d.ts";

/** The MAC alone is called otherwise than in the form, where it is the one that was sent. */
export const { say, row } = sayer("go", (field, article) => field === "mac" ? t("result.mac") : article ? t(`field.${field}.the` as Key) : fieldName(field));

/** What may have words of its own in other languages. */
export const sayNamed = (english: string, said?: Said) => (said ? say(said, english) : english);

export const told = (note: Note): Note => ({ ...note, text: say(note.said, note.text) });

export const toldAnswer = (answer: Answer): Answer => ({ ...answer, explanation: answer.explanation && row(answer.explanation) });

export const toldPasted = (pasted: Pasted): Pasted => ({
  ...pasted,
  notes: pasted.notes.map(told),
  requests: pasted.requests.map((found) => (found.answer ? { ...found, answer: toldAnswer(found.answer) } : found)),
});

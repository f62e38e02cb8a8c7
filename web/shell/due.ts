// What is shown while an answer is due is of what the form held before: it is dimmed if that takes longer, and not copied.

import { byId } from "../dom/elements.ts";

/** The newest question; without an answer it stays. */
let newest: Promise<unknown> | undefined;

/** @param answer what is shown when it comes is of now */
export async function whileDue(answer: Promise<unknown>) {
  newest = answer;
  mark(true);
  await answer;
  if (newest === answer) mark(false);
}

const mark = (is: boolean) => byId("main").toggleAttribute("data-due", is);

/** Whether what is shown is of before. */
export const isDue = () => byId("main").hasAttribute("data-due");

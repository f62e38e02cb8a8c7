// What check says of a request on a terminal.

import type { Checked } from "./check.ts";

const verdicts: Record<Checked["verdict"], (checked: Checked) => string[]> = {
  right: () => ["✓ The MAC is right."],
  error: ({ error }) => [`✗ The right MAC cannot be computed: ${error ?? ""}`],
  unchecked: () => ["– It has no MAC: nothing to check."],
  wrong: ({ causes, request, want, tried, exhausted }) => [
    ...causes.length ? causes.flatMap(ofCause) : ["✗ The MAC is wrong, and no known mistake makes it."],
    `  sent   ${request.mac ?? ""}`,
    `  right  ${want ?? ""}`,
    causes.length ? `  Proved: ${causes[0]?.length === 1 ? "this mistake makes" : "these mistakes together make"} the very MAC that was sent (${count(tried)} MACs computed).`
      : `  ${count(tried)} MACs computed${exhausted ? "" : "; --depth 3 tries more"}. Compare the keys first: those of another environment or user give no trace.`,
  ],
};

const ofCause = (cause: Checked["causes"][number], i: number) => [
  ...(i > 0 ? ["or"] : []),
  ...cause.flatMap(({ id, title, detail, fix }) => [`✗ ${title} [${id}]`, ...(detail ? [`  ${sentence(detail)}`] : []), `  ${fix}`]),
];

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");

const count = (n: number) => n.toLocaleString("en");

export function inWords(checked: Checked) {
  const { file, request, notices, notes } = checked;
  const doubts = notes.filter(({ doubt }) => doubt).map(({ text, line }) => `  Read with a doubt${line ? `, line ${String(line)}` : ""}: ${sentence(text)}`);
  const hints = checked.verdict === "unchecked" ? [] : notices.map(({ title, detail }) => `  Hint: ${sentence(title + (detail ? ` (${detail})` : ""))}`);
  return [`${file}: ${request.url || "no address"}`, ...doubts, ...verdicts[checked.verdict](checked), ...hints].map(visible).join("\n") + "\n";
}

/** No line of a request writes on the terminal but its letters. */
const visible = (text: string) => text.replace(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

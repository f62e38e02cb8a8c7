// Two strings to sign side by side: what was signed, and what should have been.

import { alike } from "../../text/alike.ts";
import { otherBytes } from "./bytes.ts";
import { element } from "../../dom/elements.ts";
import { visible } from "../pieces.ts";
import { sayNamed } from "../../words/go.ts";
import { fieldName, t } from "../../words/page-words.ts";
import type { MadePart, Making } from "../../api/types/mac.d.ts";
/** values that stand at the same place */
export type Pair = { signed?: MadePart, right?: MadePart };

const secrets: MadePart["field"][] = ["customerKey", "partnerKey"];

export function comparison(signed: Making, right: Making) {
  const pairs = align(signed.parts, right.parts);
  const cells = pairs.map((pair, i) => cell(pair, i < pairs.length - 1 ? right.separator : ""));
  return [element("div", { class: "pieces compared" }, ...folded(pairs, cells)), ...ways(signed, right)];
}

const isEqual = ({ signed, right }: Pair) => signed && right && signed.field === right.field && signed.value === right.value;

/** From how many on equal values, one after the other, are folded. */
const many = 3;

function folded(pairs: Pair[], cells: HTMLElement[]): HTMLElement[] {
  const start = pairs.findIndex(isEqual), length = [...pairs, {}].slice(start).findIndex((pair) => !isEqual(pair));
  if (start < 0) return cells;
  const run = cells.slice(start, start + length);
  return [...cells.slice(0, start),
    ...(length < many ? run : [element("details", { class: "same" }, element("summary", {}, t("compare.equal", { count: length })), ...run)]),
    ...folded(pairs.slice(start + length), cells.slice(start + length))];
}

/** Puts the same fields beside each other: place by place where both have as many, else after the values that only one of them has. */
export function align(signed: MadePart[], right: MadePart[]): Pair[] {
  if (signed.length === right.length) return signed.map((part, i) => ({ signed: part, right: right[i] }));
  const pairs: Pair[] = [];
  let i = 0;
  for (const part of right) {
    const at = signed.findIndex(({ field }, j) => j >= i && field === part.field);
    if (at < 0) {
      pairs.push({ right: part });
      continue;
    }
    for (; i < at; i++) pairs.push({ signed: signed[i] });
    pairs.push({ signed: signed[i++], right: part });
  }
  return [...pairs, ...signed.slice(i).map((part) => ({ signed: part }))];
}

function cell(pair: Pair, separator: string) {
  const { signed, right } = pair;
  const field = (right ?? signed)?.field;
  const name = field ? fieldName(field) : t("compare.method");
  const joint = separator ? [element("span", { class: "joint" }, separator)] : [];
  if (isEqual(pair)) {
    return element("span", { class: "piece equal", "data-field": field ?? "" }, element("span", { class: "name" }, name),
      element("span", { class: "text" }, ...textOf(right), ...joint));
  }
  const [wrong, good] = difference(signed, right);
  return element("span", { class: "piece differs", "data-field": field ?? "" }, element("span", { class: "name" }, name),
    line("signed", "✗", wrong, []), line("right", "✓", good, joint));
}

function line(side: "signed" | "right", sign: string, text: (Node | string)[], joint: Node[]) {
  return element("span", { class: `text ${side}` },
    element("span", { class: "sign", "aria-hidden": "true" }, sign),
    element("span", { class: "unheard" }, ` ${t(`compare.${side}`)}: `), ...text, ...joint);
}

function textOf(part: MadePart | undefined): (Node | string)[] {
  if (!part) return [element("span", { class: "nothing" }, t("compare.absent"))];
  if (part.field && secrets.includes(part.field)) return [element("span", { class: "nothing" }, `[${fieldName(part.field).toLowerCase()}]`)];
  return part.value === "" ? [element("span", { class: "nothing" }, t("result.empty"))] : [valueOf(...visible(part.value))];
}

/** A value, which no browser shall translate. */
const valueOf = (...text: (Node | string)[]) => element("span", { translate: "no" }, ...text);

/** Both texts, with the characters marked in which they differ. */
function difference(signed: MadePart | undefined, right: MadePart | undefined): [(Node | string)[], (Node | string)[]] {
  if (!signed || !right || secrets.includes(signed.field) || secrets.includes(right.field) || !signed.value || !right.value) {
    return [textOf(signed), textOf(right)];
  }
  const a = Array.from(signed.value), b = Array.from(right.value); // by code points, as a MAC has them
  const [start, end] = alike(a, b);
  return [[valueOf(...marked(a, start, end))], [valueOf(...marked(b, start, end))]];
}

function marked(text: string[], start: number, end: number) {
  const middle = text.slice(start, text.length - end).join("");
  return [
    ...visible(text.slice(0, start).join("")),
    ...(middle ? [element("mark", {}, ...visible(middle))] : []),
    ...visible(text.slice(text.length - end).join("")),
  ];
}

/** What differs beside the values: hash, key, bytes, separator, end, writing. */
function ways(signed: Making, right: Making) {
  const rows = [
    ["hash", signed.hash, right.hash] as const,
    ["key", keyOf(signed), keyOf(right)] as const,
    ["charset", sayNamed(signed.charset, signed.said.charset), sayNamed(right.charset, right.said.charset)] as const,
    ["separator", shown(signed.separator), shown(right.separator)] as const,
    ["end", shown(signed.end), shown(right.end)] as const,
    ["writing", sayNamed(signed.writing, signed.said.writing), sayNamed(right.writing, right.said.writing)] as const,
  ].filter(([, a, b]) => a !== b);
  if (rows.length === 0) return [];
  const bytes = otherBytes(right.parts.map(({ value }) => value).join(""), signed.charset, right.charset);
  return [element("dl", { class: "ways" }, ...rows.flatMap(([name, a, b]) => [
    element("dt", {}, t(`compare.${name}`)),
    element("dd", {}, line("signed", "✗", [a], []), line("right", "✓", [b], []),
      ...(name === "charset" ? bytes.map((text) => element("code", { class: "text", translate: "no" }, text)) : [])),
  ]))];
}

function keyOf({ key, hash }: Making) {
  if (!hash.startsWith("HMAC")) return t("compare.noKey");
  return key.map((field) => `[${fieldName(field).toLowerCase()}]`).join(" & ");
}

function shown(text: string) {
  return text === "" ? t("compare.nothing") : visible(text).map((part) => (typeof part === "string" ? part : part.textContent)).join("");
}

// Two strings to sign side by side: what was signed, and what should have been.

import { alike } from "../../text/alike.js";
import { element } from "../../dom/elements.js";
import { visible } from "../pieces.js";
import { said } from "../../words/translation.js";
import { fieldName, go, t } from "../../words/page-words.js";

/** @import { FieldName, Making, Part } from "../../api/types/mac.d.ts" */
/** @typedef {{ signed?: Part, right?: Part }} Pair values that stand at the same place */

/** @type {FieldName[]} */
const secrets = ["customerKey", "partnerKey"];

/** @param {Making} signed @param {Making} right */
export function comparison(signed, right) {
  const pairs = align(signed.parts, right.parts);
  return [
    element("div", { class: "pieces compared" }, ...pairs.map((pair, i) => cell(pair, i < pairs.length - 1 ? right.separator : ""))),
    ...ways(signed, right),
  ];
}

/**
 * Puts the same fields beside each other: place by place where both have as
 * many, else after the values that only one of them has.
 * @param {Part[]} signed
 * @param {Part[]} right
 * @returns {Pair[]}
 */
export function align(signed, right) {
  if (signed.length === right.length) return signed.map((part, i) => ({ signed: part, right: right[i] }));
  /** @type {Pair[]} */
  const pairs = [];
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

/** @param {Pair} pair @param {string} separator */
function cell({ signed, right }, separator) {
  const field = (right ?? signed)?.field;
  const name = field ? fieldName(field) : t("compare.method");
  const joint = separator ? [element("span", { class: "joint" }, separator)] : [];
  if (signed && right && signed.field === right.field && signed.value === right.value) {
    return element("span", { class: "piece", "data-field": field ?? "" }, element("span", { class: "name" }, name),
      element("span", { class: "text" }, ...textOf(right), ...joint));
  }
  const [wrong, good] = difference(signed, right);
  return element("span", { class: "piece differs", "data-field": field ?? "" }, element("span", { class: "name" }, name),
    line("signed", "✗", wrong, []), line("right", "✓", good, joint));
}

/**
 * @param {"signed" | "right"} side
 * @param {string} sign
 * @param {(Node | string)[]} text
 * @param {Node[]} joint
 */
function line(side, sign, text, joint) {
  return element("span", { class: `text ${side}` },
    element("span", { class: "sign", "aria-hidden": "true" }, sign),
    element("span", { class: "unheard" }, ` ${t(`compare.${side}`)}: `), ...text, ...joint);
}

/** @param {Part | undefined} part @returns {(Node | string)[]} */
function textOf(part) {
  if (!part) return [element("span", { class: "nothing" }, t("compare.absent"))];
  if (secrets.includes(part.field)) return [element("span", { class: "nothing" }, `[${fieldName(part.field).toLowerCase()}]`)];
  return part.value === "" ? [element("span", { class: "nothing" }, t("result.empty"))] : [valueOf(...visible(part.value))];
}

/** A value, which no browser shall translate. @param {...(Node | string)} text */
const valueOf = (...text) => element("span", { translate: "no" }, ...text);

/**
 * Both texts, with the characters marked in which they differ.
 * @param {Part | undefined} signed
 * @param {Part | undefined} right
 * @returns {[(Node | string)[], (Node | string)[]]}
 */
function difference(signed, right) {
  if (!signed || !right || secrets.includes(signed.field) || secrets.includes(right.field) || !signed.value || !right.value) {
    return [textOf(signed), textOf(right)];
  }
  const a = [...signed.value], b = [...right.value];
  const [start, end] = alike(a, b);
  return [[valueOf(...marked(a, start, end))], [valueOf(...marked(b, start, end))]];
}

/** @param {string[]} text @param {number} start @param {number} end */
function marked(text, start, end) {
  const middle = text.slice(start, text.length - end).join("");
  return [
    ...visible(text.slice(0, start).join("")),
    ...(middle ? [element("mark", {}, ...visible(middle))] : []),
    ...visible(text.slice(text.length - end).join("")),
  ];
}

/**
 * What differs beside the values: hash, key, bytes, separator, end, writing.
 * @param {Making} signed
 * @param {Making} right
 */
function ways(signed, right) {
  const rows = [
    /** @type {const} */ (["hash", said(go(), signed.hash), said(go(), right.hash)]),
    /** @type {const} */ (["key", keyOf(signed), keyOf(right)]),
    /** @type {const} */ (["charset", said(go(), signed.charset), said(go(), right.charset)]),
    /** @type {const} */ (["separator", shown(signed.separator), shown(right.separator)]),
    /** @type {const} */ (["end", shown(signed.end), shown(right.end)]),
    /** @type {const} */ (["writing", said(go(), signed.writing), said(go(), right.writing)]),
  ].filter(([, a, b]) => a !== b);
  if (rows.length === 0) return [];
  return [element("dl", { class: "ways" }, ...rows.flatMap(([name, a, b]) => [
    element("dt", {}, t(`compare.${name}`)),
    element("dd", {}, line("signed", "✗", [a], []), line("right", "✓", [b], [])),
  ]))];
}

/** @param {Making} making */
function keyOf({ key, separator, hash }) {
  if (!hash.startsWith("HMAC")) return t("compare.noKey");
  return key.map((field) => `[${fieldName(field).toLowerCase()}]`).join(" & ");
}

/** @param {string} text */
function shown(text) {
  return text === "" ? t("compare.nothing") : visible(text).map((part) => (typeof part === "string" ? part : part.textContent)).join("");
}

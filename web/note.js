// A text for a ticket: cause, evidence, fix and next step, without a key.

import { fingerprint } from "./calculator.js";
import { fieldName, t } from "./words.js";

/** @import { Key } from "./words.js" */
/** @import { FieldName, Keys, MacRequest, Mistake, Report } from "./mac.d.ts" */

/** What stands for a key that was typed into another field. */
const mask = "●●●●●●●●";

/**
 * @param {MacRequest} request
 * @param {Keys} keys
 * @param {Report} report
 * @returns {Promise<string>} Markdown
 */
export async function supportNote(request, keys, report) {
  const salt = crypto.getRandomValues(new Uint32Array(2)).reduce((text, n) => text + n.toString(16).padStart(8, "0"), "");
  const [cause = []] = report.causes;
  return [
    `# ${t("note.title")}`,
    `**${verdictOf(report, cause)}**`,
    ...cause.map((mistake) => `- ${sentence(mistake)}\n  ${t("note.fix")}: ${mistake.fix}`),
    `## ${t("note.request")}`,
    table(request),
    `## ${t("note.keys")}`,
    t("note.keys.about", { salt }),
    `- ${fieldName("customerKey")}: ${await described(keys.customer, salt)}`,
    `- ${fieldName("partnerKey")}: ${await described(keys.partner, salt)}`,
    `## ${t("note.evidence")}`,
    t(cause.length ? "note.proved" : "note.searched", { tried: report.tried.toLocaleString("en") }),
    ...(report.notices.length ? [`## ${t("note.hints")}`, ...report.notices.map((notice) => `- ${sentence(notice)}`)] : []),
    `## ${t("note.next")}`,
    t(report.ok ? "note.next.ok" : cause.length ? "note.next.cause" : "note.next.none"),
  ].join("\n\n").replaceAll(/\n\n- /g, "\n- ").replaceAll(keys.customer || "\0", mask).replaceAll(keys.partner || "\0", mask) + "\n";
}

/** @param {Report} report @param {Mistake[]} cause */
function verdictOf(report, cause) {
  if (report.ok) return t("verdict.ok");
  return t(cause.length ? "note.wrong" : "verdict.none");
}

/** @param {Mistake} mistake */
function sentence({ title, detail }) {
  return detail ? `${title}: ${detail}.` : `${title}.`;
}

/** @param {MacRequest} request */
function table(request) {
  const rows = Object.entries(request).map(([name, value]) => `| ${fieldName(/** @type {FieldName} */ (name))} | ${value ? `\`${value.replaceAll("`", "'").replaceAll("|", "\\|")}\`` : "–"} |`);
  return [`| ${t("note.field")} | ${t("note.value")} |`, "|---|---|", ...rows].join("\n");
}

/** A key by its length, alphabet and fingerprint. @param {string} key @param {string} salt */
async function described(key, salt) {
  if (!key) return t("note.key.none");
  const alphabet = /^[0-9a-f]+$/.test(key) ? "note.key.lower" : /^[0-9A-F]+$/.test(key) ? "note.key.upper" : /^[0-9a-fA-F]+$/.test(key) ? "note.key.hex" : "note.key.other";
  return t("note.key", { length: [...key].length, alphabet: t(/** @type {Key} */ (alphabet)), fingerprint: await fingerprint(key, salt) });
}

// A text for a ticket: cause, evidence, fix and next step, without a key.

import { masked } from "./case.js";
import { describe } from "./keys.js";
import { number } from "./language.js";
import { translatedReport } from "./translation.js";
import { fieldName, go, t } from "./words.js";

/** @import { FieldName, Keys, MacRequest, Mistake, Report } from "./mac.d.ts" */

/**
 * @param {MacRequest} request
 * @param {Keys} keys
 * @param {Report} report
 * @param {string} salt of the fingerprints
 * @returns {Promise<string>} Markdown
 */
export async function supportNote(request, keys, report, salt) {
  const { causes: [cause = []], notices } = translatedReport(go(), report);
  const lines = [
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
    t(cause.length ? "note.proved" : "note.searched", { tried: number(report.tried) }),
    ...(notices.length ? [`## ${t("note.hints")}`, ...notices.map((notice) => `- ${sentence(notice)}`)] : []),
    `## ${t("note.next")}`,
    t(report.ok ? "note.next.ok" : cause.length ? "note.next.cause" : "note.next.none"),
  ];
  return masked(lines.join("\n\n").replaceAll(/\n\n- /g, "\n- "), keys) + "\n";
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
  const found = await describe(key, salt);
  if (!found) return t("note.key.none");
  const { length, alphabet, fingerprint } = found;
  return t(fingerprint ? "note.key" : "note.key.short", { length, alphabet: t(`note.key.${alphabet}`), fingerprint });
}

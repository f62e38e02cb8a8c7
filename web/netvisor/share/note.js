// A text for a ticket: cause, evidence, fix and next step, without a key.

import { asCode, escaped, framed, guarded, guardedJoin } from "../../text/guard.js";
import { describe } from "./keys.js";
import { number } from "../../words/language.js";
import { translatedNote, translatedReport } from "../../words/translation.js";
import { seen } from "../../text/unseen.js";
import { fieldName, go, t } from "../../words/page-words.js";

/** @import { FieldName, Keys, MacRequest, Mistake, Note, Report } from "../../api/types/mac.d.ts" */

/**
 * @param {MacRequest} request
 * @param {Keys} keys
 * @param {Report} report
 * @param {string} salt of the fingerprints
 * @param {Note[]} [doubts] what the reading of the request left open
 * @returns {Promise<Guarded>} Markdown
 */
export async function supportNote(request, keys, report, salt, doubts = []) {
  const { causes: [cause = []], notices } = translatedReport(go(), report);
  return guardedJoin([
    framed`# ${plain(t("note.title"))}`,
    framed`**${plain(verdictOf(report, cause, doubts))}**`,
    list(doubts.map((note) => framed`- ${plain(translatedNote(go(), note).text)}`)),
    list(cause.map((mistake) => framed`- ${plain(sentence(mistake))}\n  ${plain(`${t("note.fix")}: ${mistake.fix}`)}`)),
    heading("note.request"),
    table(request),
    heading("note.keys"),
    plain(t("note.keys.about", { salt })),
    list([
      framed`- ${plain(`${fieldName("customerKey")}: ${await described(keys.customer, salt)}`)}`,
      framed`- ${plain(`${fieldName("partnerKey")}: ${await described(keys.partner, salt)}`)}`,
    ]),
    heading("note.evidence"),
    plain(t(cause.length ? "note.proved" : "note.searched", { tried: number(report.tried) })),
    ...(notices.length ? [heading("note.hints"), list(notices.map((notice) => framed`- ${plain(sentence(notice))}`))] : []),
    heading("note.next"),
    framed`${plain(t(report.ok ? "note.next.ok" : cause.length ? "note.next.cause" : "note.next.none"))}\n`,
  ].filter(Boolean), "\n\n");
}

/** @param {"note.request" | "note.keys" | "note.evidence" | "note.hints" | "note.next"} key */
const heading = (key) => framed`## ${plain(t(key))}`;

/** @param {Guarded[]} rows */
const list = (rows) => guardedJoin(rows, "\n");

/** What may be told of a text, in one line. Keys go before anything is escaped, which would part them. @param {string} text @param {string} [name] of the field */
const oneLine = (text, name) => guarded(seen(text.replace(/[\r\n]+/g, " ")), name);

/** A text as Markdown shows it. @param {string} text */
const plain = (text) => escaped(oneLine(text));

/** @param {Report} report @param {Mistake[]} cause @param {Note[]} doubts */
function verdictOf(report, cause, doubts) {
  if (report.ok) return t(doubts.length ? "verdict.unsure" : "verdict.ok");
  return t(cause.length ? "note.wrong" : "verdict.none");
}

/** @param {Mistake} mistake */
function sentence({ title, detail }) {
  return detail ? `${title}: ${detail}.` : `${title}.`;
}

/** @param {MacRequest} request */
function table(request) {
  const rows = Object.entries(request).map(([name, value]) => framed`| ${plain(fieldName(/** @type {FieldName} */ (name)))} | ${value ? asCode(oneLine(value, name)) : plain("–")} |`);
  return guardedJoin([framed`| ${plain(t("note.field"))} | ${plain(t("note.value"))} |`, framed`|---|---|`, ...rows], "\n");
}

/** A key by its length, alphabet and fingerprint. @param {string} key @param {string} salt */
async function described(key, salt) {
  const found = await describe(key, salt);
  if (!found) return t("note.key.none");
  const { length, alphabet, fingerprint } = found;
  return t(fingerprint ? "note.key" : "note.key.short", { length, alphabet: t(`note.key.${alphabet}`), fingerprint });
}

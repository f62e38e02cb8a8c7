// A text for a ticket: cause, evidence, fix and next step, without a key.

import { asCode, escaped, framed, guarded, guardedJoin } from "../../text/guard.ts";
import { headlineOf } from "../check/headline.ts";
import { number } from "../../words/language.ts";
import { row, told } from "../../words/go.ts";
import { seen } from "../../text/unseen.ts";
import { fieldName, t } from "../../words/page-words.ts";
import type { FieldName, MacRequest, Mistake, Note } from "../../api/types/mac.d.ts";
import type { Finding } from "./case.ts";
import type { Described, DescribedKeys } from "./described.ts";


/**
 * @param doubts what the reading of the request left open
 * @returns Markdown
 */
export function supportNote(request: MacRequest, keys: DescribedKeys, report: Finding, doubts: Note[] = []): Guarded {
  const [cause, notices] = [report.causes[0] ?? [], report.notices].map((list) => list.map(row));
  return guardedJoin([
    framed`# ${plain(t("note.title"))}`,
    framed`**${plain(verdictOf(report, cause, doubts))}**`,
    list(doubts.map((note) => framed`- ${plain(told(note).text)}`)),
    list(cause.map((mistake) => framed`- ${plain(sentence(mistake))}\n  ${plain(`${t("note.fix")}: ${mistake.fix}`)}`)),
    heading("note.request"),
    table(request),
    heading("note.keys"),
    plain(t("note.keys.about", { salt: keys.salt })),
    list([
      framed`- ${plain(`${fieldName("customerKey")}: ${described(keys.customer)}`)}`,
      framed`- ${plain(`${fieldName("partnerKey")}: ${described(keys.partner)}`)}`,
    ]),
    heading("note.evidence"),
    plain(t(cause.length ? "note.proved" : "note.searched", { tried: number(report.tried) })),
    ...(notices.length ? [heading("note.hints"), list(notices.map((notice) => framed`- ${plain(sentence(notice))}`))] : []),
    heading("note.next"),
    framed`${plain(t(report.ok ? "note.next.ok" : cause.length ? "note.next.cause" : "note.next.none"))}\n`,
  ].filter(Boolean), "\n\n");
}

const heading = (key: "note.request" | "note.keys" | "note.evidence" | "note.hints" | "note.next") => framed`## ${plain(t(key))}`;

const list = (rows: Guarded[]) => guardedJoin(rows, "\n");

/**
 * What may be told of a text, in one line. Keys go before anything is escaped, which would part them.
 * @param name of the field
 */
const oneLine = (text: string, name?: string) => guarded(seen(text.replace(/[\r\n]+/g, " ")), name);

/** A text as Markdown shows it. */
const plain = (text: string) => escaped(oneLine(text));

function verdictOf(report: Finding, cause: Mistake[], doubts: Note[]) {
  if (report.ok) return t(doubts.length ? "verdict.unsure" : "verdict.ok");
  return t(cause.length ? "note.wrong" : "verdict.none");
}

function sentence(mistake: Mistake) {
  const { title, detail, found } = mistake;
  if (found) return `${headlineOf(mistake)}.`;
  return detail ? `${title}: ${detail}.` : `${title}.`;
}

function table(request: MacRequest) {
  const rows = Object.entries(request as Record<string, string>).map(([name, value]) => framed`| ${plain(fieldName(name as FieldName))} | ${value ? asCode(oneLine(value, name)) : plain("–")} |`);
  return guardedJoin([framed`| ${plain(t("note.field"))} | ${plain(t("note.value"))} |`, framed`|---|---|`, ...rows], "\n");
}

/** A key by its length, alphabet and fingerprint. */
function described(found: Described | null) {
  if (!found) return t("note.key.none");
  const { length, alphabet, fingerprint } = found;
  return t(fingerprint ? "note.key" : "note.key.short", { length, alphabet: t(`note.key.${alphabet}`), fingerprint });
}

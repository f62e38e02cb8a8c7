// A mail to whoever has the keys: it asks for a case file of a request, which its link carries.

import { framed, guarded } from "../../text/guard.ts";
import { fieldName, t } from "../../words/page-words.ts";

export function mailText(link: Guarded): Guarded {
  const [before, after] = t("mail.text", { save: t("case.save"), customerKey: fieldName("customerKey"), partnerKey: fieldName("partnerKey") }).split("{link}");
  return framed`${guarded(before)}${link}${guarded(after)}`;
}

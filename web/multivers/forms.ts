// The forms of the values that go into commands. A saved state may come from anybody, and a command is run by an administrator.

import { value } from "./store.ts";

export type Formed = "binding-port" | "site" | "folder" | "header" | "thumbprint" | "pool-name";

/** What IIS takes for a site's name, a drive's folder, and what RFC 9110 calls a token. */
const forms: Record<Formed, (text: string) => boolean> = {
  "binding-port": (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535,
  site: (text) => /^[^\\/?;:@&=+$,|"<>*\p{C}\p{Zl}\p{Zp}]{1,260}$/u.test(text),
  folder: (text) => /^[A-Za-z]:[\\/][^"<>|?*:\p{C}\p{Zl}\p{Zp}]{0,240}$/u.test(text),
  // IIS takes for a pool's name what it takes for a site's, up to 64 characters.
  "pool-name": (text) => /^[^\\/?;:@&=+$,|"<>*'%\p{C}\p{Zl}\p{Zp}]{1,64}$/u.test(text),
  thumbprint: (text) => /^[0-9A-Fa-f]{40}$/.test(text),
  header: (text) => /^[\w!#$%&'*+.^`|~-]{1,100}$/.test(text),
};

/** What stands in a field, or what a command takes when nothing does; windows show a thumbprint with spaces. */
export const formed = (id: Formed) => (id === "thumbprint" ? value(id).replace(/[\s\u200e]/g, "") : value(id).trim()) || (id === "binding-port" ? "4430" : "");

/** Whether a value may go into a command. */
export const isFormed = (id: Formed) => forms[id](formed(id));

/** Whether a text is the name of a header. */
export const isHeaderName = (text: string) => forms.header(text.trim());

/** The values that were entered and that no command takes. */
export const unformed = () => (Object.keys(forms) as Formed[]).filter((id) => value(id).trim() && !isFormed(id));

// The bytes of a character, to show what a MAC of other bytes was made of.

/** What ISO-8859-15 has at these bytes. */
const latin9 = new Map([["€", 0xa4], ["Š", 0xa6], ["š", 0xa8], ["Ž", 0xb4], ["ž", 0xb8], ["Œ", 0xbc], ["œ", 0xbd], ["Ÿ", 0xbe]]);

/** In capital hex, a space between two bytes; "?" for a character that the charset lacks. */
export function bytesOf(character: string, charset: string) {
  const code = character.codePointAt(0) ?? 0;
  const bytes = charset === "UTF-8" ? [...new TextEncoder().encode(character)] : charset === "UTF-16LE" ? [code & 255, code >> 8] : [latinOf(character, code, charset)];
  return bytes.map((byte) => byte === undefined ? "?" : byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}

function latinOf(character: string, code: number, charset: string) {
  const replaced = [...latin9.values()].includes(code);
  if (charset === "ISO-8859-15" && (latin9.has(character) || replaced)) return latin9.get(character);
  return code < 256 ? code : undefined;
}

/** How many characters are shown. */
const most = 3;

/** The first characters of a text whose bytes the two charsets have otherwise, such as "ö = C3 B6 → F6". */
export function otherBytes(text: string, signed: string, right: string) {
  const odd = [...new Set(text)].filter((character) => /[^\0-\x7f]/u.test(character) && bytesOf(character, signed) !== bytesOf(character, right));
  return odd.slice(0, most).map((character) => `${character} = ${bytesOf(character, signed)} → ${bytesOf(character, right)}`);
}

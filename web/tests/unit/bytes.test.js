// The bytes that the comparison shows, held to what Node decodes.

import assert from "node:assert/strict";
import test from "node:test";
import { bytesOf, otherBytes } from "../../netvisor/check/bytes.ts";

for (const [charset, label] of Object.entries({ "UTF-8": "utf-8", "ISO-8859-15": "iso-8859-15", "UTF-16LE": "utf-16le" })) {
  test(`bytes in ${charset} are read as the character that they are of`, () => {
    let shown = 0;
    for (let code = 0xa0; code < 0x2100; code++) {
      const character = String.fromCharCode(code), bytes = bytesOf(character, charset);
      if (bytes === "?") continue;
      shown++;
      assert.equal(new TextDecoder(label).decode(Uint8Array.from(bytes.split(" "), (byte) => parseInt(byte, 16))), character, `${bytes} ${code}`);
    }
    assert.equal(shown, charset === "ISO-8859-15" ? 96 : 0x2100 - 0xa0);
  });
}

test("ISO-8859-1 has the first 256 characters, and lacks the others", () => {
  for (let code = 0; code < 256; code++) assert.equal(Buffer.from(bytesOf(String.fromCharCode(code), "ISO-8859-1"), "hex").toString("latin1"), String.fromCharCode(code));
  for (const character of "Ā€š€") assert.equal(bytesOf(character, "ISO-8859-1"), "?");
});

test("each character is shown once, three at most, and none that has the same bytes", () => {
  assert.deepEqual(otherBytes("Työ a ööä", "UTF-8", "ISO-8859-1"), ["ö = C3 B6 → F6", "ä = C3 A4 → E4"]);
  assert.deepEqual(otherBytes("åäöü", "ISO-8859-1", "UTF-8"), ["å = E5 → C3 A5", "ä = E4 → C3 A4", "ö = F6 → C3 B6"]);
  assert.deepEqual(otherBytes("ö€", "ISO-8859-15", "ISO-8859-1"), ["€ = A4 → ?"]);
  assert.deepEqual(otherBytes("abc", "UTF-8", "ISO-8859-1"), []);
});

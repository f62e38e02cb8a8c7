package multivers

import (
	"strconv"

	"netvisormac/internal/said"
)

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// isWideSpace tells whether r looks like a space and is none to XML: web pages and word processors have them.
func isWideSpace(r rune) bool {
	return r == 0xA0 || 0x2000 <= r && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000
}

// isInvisible tells whether r has no width: zero-width characters, soft hyphen, byte order mark.
func isInvisible(r rune) bool {
	return 0x200B <= r && r <= 0x200D || r == 0x2060 || r == 0xFEFF || r == 0xAD
}

// quoteOf returns the straight quotation mark that r is or stands for, 0 if it is no quotation mark.
func quoteOf(r rune) rune {
	switch r {
	case '"', 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB:
		return '"'
	case '\'', 0x2018, 0x2019, 0x201A, 0x201B, 0x2032:
		return '\''
	}
	return 0
}

// isCharacter tells whether XML allows r.
func isCharacter(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r >= 0xD800 && r < 0xE000, r == 0xFFFE, r == 0xFFFF:
		return false
	}
	return r <= 0x10FFFF
}

// show names a character.
func show(r rune) said.Text {
	if r > ' ' && r < 0x7F {
		return Sentences.Text("character.seen", "character", string(r))
	}
	return Sentences.Text("character.unseen", "character", codePoint(r))
}

func codePoint(r rune) string {
	hex := strconv.FormatInt(int64(r), 16)
	for len(hex) < 4 {
		hex = "0" + hex
	}
	return "U+" + upper(hex)
}

func upper(hex string) string {
	b := []byte(hex)
	for i, c := range b {
		if c >= 'a' {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

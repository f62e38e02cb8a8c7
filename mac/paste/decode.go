package paste

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode returns text in UTF-8 and the id of the note that says what was done.
func decode(text string) (string, string) {
	switch {
	case strings.HasPrefix(text, "\xff\xfe"):
		return decode16(text[2:], 0), "utf-16"
	case strings.HasPrefix(text, "\xfe\xff"):
		return decode16(text[2:], 1), "utf-16"
	case strings.HasPrefix(text, "\ufeff"):
		return text[len("\ufeff"):], "byte-order-mark"
	case utf8.ValidString(text):
		return text, ""
	}
	out := make([]rune, len(text))
	for i := range out {
		out[i] = rune(text[i])
	}
	return string(out), "iso-8859-1"
}

// decode16 reads UTF-16; low is the index of the low byte in each pair.
func decode16(text string, low int) string {
	units := make([]uint16, 0, len(text)/2)
	for i := 0; i+1 < len(text); i += 2 {
		units = append(units, uint16(text[i+low])|uint16(text[i+1-low])<<8)
	}
	return string(utf16.Decode(units))
}

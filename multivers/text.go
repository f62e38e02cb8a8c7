package multivers

import (
	"strings"
	"unicode/utf8"
)

// Span is a part of a text, in bytes.
type Span struct{ Start, End int }

// Text returns what a file says, as UTF-8 without the byte order mark. What cannot be decoded becomes U+FFFD.
func Text(config []byte) string {
	text := readSource(config).text
	if utf8.ValidString(text) {
		return text
	}
	return strings.Map(func(r rune) rune { return r }, text)
}

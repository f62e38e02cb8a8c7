package mac

import (
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Charset is how the string to sign becomes bytes. The empty Charset is the
// algorithm's own: Latin1 for HMACSHA256, Latin9 for SHA256, as the examples
// of the official page encode.
type Charset string

const (
	Latin1 Charset = "ISO-8859-1"  // what the official HMACSHA256 example hashes
	Latin9 Charset = "ISO-8859-15" // what the official SHA256 example hashes
	UTF8   Charset = "UTF-8"       // what most languages hash when nobody tells them otherwise
)

// charmaps has a nil table for the charset that Go's strings are in.
var charmaps = map[Charset]*charmap.Charmap{Latin1: charmap.ISO8859_1, Latin9: charmap.ISO8859_15, UTF8: nil}

// or returns c, or the algorithm's own charset if c is empty.
func (c Charset) or(a Algorithm) Charset {
	switch {
	case c != "":
		return c
	case a == SHA256:
		return Latin9
	}
	return Latin1
}

// check returns an error for a charset that is none of the three.
func (c Charset) check() error {
	if _, known := charmaps[c]; !known {
		return not(ErrCharset, string(c))
	}
	return nil
}

// encode appends the bytes of text to dst. The error is a *FieldError
// without its field.
func (c Charset) encode(dst []byte, text string) ([]byte, *FieldError) {
	table := charmaps[c]
	if table == nil {
		return append(dst, text...), nil
	}
	for i, r := range text {
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
			continue
		}
		b, ok := table.EncodeRune(r)
		if !ok {
			return dst, c.lacks(text, i)
		}
		dst = append(dst, b)
	}
	return dst, nil
}

// lacks describes the character at byte i of text.
func (c Charset) lacks(text string, i int) *FieldError {
	r, _ := utf8.DecodeRuneInString(text[i:])
	position := utf8.RuneCountInString(text[:i]) + 1
	return &FieldError{Character: r, Position: position, Err: explained{ErrCharacter,
		"character " + strconv.Itoa(position) + ", " + strconv.QuoteRune(r) + " (" + codePoint(r) + "), is " +
			ErrCharacter.Error() + " " + string(c)}}
}

package mac

import (
	"strconv"
	"unicode/utf16"
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

// encoding turns text into bytes.
type encoding struct {
	index         int // among encodings
	name          Charset
	rune          func(rune) (byte, bool) // of a character outside ASCII; nil for Go's own bytes
	wide          bool                    // two bytes for each UTF-16 unit, low byte first
	lossy         bool                    // a question mark for what rune lacks
	byteOrderMark string
}

const utf8Mark = "\xef\xbb\xbf"

var (
	latin1   = &encoding{name: Latin1, rune: charmap.ISO8859_1.EncodeRune, byteOrderMark: utf8Mark}
	latin9   = &encoding{name: Latin9, rune: charmap.ISO8859_15.EncodeRune, byteOrderMark: utf8Mark}
	rawBytes = &encoding{name: UTF8, byteOrderMark: utf8Mark}
	utf16LE  = &encoding{name: "UTF-16LE", wide: true, byteOrderMark: "\xff\xfe"}
	lossy    = &encoding{name: "ISO-8859-1, ? for what it lacks", rune: charmap.ISO8859_1.EncodeRune, lossy: true, byteOrderMark: utf8Mark}
	ascii    = &encoding{name: "ASCII, ? for what it lacks", rune: func(rune) (byte, bool) { return 0, false }, lossy: true, byteOrderMark: utf8Mark}
)

// encodings are all of them, each at its index.
var encodings = [...]*encoding{latin1, latin9, rawBytes, utf16LE, lossy, ascii}

func init() {
	for i, e := range encodings {
		e.index = i
	}
}

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

// encoding returns how a charset that users may choose makes bytes; with the
// error, latin1.
func (c Charset) encoding() (*encoding, error) {
	for _, e := range []*encoding{latin1, latin9, rawBytes} {
		if e.name == c {
			return e, nil
		}
	}
	return latin1, not(ErrCharset, string(c))
}

// append appends the bytes of text to dst. The error is without its field.
func (e *encoding) append(dst []byte, text string) ([]byte, *FieldError) {
	switch {
	case e.wide:
		return e.appendWide(dst, text), nil
	case e.rune == nil:
		return append(dst, text...), nil
	}
	plain := asciiLength(text)
	dst = append(dst, text[:plain]...)
	for i, r := range text[plain:] {
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
			continue
		}
		b, ok := e.rune(r)
		if !ok && !e.lossy {
			return dst, e.name.lacks(text, plain+i)
		}
		if !ok {
			b = '?'
		}
		dst = append(dst, b)
	}
	return dst, nil
}

// asciiLength is how many bytes there are before the first outside ASCII.
func asciiLength(text string) int {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return i
		}
	}
	return len(text)
}

// appendASCII appends a separator or a line end.
func (e *encoding) appendASCII(dst []byte, text string) []byte {
	if e.wide {
		return e.appendWide(dst, text)
	}
	return append(dst, text...)
}

func (e *encoding) appendWide(dst []byte, text string) []byte {
	for _, unit := range utf16.Encode([]rune(text)) {
		dst = append(dst, byte(unit), byte(unit>>8))
	}
	return dst
}

// lacks describes the character at byte i of text.
func (c Charset) lacks(text string, i int) *FieldError {
	r, _ := utf8.DecodeRuneInString(text[i:])
	position := utf8.RuneCountInString(text[:i]) + 1
	return &FieldError{Character: r, Position: position, Err: explained{ErrCharacter,
		"character " + strconv.Itoa(position) + ", " + strconv.QuoteRune(r) + " (" + codePoint(r) + "), is " +
			ErrCharacter.Error() + " " + string(c)}}
}

package mac

import (
	"errors"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"netvisormac/internal/letters"
)

// encoding turns text into bytes.
type encoding struct {
	index         int // among encodings
	name          string
	rune          func(rune) (byte, bool) // of a character outside ASCII; nil for Go's own bytes
	wide          bool                    // two bytes for each UTF-16 unit, low byte first
	lossy         bool                    // a question mark for what rune lacks
	byteOrderMark string
}

const utf8Mark = "\xef\xbb\xbf"

var (
	latin1   = &encoding{name: "ISO-8859-1", rune: charmap.ISO8859_1.EncodeRune, byteOrderMark: utf8Mark}
	latin9   = &encoding{name: "ISO-8859-15", rune: charmap.ISO8859_15.EncodeRune, byteOrderMark: utf8Mark}
	rawBytes = &encoding{name: "UTF-8", byteOrderMark: utf8Mark}
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

// append appends the bytes of text to dst. The error is without its field.
func (e *encoding) append(dst []byte, text string) ([]byte, *lack) {
	switch {
	case e.wide:
		return e.appendWide(dst, text), nil
	case e.rune == nil:
		return append(dst, text...), nil
	}
	plain := letters.ASCIILength(text)
	dst = append(dst, text[:plain]...)
	for i, r := range text[plain:] {
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
			continue
		}
		b, ok := e.rune(r)
		if !ok && !e.lossy {
			return dst, lackAt(e, text, plain+i, "")
		}
		if !ok {
			b = '?'
		}
		dst = append(dst, b)
	}
	return dst, nil
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

// lack is a character of a value that an encoding lacks.
type lack struct {
	field     string // of the value; empty where that is not known
	charset   string
	character rune
	position  int // of the character, counted from 1 in characters
}

// errCharacter is what every lack unwraps to.
var errCharacter = errors.New("not a character of the charset")

// Error says it without the value, which may be a key.
func (l *lack) Error() string {
	return "character " + strconv.Itoa(l.position) + ", " + strconv.QuoteRune(l.character) + " (" + letters.CodePoint(l.character) + "), is " +
		errCharacter.Error() + " " + l.charset
}

// Unwrap returns errCharacter.
func (l *lack) Unwrap() error { return errCharacter }

// lackAt describes the character at byte i of text.
func lackAt(e *encoding, text string, i int, field string) *lack {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return &lack{field: field, charset: e.name, character: r, position: utf8.RuneCountInString(text[:i]) + 1}
}

// encodingOf returns one that a charset's name means, or none. Without a name it is the legacy algorithm's, or that of the other.
func encodingOf(charset string, legacy bool) *encoding {
	switch {
	case charset == "" && legacy:
		return latin9
	case charset == "":
		return latin1
	}
	for _, e := range []*encoding{latin1, latin9, rawBytes} {
		if e.name == charset {
			return e
		}
	}
	return nil
}

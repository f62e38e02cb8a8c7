package calc

import (
	"errors"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"netvisormac/internal/letters"
	"netvisormac/internal/said"
)

// Encoding turns text into bytes.
type Encoding struct {
	Index         int // among encodings
	Name          string
	ID            string                  // of the name, where it is words
	Rune          func(rune) (byte, bool) // of a character outside ASCII; nil for Go's own bytes
	Wide          bool                    // two bytes for each UTF-16 unit, low byte first
	lossy         bool                    // a question mark for what rune lacks
	ByteOrderMark string
}

const utf8Mark = "\xef\xbb\xbf"

var (
	Latin1      = &Encoding{Name: "ISO-8859-1", Rune: charmap.ISO8859_1.EncodeRune, ByteOrderMark: utf8Mark}
	Latin9      = &Encoding{Name: "ISO-8859-15", Rune: charmap.ISO8859_15.EncodeRune, ByteOrderMark: utf8Mark}
	UTF8        = &Encoding{Name: "UTF-8", ByteOrderMark: utf8Mark}
	Utf16LE     = &Encoding{Name: "UTF-16LE", Wide: true, ByteOrderMark: "\xff\xfe"}
	LossyLatin1 = &Encoding{Name: "ISO-8859-1, ? for what it lacks", ID: "making.lossy-latin-1", Rune: charmap.ISO8859_1.EncodeRune, lossy: true, ByteOrderMark: utf8Mark}
	LossyASCII  = &Encoding{Name: "ASCII, ? for what it lacks", ID: "making.lossy-ascii", Rune: func(rune) (byte, bool) { return 0, false }, lossy: true, ByteOrderMark: utf8Mark}
)

// Encodings are all of them, each at its index.
var Encodings = [...]*Encoding{Latin1, Latin9, UTF8, Utf16LE, LossyLatin1, LossyASCII}

func init() {
	for i, e := range Encodings {
		e.Index = i
	}
}

// Append appends the bytes of text to dst. The error is without its field.
func (e *Encoding) Append(dst []byte, text string) ([]byte, *Lack) {
	switch {
	case e.Wide:
		return e.appendWide(dst, text), nil
	case e.Rune == nil:
		return append(dst, text...), nil
	}
	plain := letters.ASCIILength(text)
	dst = append(dst, text[:plain]...)
	for i, r := range text[plain:] {
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
			continue
		}
		b, ok := e.Rune(r)
		if !ok && !e.lossy {
			return dst, LackAt(e, text, plain+i, "")
		}
		if !ok {
			b = '?'
		}
		dst = append(dst, b)
	}
	return dst, nil
}

// appendASCII appends a separator or a line end.
func (e *Encoding) appendASCII(dst []byte, text string) []byte {
	if e.Wide {
		return e.appendWide(dst, text)
	}
	return append(dst, text...)
}

func (e *Encoding) appendWide(dst []byte, text string) []byte {
	for _, unit := range utf16.Encode([]rune(text)) {
		dst = append(dst, byte(unit), byte(unit>>8))
	}
	return dst
}

// Lack is a character of a value that an encoding lacks.
type Lack struct {
	Field     string // of the value; empty where that is not known
	charset   string
	Character rune
	Position  int // of the character, counted from 1 in characters
}

// ErrCharacter is what every lack unwraps to.
var ErrCharacter = errors.New("not a character of the charset")

// Said says it without the value, which may be a key.
func (l *Lack) Said() said.Text {
	return lacking.Text("error.character", "position", l.Position, "character", strconv.QuoteRune(l.Character), "codePoint", letters.CodePoint(l.Character), "charset", l.charset)
}

func (l *Lack) Error() string { return l.Said().English }

// Unwrap returns ErrCharacter.
func (l *Lack) Unwrap() error { return ErrCharacter }

// LackAt describes the character at byte i of text.
func LackAt(e *Encoding, text string, i int, field string) *Lack {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return &Lack{Field: field, charset: e.Name, Character: r, Position: utf8.RuneCountInString(text[:i]) + 1}
}

// EncodingOf returns one that a charset's name means, or none. Without a name it is the legacy algorithm's, or that of the other.
func EncodingOf(charset string, legacy bool) *Encoding {
	switch {
	case charset == "" && legacy:
		return Latin9
	case charset == "":
		return Latin1
	}
	for _, e := range []*Encoding{Latin1, Latin9, UTF8} {
		if e.Name == charset {
			return e
		}
	}
	return nil
}

package multivers

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// encoding is how the characters of a file are written.
type encoding int

const (
	utf8Bytes encoding = iota
	utf16LittleEndian
	utf16BigEndian
	oneByte // ISO-8859-1 or windows-1252
)

// source is a file as text. The text is UTF-8 whatever the file's encoding, without the byte order
// mark; what cannot be read becomes bytes that are not UTF-8, so that the scanner refuses it there.
type source struct {
	text     string
	encoding encoding
	mark     int // length of the byte order mark in bytes
}

// readSource recognises the encoding as XML parsers do: by the byte order mark, by the zero bytes of
// UTF-16, and else by the declaration, which is believed if the file is not UTF-8.
func readSource(file []byte) source {
	switch {
	case bytes.HasPrefix(file, []byte("\xEF\xBB\xBF")):
		return source{string(file[3:]), utf8Bytes, 3}
	case bytes.HasPrefix(file, []byte("\xFF\xFE")):
		return source{fromUTF16(file[2:], 0), utf16LittleEndian, 2}
	case bytes.HasPrefix(file, []byte("\xFE\xFF")):
		return source{fromUTF16(file[2:], 1), utf16BigEndian, 2}
	case len(file) > 1 && file[0] == 0:
		return source{fromUTF16(file, 1), utf16BigEndian, 0}
	case len(file) > 1 && file[1] == 0:
		return source{fromUTF16(file, 0), utf16LittleEndian, 0}
	case utf8.Valid(file):
		return source{string(file), utf8Bytes, 0}
	}
	switch declaredEncoding(file) {
	case "iso-8859-1", "windows-1252":
		return source{fromOneByte(file, fromWindows1252), oneByte, 0}
	}
	return source{string(file), utf8Bytes, 0}
}

// fromUTF16 decodes UTF-16 whose low byte is at index low of each pair. A lone surrogate and a lone last byte become invalid UTF-8.
func fromUTF16(file []byte, low int) string {
	var b strings.Builder
	b.Grow(len(file)/2 + 8)
	unit := func(i int) rune { return rune(file[i+low]) | rune(file[i+1-low])<<8 }
	i := 0
	for ; i+1 < len(file); i += 2 {
		r := unit(i)
		if r >= 0xD800 && r < 0xDC00 && i+3 < len(file) && unit(i+2)&0xFC00 == 0xDC00 {
			r = (r-0xD800)<<10 + unit(i+2) - 0xDC00 + 0x10000
			i += 2
		}
		if r >= 0xD800 && r < 0xE000 {
			b.WriteByte(0xFF)
			continue
		}
		b.WriteRune(r)
	}
	if i < len(file) {
		b.WriteByte(0xFF)
	}
	return b.String()
}

// fromOneByte reads a file of one byte for each character. ISO-8859-1 is read as windows-1252 too, as its users
// mean it: the difference is control characters that no file has.
func fromOneByte(file []byte, character func(byte) rune) string {
	var b strings.Builder
	b.Grow(len(file) + 8)
	for _, c := range file {
		b.WriteRune(character(c))
	}
	return b.String()
}

// windows1252Only are the characters 0x80 to 0x9F of windows-1252, U+FFFD where it has none.
// Package charmap reads as control characters some that it has none of.
var windows1252Only = [...]uint16{
	0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
	0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
}

func fromWindows1252(c byte) rune {
	if c >= 0x80 && c < 0xA0 {
		return rune(windows1252Only[c-0x80])
	}
	return rune(c)
}

// declaredEncoding returns the encoding that the XML declaration names, in lower case, "" if none.
func declaredEncoding(file []byte) string {
	head, _, _ := strings.Cut(string(file[:min(len(file), 200)]), "?>")
	_, rest, found := strings.Cut(head, "encoding")
	if !found || !strings.HasPrefix(head, "<?xml") {
		return ""
	}
	letter := func(r rune) bool { return strings.ContainsRune(declarable, r) }
	rest = strings.TrimLeftFunc(rest, func(r rune) bool { return !letter(r) })
	return strings.ToLower(rest[:len(rest)-len(strings.TrimLeftFunc(rest, letter))])
}

// width returns how many bytes of the file a part of the text takes.
func (s source) width(part string) int {
	switch s.encoding {
	case utf8Bytes:
		return len(part)
	case oneByte:
		return utf8.RuneCountInString(part)
	}
	n := 0
	for _, r := range part {
		if n += 2; r >= 0x10000 {
			n += 2
		}
	}
	return n
}

// encode appends the file's bytes of a text that is ASCII, as is all that edits write.
func (s source) encode(to []byte, text string) []byte {
	if s.encoding == utf8Bytes || s.encoding == oneByte {
		return append(to, text...)
	}
	for i := range len(text) {
		if s.encoding == utf16LittleEndian {
			to = append(to, text[i], 0)
		} else {
			to = append(to, 0, text[i])
		}
	}
	return to
}

package multivers

import (
	"strings"
	"unicode/utf8"
)

// beginning reads what stands before the first tag, with the XML declaration.
func (s *scanner) beginning() bool {
	start := s.pos
	mends := s.mends
	s.strayMarks()
	space := s.pos
	for s.pos < len(s.text) && isSpace(s.text[s.pos]) {
		s.pos++
	}
	if !s.has("<?xml") || !s.spaceAt(s.pos+len("<?xml")) {
		s.pos, s.mends, s.broken = start, mends, false // no declaration: markup reads it, and judges it
		return true
	}
	if s.pos > space {
		s.mend(space, s.pos, "", "space-before-declaration")
	}
	s.pos += len("<?xml")
	return s.declaration()
}

// spaceAt tells whether a space stands at an offset, or what mending makes one or nothing of.
func (s *scanner) spaceAt(at int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return at < len(s.text) && (r < 0x80 && isSpace(byte(r)) || isWideSpace(r) || isInvisible(r))
}

// strayMarks mends invisible characters, such as a second byte order mark.
func (s *scanner) strayMarks() {
	for s.pos < len(s.text) && s.text[s.pos] >= 0x80 && s.stray(s.mend) {
	}
}

// declaration reads the rest of <?xml version="1.0" encoding="utf-8" standalone="yes"?>.
func (s *scanner) declaration() bool {
	if !s.attributes() {
		return false
	}
	if !s.has("?>") {
		return s.expected("xml.declaration-end")
	}
	s.pos += 2
	order := []string{"version", "encoding", "standalone"}
	for i, a := range s.list {
		for len(order) > 0 && order[0] != a.name && i > 0 {
			order = order[1:]
		}
		if len(order) == 0 || order[0] != a.name || strings.Trim(a.raw, declarable) != "" {
			return s.fail(a.start, "xml.declaration")
		}
		order = order[1:]
		if a.name == "version" && a.raw != "1.0" {
			return s.fail(a.valueStart, "xml.version")
		}
		if a.name == "standalone" && a.raw != "yes" && a.raw != "no" {
			return s.fail(a.start, "xml.standalone")
		}
		if a.name == "encoding" && !s.declared(a) {
			return false
		}
	}
	if len(s.list) == 0 {
		return s.fail(s.pos, "xml.no-version")
	}
	return true
}

const declarable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-"

// declared compares the declared encoding with the one that the bytes are in.
func (s *scanner) declared(a attribute) bool {
	wide := s.encoding == utf16LittleEndian || s.encoding == utf16BigEndian
	right := "utf-8"
	if wide {
		right = "utf-16"
	}
	switch strings.ToLower(a.raw) {
	case right,
		map[encoding]string{utf16LittleEndian: "utf-16le", utf16BigEndian: "utf-16be"}[s.encoding]:
		return true
	case "utf-8", "utf-16", "utf-16le", "utf-16be":
		s.mend(a.valueStart, a.valueEnd, right, "encoding-mismatch")
		return true
	case "iso-8859-1", "windows-1252", "us-ascii":
	default:
		return s.stop(a.valueStart, "encoding-unknown")
	}
	switch {
	case wide, strings.EqualFold(a.raw, "us-ascii") && !isASCII(s.text):
		s.mend(a.valueStart, a.valueEnd, right, "encoding-mismatch")
	case s.encoding == utf8Bytes && !isASCII(s.text):
		s.tidy(a.valueStart, a.valueEnd, right, "encoding-doubtful")
	}
	return true
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

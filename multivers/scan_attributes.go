package multivers

import (
	"strings"
	"unicode/utf8"
)

// attributes reads attributes into the list, up to > or / or ?.
func (s *scanner) attributes() bool {
	s.list = s.list[:0]
	for {
		spaced := s.space()
		if s.pos >= len(s.text) {
			return s.expected("xml.tag-end")
		}
		if c := s.text[s.pos]; c == '>' || c == '/' || c == '?' {
			return s.distinct()
		}
		if !spaced {
			s.mend(s.pos, s.pos, " ", "attributes-not-separated")
		}
		a := attribute{start: s.pos}
		var ok bool
		if a.name, ok = s.qualifiedName("xml.attribute-name"); !ok {
			return false
		}
		a.nameEnd = s.pos
		if s.space(); !s.has("=") {
			return s.expected("xml.equals")
		}
		s.pos++
		if s.space(); !s.value(&a) {
			return false
		}
		s.list = append(s.list, a)
	}
}

// distinct checks that no attribute of the list is there twice.
func (s *scanner) distinct() bool {
	if len(s.list) < 2 {
		return true
	}
	if len(s.list) > 8 {
		seen := make(map[string]bool, len(s.list))
		for _, a := range s.list {
			if seen[a.name] {
				return s.fail(a.start, "xml.attribute-twice")
			}
			seen[a.name] = true
		}
		return true
	}
	for i, a := range s.list {
		for _, b := range s.list[:i] {
			if a.name == b.name {
				return s.fail(a.start, "xml.attribute-twice")
			}
		}
	}
	return true
}

// value reads an attribute's value with its quotation marks. The reading of XML comes first; where
// it fails, a typographic mark counts as the straight one that it stands for.
func (s *scanner) value(a *attribute) bool {
	open, size := s.rune()
	quote := quoteOf(open)
	if quote == 0 {
		return s.slips && s.unquoted(a) || s.expected("xml.quote")
	}
	opened := s.pos
	a.valueStart = opened + size
	straight, mark := open == quote, `"` // string(quote) would make a text each time
	if quote == '\'' {
		mark = "'"
	}
	closed, closeSize := s.closing(a.valueStart, quote, straight)
	if closed < 0 {
		s.pos = opened
		return s.fail(opened, "xml.quote-open")
	}
	if !straight {
		s.mend(opened, a.valueStart, mark, "typographic-quotes")
	}
	if s.text[closed:closed+closeSize] != mark {
		s.mend(closed, closed+closeSize, mark, "typographic-quotes")
	}
	a.valueEnd, a.end = closed, closed+closeSize
	a.raw = s.text[a.valueStart:closed]
	if !s.references(a.valueStart, closed) {
		return false
	}
	s.pos = a.end
	return true
}

// closing finds the mark that closes a value: at which offset, or none, and how long it is.
func (s *scanner) closing(from int, quote rune, straight bool) (at, size int) {
	candidate, candidateSize := none, 0
	for i := from; i < len(s.text) && s.text[i] != '<'; {
		if c := s.text[i]; c < 0x80 && rune(c) != quote {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if quoteOf(r) == quote {
			ends := s.endsValue(i + size)
			switch {
			case !straight, r == quote && (ends || candidate == none):
				return i, size
			case r == quote:
				return candidate, candidateSize
			case ends && candidate == none:
				candidate, candidateSize = i, size
			}
		}
		i += size
	}
	return candidate, candidateSize
}

// endsValue tells whether what stands here may follow a value.
func (s *scanner) endsValue(at int) bool {
	return s.spaceAt(at) || at < len(s.text) && strings.IndexByte(">/?", s.text[at]) >= 0
}

// references checks the characters and references of a value, and goes to its end.
func (s *scanner) references(start, end int) bool {
	for s.pos = start; ; {
		next := strings.IndexByte(s.text[s.pos:end], '&')
		if next < 0 {
			return s.valid(s.pos, end)
		}
		if !s.valid(s.pos, s.pos+next) {
			return false
		}
		if s.pos += next; !s.reference() {
			return false
		}
	}
}

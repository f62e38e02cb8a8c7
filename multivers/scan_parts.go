package multivers

import (
	"strings"
	"unicode/utf8"
)

// stray passes wide spaces, or invisible characters, and mends them.
func (s *scanner) stray(mend func(start, end int, text, id string)) bool {
	start := s.pos
	if n := s.run(isWideSpace); n > 0 {
		mend(start, s.pos, strings.Repeat(" ", n), "wide-space")
	} else if s.run(isInvisible) > 0 {
		mend(start, s.pos, "", "invisible-character")
	}
	return s.pos > start
}

// maxRun is how many characters one mend may span: few different texts keep a list of edits small.
const maxRun = 16

// run passes characters of a kind and tells how many there were.
func (s *scanner) run(is func(rune) bool) (n int) {
	for s.pos < len(s.text) && n < maxRun {
		r, size := s.rune()
		if !is(r) {
			break
		}
		s.pos += size
		n++
	}
	return n
}

// space passes white space in a tag and tells whether there was any.
func (s *scanner) space() bool {
	found := false
	for s.pos < len(s.text) {
		if c := s.text[s.pos]; isSpace(c) {
			found = true
			s.pos++
			continue
		} else if c < 0x80 {
			break
		}
		r, _ := s.rune()
		if !s.stray(s.mend) {
			break
		}
		found = found || isWideSpace(r)
	}
	return found
}

// name reads a name without colon; what tells what it would be the name of.
func (s *scanner) name(what string) (string, bool) {
	start := s.pos
	var cleaned []byte // the name before start, where an invisible character interrupts it
	for s.pos < len(s.text) {
		if c := s.text[s.pos]; c < 0x80 { // almost always
			if kind := asciiNames[c]; kind == 0 || kind == partOnly && len(cleaned) == 0 && s.pos == start {
				break
			}
			s.pos++
			continue
		}
		r, size := s.rune()
		if isInvisible(r) {
			cleaned = append(cleaned, s.text[start:s.pos]...)
			s.stray(s.mend)
			start = s.pos
			continue
		}
		first := len(cleaned) == 0 && s.pos == start
		if first && !isNameStart(r) || !isNamePart(r) {
			break
		}
		s.pos += size
	}
	name := s.text[start:s.pos]
	if len(cleaned) > 0 {
		name = string(cleaned) + name
	}
	if name == "" {
		return "", s.expected(what)
	}
	return name, true
}

// qualifiedName reads a name that may have a prefix.
func (s *scanner) qualifiedName(what string) (string, bool) {
	name, ok := s.name(what)
	if !ok || !s.has(":") {
		return name, ok
	}
	s.pos++
	local, ok := s.name("xml.after-colon")
	return name + ":" + local, ok
}

// reference reads one after &: to a character, or to one of the five names that need no declaration.
func (s *scanner) reference() bool {
	body, _, closed := strings.Cut(s.text[s.pos+1:], ";")
	if !closed {
		return s.fail(s.pos, "xml.ampersand")
	}
	if _, ok := resolve(body); !ok {
		return s.fail(s.pos, "xml.reference")
	}
	s.pos += len(body) + 2
	return true
}

// valid checks the characters of a part of the text.
func (s *scanner) valid(start, end int) bool {
	for i := start; i < end; {
		if c := s.text[i]; c >= 0x20 && c < 0x80 {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[i:end])
		if r == utf8.RuneError && size == 1 {
			return s.fail(i, "xml.encoding")
		}
		if !isCharacter(r) {
			return s.fail(i, "xml.character", "character", codePoint(r))
		}
		i += size
	}
	return true
}

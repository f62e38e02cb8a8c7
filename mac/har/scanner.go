package har

import (
	"strings"

	"netvisormac/mac/paste"
)

// scanner goes through JSON in memory, and passes over what nobody asks for
// without a look at it. After a failure it finds nothing.
type scanner struct {
	text   string
	at     int
	failed bool
}

// peek returns the next byte that is not white space, 0 at the end.
func (s *scanner) peek() byte {
	for ; s.at < len(s.text); s.at++ {
		if c := s.text[s.at]; c > ' ' {
			return c
		}
	}
	return 0
}

// accept passes over a byte, and white space before it, if it is the next one.
func (s *scanner) accept(c byte) bool {
	for ; s.at < len(s.text) && !s.failed; s.at++ {
		if next := s.text[s.at]; next == c {
			s.at++
			return true
		} else if next > ' ' {
			break
		}
	}
	return false
}

func (s *scanner) expect(c byte) {
	if !s.accept(c) {
		s.failed = true
	}
}

// members calls each with the key of every member of an object, to read its value.
func (s *scanner) members(each func(key string)) {
	s.expect('{')
	for more := !s.accept('}'); more && !s.failed; more = s.goesOn('}') {
		key := s.quoted()
		s.expect(':')
		each(key)
	}
}

// elements calls each to read every element of an array.
func (s *scanner) elements(each func()) {
	s.expect('[')
	for more := !s.accept(']'); more && !s.failed; more = s.goesOn(']') {
		each()
	}
}

// goesOn says whether a comma follows, and not the end.
func (s *scanner) goesOn(end byte) bool {
	if s.accept(',') {
		return true
	}
	s.expect(end)
	return false
}

// quoted returns a string, escapes as they stand.
func (s *scanner) quoted() string {
	s.expect('"')
	for start := s.at; !s.failed; {
		n := strings.IndexByte(s.text[s.at:], '"')
		if n < 0 {
			break
		}
		s.at += n + 1
		if text := s.text[start : s.at-1]; text == "" || text[len(text)-1] != '\\' || !endsInEscape(text) {
			return text
		}
	}
	s.failed = true
	return ""
}

// endsInEscape says whether what follows text in a string is escaped.
func endsInEscape(text string) bool {
	end := len(text)
	for end > 0 && text[end-1] == '\\' {
		end--
	}
	return (len(text)-end)%2 == 1
}

// scalar returns a string's text, or a number or word; of anything else, which is passed over, nothing.
func (s *scanner) scalar() string {
	switch c := s.peek(); {
	case c == '"':
		return paste.Unquote(s.quoted())
	case isWord(c):
		return s.word()
	}
	s.skip()
	return ""
}

// isWord says whether a byte may be one of a number, true, false or null.
func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.'
}

func (s *scanner) word() string {
	start := s.at
	for s.at < len(s.text) && s.text[s.at] > ' ' && strings.IndexByte(",:]}", s.text[s.at]) < 0 {
		s.at++
	}
	return s.text[start:s.at]
}

// skip passes over a value.
func (s *scanner) skip() {
	for depth := 0; !s.failed; {
		switch c := s.peek(); {
		case c == '"':
			s.quoted()
		case c == '{' || c == '[':
			s.at++
			depth++
		case depth > 0 && (c == '}' || c == ']'):
			s.at++
			depth--
		case depth > 0 && (c == ',' || c == ':'):
			s.at++
			continue
		case isWord(c):
			s.word()
		default:
			s.failed = true
		}
		if depth == 0 {
			return
		}
	}
}

package multivers

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// characters reads text up to the next tag.
func (s *scanner) characters() bool {
	in, report := s.section(), true
	for s.pos < len(s.text) && s.text[s.pos] != '<' {
		switch c := s.text[s.pos]; {
		case isSpace(c):
			s.pos++
			continue
		case in == outside:
			if !s.stray(s.mend) {
				return s.expected("xml.element")
			}
			continue
		case in.holdsNoText() && s.stray(s.tidy):
			continue
		case in.holdsNoText() && report:
			s.texts = append(s.texts, s.pos)
			report = false
		}
		if !s.character() {
			return false
		}
	}
	return true
}

// character reads one character of text, or a reference.
func (s *scanner) character() bool {
	switch c := s.text[s.pos]; {
	case c == '&':
		return s.reference()
	case c == ']' && s.has("]]>"):
		return s.fail(s.pos, "xml.cdata-end")
	case c < 0x20 || c >= 0x80:
		_, size := s.rune()
		s.pos += size
		return s.valid(s.pos-size, s.pos)
	}
	s.pos++
	return true
}

// until goes behind the next end, whose characters before it must be valid.
func (s *scanner) until(end, open string) (body string, ok bool) {
	i := strings.Index(s.text[s.pos:], end)
	if i < 0 {
		return "", s.fail(s.pos, open)
	}
	body = s.text[s.pos : s.pos+i]
	if !s.valid(s.pos, s.pos+i) {
		return "", false
	}
	s.pos += i + len(end)
	return body, true
}

func (s *scanner) comment() bool {
	start := s.pos
	s.pos += len("<!--")
	body, ok := s.until("--", "xml.comment-open")
	if !ok {
		return false
	}
	if !s.has(">") {
		return s.fail(s.pos-2, "xml.hyphens")
	}
	s.pos++
	if !strings.ContainsAny(body, "Zz") { // spares most comments the search
		return true
	}
	body = strings.ToLower(body)
	if strings.Contains(body, strings.ToLower(Key)) {
		s.comments = append(s.comments, note{start, "key-in-comment"})
	}
	if strings.Contains(body, strings.ToLower(ModuleName)) && strings.Contains(body, "<add") {
		s.comments = append(s.comments, note{start, "module-in-comment"})
	}
	return true
}

func (s *scanner) characterData() bool {
	if len(s.open) == 0 {
		return s.fail(s.pos, "xml.cdata-outside")
	}
	if s.open[len(s.open)-1].section.holdsNoText() {
		s.texts = append(s.texts, s.pos)
	}
	s.pos += len("<![CDATA[")
	_, ok := s.until("]]>", "xml.cdata-open")
	return ok
}

func (s *scanner) instruction() bool {
	start := s.pos
	s.pos += len("<?")
	target, ok := s.name("xml.target")
	if !ok {
		return false
	}
	if strings.EqualFold(target, "xml") {
		return s.fail(start, "xml.late-declaration")
	}
	if !s.has("?>") && (s.pos >= len(s.text) || !isSpace(s.text[s.pos])) {
		return s.expected("xml.target-space")
	}
	if in := s.section(); in.holdsNoText() && in != appSettings && in != modules || s.root == "" {
		s.instructions = append(s.instructions, start)
	}
	_, ok = s.until("?>", "xml.instruction-open")
	return ok
}

// resolve returns the character that a reference without its & and ; stands for.
func resolve(reference string) (rune, bool) {
	switch reference {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, base := strings.TrimPrefix(reference, "#"), 10
	if strings.HasPrefix(digits, "x") {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !strings.HasPrefix(reference, "#") || !isCharacter(rune(min(n, utf8.MaxRune+1))) {
		return 0, false
	}
	return rune(n), true
}

// unescape returns a value as XML reads it: references resolved, each line break and tab a space.
func unescape(raw string) string {
	if !strings.ContainsAny(raw, "&\t\r\n") {
		return raw
	}
	var b strings.Builder
	raw = strings.ReplaceAll(raw, "\r\n", "\n")
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '&':
			body, _, _ := strings.Cut(raw[i+1:], ";")
			r, _ := resolve(body)
			b.WriteRune(r)
			i += len(body) + 1
		case isSpace(c):
			b.WriteByte(' ')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

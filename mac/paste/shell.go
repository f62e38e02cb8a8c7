package paste

import "strings"

// assignments reads NAME=word, as shells have it.
func (w *walk) assignments(v view) bool {
	s := shell{dialect: bash, v: v, failed: map[string]int{}}
	s.split()
	any := false
	for _, word := range s.words {
		name, _, found := strings.Cut(word.prefix(), "=")
		if found && isKey(name) {
			w.add(name, word.after(len(name)+1), word.parts[0].at(0))
			any = true
		}
	}
	return any
}

// shell splits a command line into its words.
type shell struct {
	*dialect
	v         view
	words     []value
	end       int  // behind the command
	ampersand bool // an unquoted & ended it, in the middle of a word
	failed    map[string]int
}

func (s *shell) split() {
	text := s.v.text
	i := 0
	for i < len(text) {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case s.continues(i) > 0:
			i += s.continues(i)
		case c == '\n' || c == ';' || c == '|' || c == ')' || c == '&' || c == '>':
			s.end = i
			return
		default:
			i = s.word(i)
		}
	}
	s.end = i
}

// consumed returns how much of v, the text before uncaret, was read.
func (s *shell) consumed(v view) int {
	if s.dialect != cmd {
		return s.end
	}
	return s.v.at(s.end) - v.at(0)
}

// continues returns the length of an escaped line end at byte i, or 0.
func (s *shell) continues(i int) int {
	rest := s.v.text[i:]
	for _, end := range []string{"\n", "\r\n"} {
		if s.dialect == bash && strings.HasPrefix(rest, "\\"+end) || s.dialect == powershell && strings.HasPrefix(rest, "`"+end) {
			return 1 + len(end)
		}
	}
	return 0
}

// word reads the word at byte i: quoted and unquoted pieces side by side.
func (s *shell) word(i int) int {
	var val value
	text := s.v.text
	bare := quoteReader{quote: quote{refs: s.bareRefs()}, e: edit{of: s.v}, start: i}
	flush := func(i int) {
		if bare.start < i || len(bare.e.out) > 0 || len(bare.val.parts) > 0 {
			val = val.glue(bare.finish(i))
		}
		bare = quoteReader{quote: bare.quote, e: edit{of: s.v}, start: i}
	}
	for i < len(text) && !has(" \t\r\n;|)>", text[i]) {
		if q, next, ok := s.quoted(s.v, i, s.failed); ok {
			flush(i)
			val = val.glue(q)
			i, bare.start = next, next
			continue
		}
		switch c := text[i]; {
		case c == '&':
			s.ampersand = strings.Contains(text[max(0, i-200):i], "?")
			flush(i)
			s.words = append(s.words, val)
			return i
		case c == '\\' && s.dialect == bash && i+1 < len(text) && text[i+1] != '\n':
			i = bare.replace(i, i+2, text[i+1:i+2])
		case c == '`' && s.dialect == powershell && i+1 < len(text) && text[i+1] != '\n':
			i = bare.replace(i, i+2, text[i+1:i+2])
		case c == '$' && bare.refs != "", c == '`' && s.dialect == bash:
			i = bare.ref(i)
		case s.continues(i) > 0:
			flush(i)
			s.words = append(s.words, val)
			return i
		default:
			i++
		}
	}
	flush(i)
	s.words = append(s.words, val)
	return i
}

func (s *shell) bareRefs() string {
	if s.dialect == cmd {
		return ""
	}
	return "$"
}

package paste

import "strings"

// shell splits a command line into its words.
type shell struct {
	*dialect
	v         view
	words     []value
	end       int  // behind the command
	ampersand bool // an unquoted & ended it, in the middle of a word
	repaired  bool // what the browser wrote wrong was read as it was meant
	list      bool // the words of an array, over lines
	failed    map[string]int
	arrays    map[string][]value
}

func (s *shell) split() {
	text := s.v.text
	i := 0
	for i < len(text) {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' && s.list:
			i++
		case s.continues(i) > 0:
			i += s.continues(i)
		case c == '#' && s.list:
			i += max(1, strings.IndexByte(text[i:]+"\n", '\n'))
		case c == '<' && strings.HasPrefix(text[i:], "<http"):
			i = s.link(i)
		case c == '\n' || c == ';' || c == '|' || c == ')' || c == '&' || c == '>' || c == '<' && !strings.HasPrefix(text[i:], "<(") && s.dialect != cmd:
			s.end = i
			return
		default:
			i = s.word(i)
		}
	}
	s.end = i
}

// link reads an address that a chat has put in angle brackets.
func (s *shell) link(i int) int {
	end := strings.IndexAny(s.v.text[i:], ">\n")
	if end < 0 || s.v.text[i+end] != '>' {
		return i + 1
	}
	v := s.v.sub(i+1, i+end)
	if n := strings.IndexByte(v.text, '|'); n > 0 {
		v = v.sub(0, n)
	}
	s.words = append(s.words, literal(v, 0))
	return i + end + 1
}

// consumed returns how much of v, the text before it was changed, was read.
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
			val = val.glue(s.repair(q, text[i:next]))
			i, bare.start = next, next
			continue
		}
		switch c := text[i]; {
		case c == '&':
			s.ampersand = strings.Contains(text[max(0, i-200):i], "?")
			flush(i)
			s.put(val)
			return i
		case c == '\\' && s.dialect == bash && i+1 < len(text) && text[i+1] != '\n':
			i = bare.replace(i, i+2, text[i+1:i+2])
		case c == '`' && s.dialect == powershell && i+1 < len(text) && text[i+1] != '\n':
			i = bare.replace(i, i+2, text[i+1:i+2])
		case c == '$' && bare.refs != "", c == '`' && s.dialect == bash:
			i = bare.ref(i)
		case s.continues(i) > 0:
			flush(i)
			s.put(val)
			return i
		default:
			i++
		}
	}
	flush(i)
	s.put(val)
	return i
}

// put adds a word, or those of the array that it is.
func (s *shell) put(val value) {
	if val.isName() {
		name, isArray := strings.CutSuffix(val.parts[0].ref, "[@]")
		if !isArray {
			name, isArray = strings.CutSuffix(val.parts[0].ref, "[*]")
		}
		if isArray && s.arrays[name] != nil {
			s.words = append(s.words, s.arrays[name]...)
			return
		}
	}
	s.words = append(s.words, val)
}

// repair reads what browsers have written wrong when they copied a request:
// carets of cmd in quotes, where they stay, and backslashes before $ and `.
func (s *shell) repair(val value, raw string) value {
	marks := ""
	switch {
	case s.dialect == bash && strings.HasPrefix(raw, "$'") && strings.Contains(raw, "^&"):
		marks = "^"
	case s.dialect == cmd && (strings.Contains(raw, "^&") || strings.Contains(raw, "^%") || strings.Contains(raw, `^"`)):
		marks = "^"
	case s.dialect == cmd && (strings.Contains(raw, `\$`) || strings.Contains(raw, "\\`")):
		marks = `\`
	default:
		return val
	}
	v, ok := val.single()
	if !ok {
		return val
	}
	e := edit{of: v}
	start := 0
	for i := 0; i+1 < len(v.text); i++ {
		if has(marks, v.text[i]) && has("&%\"^!|<>$`", v.text[i+1]) {
			e.copy(start, i)
			start = i + 1
			i++
			s.repaired = true
		}
	}
	e.copy(start, len(v.text))
	return literal(e.view(len(v.text)), val.how|unescaped)
}

func (s *shell) bareRefs() string {
	if s.dialect == cmd {
		return ""
	}
	return "$"
}

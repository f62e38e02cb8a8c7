package paste

import (
	"strings"

	"netvisormac/mac"
)

// assignments reads NAME=word, as shells have it.
func (w *walk) assignments(v view) bool {
	any := false
	for {
		s := shell{dialect: bash, v: v, failed: map[string]int{}}
		s.split()
		for _, word := range s.words {
			any = w.assigned(word) || any
		}
		if s.end+1 >= len(v.text) || v.text[s.end] != ';' {
			return any
		}
		v = v.sub(s.end+1, len(v.text))
	}
}

// assigned takes a word that assigns: NAME=value, or ${NAME:=value}.
func (w *walk) assigned(word value) bool {
	for _, p := range word.parts {
		if text, at, ok := defaultOf(p.text); ok && strings.Contains(p.text, ":=") {
			w.add(p.ref, literal(p.sub(at, at+len(text)), followed), p.at(0))
			return true
		}
	}
	name, _, found := strings.Cut(word.prefix(), "=")
	if !found || !isKey(name) {
		return false
	}
	add := w.add
	if w.refersTo(name) && identify(name).field == mac.FieldURL {
		add = w.variableOnly
	}
	add(name, word.after(len(name)+1), word.parts[0].at(0))
	return true
}

// settersOf are the commands and directives that have a name and a value behind them.
const settersOf = "setx setenv SetEnv ENV set fastcgi_param env_param"

// setter reads "setx NAME value", and options such as --customer-id value.
func (w *walk) setter(i, end int, line string) int {
	trimmed := strings.TrimLeft(line, " \t")
	first, _, _ := strings.Cut(trimmed, " ")
	options := strings.Contains(trimmed, " --") && w.language == nil
	if !options && (len(first) == 0 || !among(first, settersOf)) {
		return i
	}
	s := shell{dialect: bash, v: w.v.sub(i, end), failed: map[string]int{}}
	s.split()
	any := false
	for n := 1; n+1 < len(s.words); n++ {
		name := s.words[n].prefix()
		if option, ok := strings.CutPrefix(name, "--"); options && !ok || identify(option).rank != rankPlain {
			continue
		} else {
			name = option
		}
		w.add(name, s.words[n+1], s.words[n].parts[0].at(0))
		any = true
	}
	if !any {
		return i
	}
	return end + 1
}

// assignment reads NAME='word' of a script, if something in the text says $NAME.
func (w *walk) assignment(i, end int, line string) int {
	if strings.HasPrefix(strings.TrimLeft(line, " \t"), ": ") && w.assignments(w.v.sub(i, end)) {
		return end + 1
	}
	n := strings.IndexByte(line, '=')
	if n <= 0 || n+1 >= len(line) || !has("'\"$`", line[n+1]) || w.language != nil && w.language != bash {
		return i
	}
	name := line[strings.LastIndexAny(line[:n], " \t")+1 : n]
	if !isKey(name) || strings.Contains(name, "-") || !w.refersTo(name) {
		return i
	}
	if before := strings.TrimSpace(line[:n-len(name)]); before != "" && !among(before, "export local readonly declare") {
		return i
	}
	if !w.assignments(w.v.sub(i, end)) {
		return i
	}
	return end + 1
}

// refersTo says whether something in the text says $name or ${name.
func (w *walk) refersTo(name string) bool {
	if w.referred == nil {
		w.referred = map[string]bool{}
		text := w.v.text
		for i := 0; i < len(text); i++ {
			if text[i] != '$' {
				continue
			}
			start := i + 1
			if start < len(text) && text[start] == '{' {
				start++
			}
			end := start
			for end < len(text) && end < start+100 && (isWordByte(text[end]) || text[end] == '_') {
				end++
			}
			if end > start {
				w.referred[text[start:end]] = true
			}
		}
	}
	return w.referred[name]
}

// array reads NAME=(words), whose words a command may have as "${NAME[@]}".
func (w *walk) array(i, end int, line string) int {
	n := strings.Index(line, "=(")
	if n <= 0 || w.language != nil && w.language != bash {
		return i
	}
	name := strings.TrimSuffix(line[strings.LastIndexAny(line[:n], " \t")+1:n], "+")
	if !isKey(name) || !w.refersTo(name) {
		return i
	}
	s := shell{dialect: bash, v: w.v.sub(i+n+2, len(w.v.text)), failed: map[string]int{}, list: true}
	s.split()
	if s.end >= len(s.v.text) || s.v.text[s.end] != ')' {
		return i
	}
	if w.arrays == nil {
		w.arrays = map[string][]value{}
	}
	w.arrays[name] = append(w.arrays[name], s.words...)
	return i + n + 2 + s.end + 1
}

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

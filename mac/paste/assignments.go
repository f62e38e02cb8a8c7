package paste

import "strings"

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
	w.add(name, word.after(len(name)+1), word.parts[0].at(0))
	return true
}

// settersOf are the commands and directives that have a name and a value behind them.
const settersOf = "setx setenv SetEnv ENV set fastcgi_param env_param"

// setter reads "setx NAME value", and options such as --customer-id value.
func (w *walk) setter(i, end int, line string) int {
	trimmed := strings.TrimLeft(line, " \t")
	first, _, _ := strings.Cut(trimmed, " ")
	if at := strings.Index(trimmed, " set "); at > 0 && at < 40 && w.language == nil { // dotnet user-secrets set, gh secret set
		first = "set"
	}
	options := first != "set" && strings.Contains(trimmed, " --") && w.language == nil
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
		if s.words[n+1].prefix() == "--body" && n+2 < len(s.words) {
			n++
		}
		if w.refersTo(name) && strings.Contains(w.v.text, "curl ") {
			w.variableOnly(name, s.words[n+1], s.words[n].parts[0].at(0))
		} else {
			w.add(name, s.words[n+1], s.words[n].parts[0].at(0))
		}
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
	if line[n-1] != '+' {
		w.arrays[name] = nil
	}
	w.arrays[name] = few(append(w.arrays[name], s.words...))
	return i + n + 2 + s.end + 1
}

package paste

import "strings"

// plain reads "name: value" where the name is one that people and programs
// give a field: at the beginning of the line, or as logfmt has them.
func (w *walk) plain(v view) bool {
	i, start := endOfName(v.text)
	if i < 0 {
		return false
	}
	name := strings.Trim(v.text[start:i], nameMarks)
	name = strings.TrimPrefix(name, "export ")
	if v.text[i] == '=' && strings.Contains(name, " ") || strings.Count(v.text, "=") > 1 && strings.Contains(v.text, " ") && v.text[i] == '=' {
		return w.logfmt(v)
	}
	what := identify(name)
	sep, skip := separator(v.text[i:])
	isVariable := strings.HasPrefix(strings.TrimSpace(v.text), "@") || v.text[i] == '=' || w.form == "bruno" && isKey(name)
	if sep == 0 || what.field == "" && !isVariable {
		return false
	}
	val := w.content(v.sub(i+skip, len(v.text)), sep)
	if text, _ := val.text(); text == "" {
		if what.field != "" && sep == ':' {
			w.pending, w.pendingAt = name, v.at(0)
		}
		return what.field != ""
	}
	defer w.as(w.lineForm(v.text))()
	w.add(name, val, v.at(0))
	return what.field != "" || w.form == "bruno"
}

const nameMarks = " |\t>*-`\"'@"

// endOfName returns where the name at the beginning of a line ends: before a
// colon, an equals sign, a tab, the border of a cell or two spaces. -1 is none.
func endOfName(line string) (end, start int) {
	for start < len(line) && has(nameMarks, line[start]) {
		start++
	}
	n := strings.IndexAny(line[start:min(len(line), start+100)], ":=\t|")
	if n < 0 {
		n = strings.Index(line[start:min(len(line), start+100)], "  ")
	}
	if n <= 0 {
		return -1, start
	}
	return start + n, start
}

// logfmt reads key=value pairs, of which values with spaces are quoted.
func (w *walk) logfmt(v view) bool {
	defer w.as("logfmt")()
	any := false
	failed := map[string]int{}
	for i := 0; i < len(v.text); {
		equals := strings.IndexByte(v.text[i:], '=')
		if equals < 0 {
			break
		}
		equals += i
		start := strings.LastIndexByte(v.text[i:equals], ' ') + 1 + i
		val, next, ok := anyLanguage.quoted(v, min(equals+1, len(v.text)), failed)
		if !ok {
			next = equals + 1
			for next < len(v.text) && v.text[next] != ' ' {
				next++
			}
			val = literal(v.sub(equals+1, next), 0)
		}
		w.add(v.text[start:equals], val, v.at(start))
		any = any || identify(v.text[start:equals]).field != ""
		i = next
	}
	return any
}

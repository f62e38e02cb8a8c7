package paste

import (
	"strings"

	"netvisormac/mac"
)

// skipScript passes over the scripts of a .http file: > {% … %} and < {% … %}.
func (w *walk) skipScript(i, end int, line string) int {
	trimmed := strings.TrimSpace(line)
	if !strings.HasPrefix(trimmed, "> {%") && !strings.HasPrefix(trimmed, "< {%") && !strings.HasPrefix(trimmed, "?? ") {
		return i
	}
	if n := strings.Index(w.v.text[i:], "%}"); n >= 0 {
		w.sets(w.v.sub(i, i+n))
		return i + n + len("%}")
	}
	return end + 1
}

// queryLine reads a line that goes on with the query of the address before it.
func (w *walk) queryLine(v view) bool {
	line := v.trim(" \t\r")
	if n := strings.IndexByte(line.text, ':'); w.inQuery && n > 0 {
		w.queryPair(strings.TrimSpace(line.text[:n]), literal(line.sub(n+1, len(line.text)).trim(" "), 0), line.at(0))
		return true
	}
	if w.inQuery = among(line.text, "[QueryStringParams] [Query]"); w.inQuery { // Hurl
		return true
	}
	if !w.continuing || line.text == "" || !has("?&", line.text[0]) || w.facts.count == 0 {
		w.continuing = false
		return false
	}
	last := w.facts.last()
	if last.what.field != mac.FieldURL && last.what.field != partPath {
		return false
	}
	last.value = last.value.join(literal(v.sub(line.from-v.from, line.from-v.from+len(line.text)), 0))
	return true
}

// commented reads a header that is switched off by a mark of a comment.
func (w *walk) commented(v view, start int) bool {
	before := strings.TrimSpace(v.text[:start])
	if before != "#" && before != "//" && before != "##" && before != ";" {
		return false
	}
	w.note("comment", v.at(0))
	return true
}

// setters are the functions by which a script gives a variable its value.
var setters = []string{".set(", "setVar(", "setEnvVar(", "setGlobalEnvVar(", "setEnvironmentVariable("}

// sets takes the variables that a script computes.
func (r *reader) sets(v view) {
	for _, setter := range setters {
		for i := 0; ; {
			n := strings.Index(v.text[i:], setter)
			if n < 0 {
				break
			}
			i += n + len(setter)
			name, _, ok := strings.Cut(strings.TrimLeft(v.text[i:min(len(v.text), i+80)], "\"'` "), ",")
			if name = strings.Trim(name, "\"'` "); ok && isKey(name) {
				r.addAs(name, identified{}, value{computed: true}, v.at(i))
			}
		}
	}
}

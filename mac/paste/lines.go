package paste

import (
	"strings"

	"netvisormac/mac"
)

// named reads a line of names and values: headers, tables, logs, .env files.
func (w *walk) named(v view) {
	v = v.trim("\r")
	if trimmed := strings.TrimSpace(v.text); trimmed == "" {
		return
	} else if w.pending != "" && w.onNextLine(v) || w.http(v, trimmed) {
		return
	}
	lower := asciiLower(v.text)
	if strings.Contains(v.text, "::") && w.bareAnswer(v) {
		return
	}
	if strings.Count(v.text, "&") >= 6 {
		if at := strings.Index(lower, "http"); at >= 0 && w.message(messageIn(v.sub(at, len(v.text)))) {
			return
		}
	}
	if start, end, found := nameAt(v.text, lower, 0); found {
		w.headers(v, lower, start, end)
		return
	}
	if w.plain(v) {
		return
	}
	w.nameless(v)
}

// messageIn cuts what stands behind a string to sign on its line.
func messageIn(v view) view {
	if end := strings.LastIndex(v.text, " :: "); end >= 0 {
		v = v.sub(0, end)
	}
	for _, close := range []string{`"`, "'", "`", "</"} {
		if end := strings.Index(v.text, close); end >= 0 && strings.LastIndexByte(v.text, '&') < end {
			v = v.sub(0, end)
		}
	}
	return v
}

// headers reads the headers in a line, of which the first stands at
// text[start:end]: each value goes up to the next name.
func (w *walk) headers(v view, lower string, start, end int) {
	defer w.as(w.lineForm(v.text))()
	w.address(v.sub(0, start))
	for {
		next, nextEnd, found := nameAt(v.text, lower, end)
		stop := len(v.text)
		if found {
			stop = next
		}
		w.header(v, start, end, stop, found || strings.ContainsAny(v.text[:start], "{[("))
		if !found {
			if identify(v.text[start:end]).field != mac.FieldURL && strings.ContainsAny(v.text, "{[(=") {
				w.address(v.sub(end, len(v.text)))
			}
			return
		}
		start, end = next, nextEnd
	}
}

// header reads the header whose name is text[start:end], and whose value ends
// before text[stop].
func (w *walk) header(v view, start, end, stop int, listed bool) {
	name, at := v.text[start:end], v.at(start)
	rest := v.sub(end, stop)
	sep, skip := separator(rest.text)
	if sep == 0 {
		if strings.Trim(rest.text, " \t:|*'\"`’”") == "" && !listed {
			w.pending, w.pendingAt = name, at
		}
		return
	}
	if strings.Trim(v.text[:start], " \t-") == "~" {
		w.note("disabled", at) // Bruno's mark
		return
	}
	content := rest.sub(skip, len(rest.text))
	val, whole := w.quotedFirst(content)
	if !whole {
		if listed {
			content = unlist(content)
			if space := strings.IndexByte(content.text, ' '); sep == '=' && space > 0 && strings.Contains(content.text[space:], "=") {
				content = content.sub(0, space)
			}
		}
		val = w.content(content, sep)
	}
	if text, _ := val.text(); text == "" && sep == ':' && !listed {
		w.pending, w.pendingAt = name, at
		return
	}
	w.add(name, val, at)
}

// quotedFirst returns the string that stands right behind a separator.
func (w *walk) quotedFirst(v view) (value, bool) {
	start := len(v.text) - len(strings.TrimLeft(v.text, " "))
	if start == len(v.text) || !has("\"'", v.text[start]) {
		return value{}, false
	}
	val, next, ok := anyLanguage.quoted(v, start, map[string]int{})
	return val, ok && (next == len(v.text) || has(" ,;}])", v.text[next]))
}

// unlist cuts what stands between two headers of one line.
func unlist(v view) view {
	end := len(v.text)
	for end > 0 && has(" ,;\"'`\t", v.text[end-1]) {
		end--
	}
	for end > 0 && has("})]", v.text[end-1]) && strings.Count(v.text[:end], opening(v.text[end-1])) < strings.Count(v.text[:end], v.text[end-1:end]) {
		end--
	}
	return v.sub(0, end)
}

func opening(c byte) string {
	switch c {
	case '}':
		return "{"
	case ')':
		return "("
	}
	return "["
}

// separator returns what stands between a name and its value, and how much of
// rest it takes: a colon, an equals sign, a tab, the border of a cell, or
// spaces (two, or one more as layout).
func separator(rest string) (byte, int) {
	i := 0
	for i < len(rest) && has(" *`'\"’”", rest[i]) {
		i++
	}
	if strings.HasPrefix(rest[i:], "’") || strings.HasPrefix(rest[i:], "”") {
		i += len("’")
	}
	if i == len(rest) {
		return 0, 0
	}
	switch c := rest[i]; c {
	case ':', '=', '\t', '|':
		i++
		if c == '=' && strings.HasPrefix(rest[i:], ">") {
			i++
		}
		if strings.HasPrefix(rest[i:], "**") {
			i += 2
		}
		return c, i
	}
	if strings.HasPrefix(rest, "  ") {
		return '\t', i
	}
	return 0, 0
}

// content returns the value behind a separator.
func (w *walk) content(v view, sep byte) value {
	switch sep {
	case '|', '\t':
		if end := strings.IndexByte(v.text, sep); end >= 0 {
			v = v.sub(0, end)
		}
		cell := v.trim(" \t`*")
		if cell.text != v.text && (strings.Trim(v.text, " ") != cell.text || strings.Contains(v.text, "  ")) {
			return literal(cell, cellPadding)
		}
		return literal(cell, 0)
	case ':', '=':
		if strings.HasPrefix(v.text, " ") {
			v = v.sub(1, len(v.text))
		}
	}
	how := how(0)
	if strings.HasPrefix(v.text, " ") || strings.HasPrefix(v.text, "\t") {
		how = cellPadding
		v = v.sub(len(v.text)-len(strings.TrimLeft(v.text, " \t")), len(v.text))
	}
	if val, next, ok := anyLanguage.quoted(v, 0, map[string]int{}); ok && strings.Trim(v.text[next:], " ,;") == "" {
		val.how |= how
		return val
	}
	if len(v.text) > 1 && v.text[0] == '[' && strings.HasSuffix(strings.TrimRight(v.text, " "), "]") {
		return literal(v.trim(" ").sub(1, len(v.trim(" ").text)-1), how|unwrapped)
	}
	return literal(v, how)
}

// onNextLine takes a line as the value of the name before it, if it can be one.
func (w *walk) onNextLine(v view) bool {
	name, at := w.pending, w.pendingAt
	w.pending = ""
	text := strings.TrimSpace(v.text)
	if strings.HasPrefix(text, "value:") { // YAML
		i := strings.Index(v.text, "value:") + len("value:")
		w.add(name, w.content(v.sub(i, len(v.text)), ':'), at)
		return true
	}
	if identify(strings.Trim(text, "'\":")).field != "" || len(text) > 200 || len(text) > 20 && strings.Contains(text, ". ") || strings.HasSuffix(text, ".") {
		return false
	}
	if _, _, found := nameAt(v.text, asciiLower(v.text), 0); found {
		return false
	}
	defer w.as("two-lines")()
	w.add(name, w.content(v, 0), at)
	return true
}

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

// nameless reads a line that has no name: an address, a MAC, an error.
func (w *walk) nameless(v view) {
	line := v.trim(" \t|`*")
	switch {
	case w.bareAnswer(line):
		return
	case isMAC(line.text):
		w.bare(mac.FieldMAC, literal(line, 0), line.at(0))
		return
	}
	w.address(line)
}

// address finds the first address of Netvisor's API in a line.
func (w *walk) address(line view) {
	if at := strings.Index(line.text, "http"); at >= 0 {
		rest := line.sub(at, len(line.text))
		if end := strings.IndexAny(rest.text, " \t\"'<>|"); end >= 0 {
			rest = rest.sub(0, end)
		}
		if rest = rest.trim(",;)"); isAddress(rest.text) {
			w.bare(mac.FieldURL, literal(rest, 0), rest.at(0))
		}
	}
}

// bareAnswer reads the text of an error that stands without XML.
func (w *walk) bareAnswer(line view) bool {
	answer := mac.ParseAnswer(line.text)
	if answer.Explanation == nil || !isBareAnswer(strings.TrimSpace(line.text), answer) {
		return false
	}
	w.setAnswer(line.text)
	return true
}

// isBareAnswer tells an error from prose that mentions its code.
func isBareAnswer(line string, a mac.Answer) bool {
	return a.Code == "" || line == a.Code || strings.Contains(line, a.Code+" ::") || strings.Contains(line, a.Code+"::") ||
		a.Explanation != nil && a.Explanation.ID != mac.ParseAnswer(a.Code).Explanation.ID
}

// isMAC says whether s is 64 hex digits.
func isMAC(s string) bool {
	if len(s) != 64 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; !(s[i] >= '0' && s[i] <= '9' || 'a' <= c && c <= 'f') {
			return false
		}
	}
	return true
}

// lineForm is the form that a line of names and values has.
func (w *walk) lineForm(line string) string {
	switch {
	case strings.Count(line, "=") > 2 && strings.Contains(line, "\" ") && !strings.Contains(line, "["):
		return "logfmt"
	case w.form != "" && w.form != "lines":
		return w.form
	case w.inMessage != "":
		return w.inMessage
	case strings.Contains(line, "|"):
		return "table"
	}
	return "headers"
}

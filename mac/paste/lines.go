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
	} else if w.queryLine(v) || w.pending != "" && w.onNextLine(v) || w.http(v, trimmed) {
		return
	}
	if trimmed := strings.TrimSpace(v.text); trimmed[0] == '[' && w.printed(v) {
		return
	} else if strings.Trim(trimmed, "- ") == "" {
		w.columns = strings.Contains(trimmed, " ")
		return
	}
	if strings.Contains(v.text, "::") && w.bareAnswer(v) {
		return
	}
	if strings.Count(v.text, "&") >= 6 {
		if at := strings.Index(v.text, "http"); at >= 0 && w.message(messageIn(v.sub(at, len(v.text)))) {
			return
		}
	}
	if start, end, found := nameAt(v.text, 0); found {
		if !w.commented(v, start) {
			w.headers(v, start, end)
		}
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
func (w *walk) headers(v view, start, end int) {
	defer w.as(w.lineForm(v.text))()
	w.address(v.sub(0, start))
	for {
		next, nextEnd, found := nameAt(v.text, end)
		stop := len(v.text)
		if found {
			stop = w.lead(v.text, end, next)
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

// lead returns where what leads to the name at byte next begins: "header." of "header.X-Netvisor-…".
func (w *walk) lead(text string, end, next int) int {
	if text[next-1] == '.' {
		if space := strings.LastIndexByte(text[end:next], ' '); space >= 0 {
			return end + space
		}
	}
	return next
}

// header reads the header whose name is text[start:end], and whose value ends
// before text[stop].
func (w *walk) header(v view, start, end, stop int, listed bool) {
	name, at := v.text[start:end], v.at(start)
	rest := v.sub(end, stop)
	sep, skip := separator(rest.text)
	if sep == 0 && w.columns {
		sep, skip = '\t', 1
	}
	if sep == 0 && start == 0 && !listed && len(rest.text) > 1 && has(",;", rest.text[0]) && rest.text[1] != ' ' {
		sep, skip = '|', 1 // a row of two cells
	}
	if sep == 0 {
		if val, ok := w.adjoining(rest); ok {
			w.add(name, val, at)
			return
		}
		if strings.Trim(rest.text, " \t:|*'\"`’”") == "" && !listed {
			w.pending, w.pendingAt = name, at
		}
		return
	}
	if strings.Trim(v.text[:start], " \t-") == "~" {
		w.note("disabled", at) // Bruno's mark
		return
	}
	content := uncommented(rest.sub(skip, len(rest.text)), sep, identify(name))
	val, whole := w.quotedFirst(content)
	if !whole {
		if n := strings.IndexByte(content.text, ']'); n > 0 && content.text[0] == '[' && (listed || n+1 < len(content.text)) {
			content = content.sub(0, n+1)
		}
		if listed {
			content = unlist(content)
			if space := strings.IndexByte(content.text, ' '); sep == '=' && space > 0 && (strings.Contains(content.text[space:], "=") || strings.HasPrefix(content.text[space:], " -")) {
				content = content.sub(0, space)
			}
		}
		val = w.content(content, sep)
	}
	if text, _ := val.text(); text == "" && sep == ':' && !listed {
		w.pending, w.pendingAt = name, at
		return
	}
	what := identify(name)
	if start > 0 && v.text[start-1] == '.' {
		what.note = asItShall // OpenTelemetry's: http.request.header.x_netvisor_…
	}
	w.addAs(name, what, val, at)
}

// adjoining returns the value that stands behind a name with a space between: in quotes as nginx and Apache have it, in
// braces as Tcl has.
func (w *walk) adjoining(rest view) (value, bool) {
	v := rest.trim(" \\;]\r")
	if len(v.text) < 3 || rest.text[0] != ' ' {
		return value{}, false
	}
	if end := strings.IndexByte(v.text, '}'); v.text[0] == '{' && end > 0 && v.text[1] != '{' {
		return literal(v.sub(1, end), 0), true
	}
	val, whole := w.quotedFirst(v)
	return val, whole
}

// quotedFirst returns the string that stands right behind a separator.
func (w *walk) quotedFirst(v view) (value, bool) {
	start := len(v.text) - len(strings.TrimLeft(v.text, " "))
	if start == len(v.text) || !has("\"'$", v.text[start]) {
		return value{}, false
	}
	val, next, ok := ofLines.quoted(v, start, map[string]int{})
	return val, ok && (next == len(v.text) || has(" ,;}])", v.text[next]))
}

// unlist cuts what stands between two headers of one line.
func unlist(v view) view {
	end := len(v.text)
	if n := strings.Index(v.text, "}{"); n >= 0 { // another header
		end = n
	}
	for end > 0 && has(" ,;|\"'`\t{[(", v.text[end-1]) {
		if c := v.text[end-1 : end]; has("\"'`", c[0]) && strings.Count(v.text[:end], c)%2 == 0 {
			break // the other is in the value
		}
		end--
	}
	open := 0
	for i := range end { // what closes a list that began before the value, and what is behind the list
		switch c := v.text[i]; {
		case has("[{", c):
			open++
		case has("]}", c):
			if open--; open < 0 && (i+1 == end || has(" ,;", v.text[i+1])) {
				return unlist(v.sub(0, i))
			}
		}
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
	if _, _, found := nameAt(v.text, 0); found || identify(name).rank == rankPlain && strings.Contains(text, " ") {
		return false
	}
	defer w.as("two-lines")()
	w.add(name, w.content(v, 0), at)
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

// printed reads "[name] => value", as PHP's print_r writes it.
func (w *walk) printed(v view) bool {
	v = v.trim(" \t\r")
	name, _, found := strings.Cut(v.text[1:], "] => ")
	if !found || !isKey(name) {
		return false
	}
	val := literal(v.sub(len(name)+len("[] => "), len(v.text)), 0)
	if what := identify(name); what.field != "" {
		w.add(name, val, v.at(0))
	} else {
		w.literal(val, v.at(0))
	}
	return true
}

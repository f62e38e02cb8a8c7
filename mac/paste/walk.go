package paste

import "strings"

// walk goes through a text line by line. Whatever has an end of its own (a
// command, JSON, XML) is read whole; lines of a program are gathered and read
// as one; the rest is read as lines of names and values.
type walk struct {
	*reader
	v          view
	language   *dialect // of the program that the line is in; nil outside of one
	program    int      // where the lines of it begin; -1 outside
	next       int      // where the next line begins that is a command
	jsonFailed int      // up to where an attempt to read JSON came
	pending    string   // the name whose value may stand on this line
	pendingAt  int
	inMessage  string // the form of the HTTP message that the line is in
}

// read reads v, whatever it is.
func (r *reader) read(v view) {
	if r.depth >= 4 {
		return
	}
	r.depth++
	defer func() { r.depth-- }()
	v = r.unfold(v)
	w := walk{reader: r, v: v, program: -1, language: language(v.text[:min(len(v.text), 1<<16)], 3)}
	for i := 0; i < len(v.text); {
		i = w.line(i)
	}
	w.endProgram(len(v.text))
}

// line reads the line that begins at byte i, and returns where the next begins.
func (w *walk) line(i int) int {
	end := len(w.v.text)
	if n := strings.IndexByte(w.v.text[i:], '\n'); n >= 0 {
		end = i + n
	}
	text := w.v.text[i:end]
	if next := w.whole(i, end, text); next > i {
		return next
	}
	if other := language(text, 2); other != nil && other != w.language && (w.language == nil || other.score(text) > w.language.score(text)) {
		w.endProgram(i)
		w.language = other
	}
	if w.language == bash && w.assignments(w.v.sub(i, end)) {
		return end + 1
	}
	if w.isProgram(text) {
		w.inProgram(i, text)
	} else {
		w.endProgram(i)
		w.named(w.v.sub(i, end))
	}
	return end + 1
}

// whole reads what begins in this line and has an end of its own.
func (w *walk) whole(i, end int, text string) int {
	next := i
	if at, d := commandIn(text, w.v.text, i); d != nil {
		next = w.command(i+at, d)
	}
	if next <= i {
		if at := jsonIn(text, w.language != nil); at >= 0 {
			if next = w.json(i + at); next == i+at {
				next = i
			}
		}
	}
	if next <= i {
		next = w.answer(i, text)
	}
	if next > i {
		w.endProgram(i)
		w.pending = ""
	}
	return next
}

// jsonIn returns where in a line JSON may begin, or -1. In a program it is at
// the beginning.
func jsonIn(line string, program bool) int {
	trimmed := strings.TrimLeft(line, " \t")
	if strings.HasPrefix(trimmed, "{") || strings.HasPrefix(trimmed, "[") && !strings.HasPrefix(trimmed, "[[") {
		return len(line) - len(trimmed)
	}
	if program {
		return -1
	}
	return strings.Index(line, `{"`)
}

// isProgram says whether a line is read as a program's.
func (w *walk) isProgram(line string) bool {
	trimmed := strings.TrimSpace(line)
	if w.pending != "" && trimmed != "" || strings.HasPrefix(trimmed, "http") && strings.Count(trimmed, "&") >= 6 {
		return false
	}
	start, _, found := nameAt(line, asciiLower(line), 0)
	if w.language == nil {
		return found && start > 0 && isQuote(line[:start])
	}
	if found && strings.Trim(line[:start], " \t>*-") == "" || trimmed == "" {
		return w.program >= 0 && trimmed == ""
	}
	if _, ok := requestLine(trimmed); ok {
		w.language = nil
		return false
	}
	if isStatusLine(trimmed) {
		w.language = nil
		return false
	}
	return !isPlainLine(trimmed)
}

// isQuote says whether text ends with a quote.
func isQuote(text string) bool {
	for _, q := range []string{`"`, "'", "“", "„", "‘", "”", "’"} {
		if strings.HasSuffix(text, q) {
			return true
		}
	}
	return false
}

// isPlainLine says whether a line among those of a program is "Name: value" as
// people write it.
func isPlainLine(line string) bool {
	end, start := endOfName(line)
	if end < 0 || identify(strings.Trim(line[start:end], nameMarks)).field == "" {
		return false
	}
	if line[end] == '|' || line[end] == '\t' {
		return true
	}
	if line[end] != ':' {
		return false
	}
	value := line[end+1:]
	value = strings.TrimSpace(value)
	return value != "" && !strings.ContainsAny(value, "\"'`$(){}") && !strings.HasSuffix(value, ",") &&
		!strings.HasSuffix(value, ";") && strings.ContainsAny(value, "0123456789 ")
}

func (w *walk) inProgram(i int, line string) {
	d := w.language
	if d == nil {
		d = anyLanguage
	}
	if d.isComment(line) && !strings.Contains(line, "<?") {
		if start, _, found := nameAt(line, asciiLower(line), 0); found && start > 0 {
			w.note("comment", w.v.at(i))
		}
		if len(line) < 400 { // a longer one is a program that was copied as one line
			w.endProgram(i)
			return
		}
	}
	if w.program < 0 {
		w.program = i
	}
	if first := strings.IndexAny(line, "\"'{"); d == anyLanguage && first > 0 {
		w.address(w.v.sub(i, i+first))
	}
}

// endProgram reads the lines that were gathered.
func (w *walk) endProgram(i int) {
	if w.program >= 0 {
		d := w.language
		if d == nil {
			d = anyLanguage
		}
		start := w.program
		w.program = -1
		w.code(w.v.sub(start, i), d)
	}
}

// answer reads Netvisor's XML, if it begins in this line.
func (w *walk) answer(i int, line string) int {
	start := -1
	for _, tag := range []string{"<Root", "<ResponseStatus", "<Status>", "&lt;Root", `\u003cRoot`} {
		if at := strings.Index(line, tag); at >= 0 && (start < 0 || at < start) {
			start = at
		}
	}
	if start < 0 {
		return i
	}
	end := endOfAnswer(w.v.text, i+start)
	w.setAnswer(w.v.text[i+start : end])
	return end
}

func endOfAnswer(text string, i int) int {
	for _, tag := range []string{"</Root>", "&lt;/Root&gt;", `\u003c/Root\u003e`, "</ResponseStatus>"} {
		if n := strings.Index(text[i:], tag); n >= 0 {
			return i + n + len(tag)
		}
	}
	if n := strings.Index(text[i:], "\n\n"); n >= 0 {
		return i + n
	}
	return len(text)
}

// setAnswer gives the section its answer; a second one begins a section.
func (r *reader) setAnswer(text string) {
	if r.here().answer != "" {
		status := r.status
		r.status = 0
		r.section(false)
		r.status = status
	}
	r.flushStatus()
	r.here().answer = text
}

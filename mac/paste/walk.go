package paste

import "strings"

// walk goes through a text line by line. Whatever has an end of its own is
// read whole by the reader that recognises it; lines of a program are gathered
// and read as one; the rest is read as lines of names and values.
type walk struct {
	*reader
	v          view
	hints      scores   // of the text
	language   *dialect // of the program that the line is in; nil outside of one
	program    int      // where the lines of it begin; -1 outside
	next       int      // where the next line begins that is a command
	xmlSeen    int      // up to where an attempt to read XML came
	jsonFailed int      // up to where an attempt to read JSON came
	pending    string   // the name whose value may stand on this line
	pendingAt  int
	inMessage  string             // the form of the HTTP message that the line is in
	batch      int                // whether the text is a batch file: 0 not known, 1 no, 2 yes
	delayed    bool               // names between exclamation marks are its variables
	counters   string             // the letters of its loops
	unclosed   map[string]bool    // closing tags that stand nowhere in the rest of the text
	referred   map[string]bool    // names of the variables that the text uses
	arrays     map[string][]value // of bash
	columns    bool               // a heading of PowerShell has come: one space is enough between name and value
	inQuery    bool               // each line has a pair of the query
	continuing bool               // the line may go on with the query of the address before it
}

// blocks are the readers of what has an end of its own, with what must stand in
// a line for each to look at it. Each returns where it came to, or i.
var blocks []block

type block struct {
	id    string
	needs sign
	read  func(w *walk, i, end int, line string) int
}

func init() { // the readers read texts in texts, and so refer to the table
	blocks = []block{
		{"script", 0, (*walk).skipScript},
		{"bruno", hasBrace, (*walk).bruno},
		{"set", hasSpace, (*walk).setLine},
		{"array", hasCode, (*walk).array},
		{"assignment", hasCode, (*walk).assignment},
		{"command", hasSpace, (*walk).commandLine},
		{"setter", hasSpace, (*walk).setter},
		{"json", hasBracket, (*walk).jsonLine},
		{"answer", hasAngle, (*walk).answer},
		{"xml", hasAngle, (*walk).xml},
		{"yaml", hasColon | hasDash, (*walk).yaml},
		{"csv", hasComma, (*walk).csv},
	}
}

// read reads v, whatever it is.
func (r *reader) read(v view) {
	if r.depth >= 5 {
		return
	}
	r.depth++
	defer func() { r.depth-- }()
	v = r.unwrap(v)
	w := walk{reader: r, v: v, program: -1}
	if !looksYAML(v.text) {
		w.hints = hintsIn(v.text[:min(len(v.text), 1<<16)])
		w.language = w.hints.best(3)
	}
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
	signs := signsOf(text)
	if next := w.block(i, end, text, signs); next > i {
		return next
	}
	if w.escaped(i, end, text, signs) {
		return end + 1
	}
	w.changeLanguage(i, text, signs)
	if w.language == bash && w.assignments(w.v.sub(i, end)) {
		return end + 1
	}
	if w.isProgram(text, signs) {
		w.inProgram(i, text)
	} else {
		w.endProgram(i)
		w.named(w.v.sub(i, end))
	}
	return end + 1
}

// block reads what begins in this line and has an end of its own.
func (w *walk) block(i, end int, text string, signs sign) int {
	for _, b := range blocks {
		if b.needs != 0 && signs&b.needs == 0 {
			continue
		}
		if next := b.read(w, i, end, text); next > i {
			w.endProgram(i)
			w.pending = ""
			return next
		}
	}
	return i
}

// changeLanguage takes the language that the hints in a line are of.
func (w *walk) changeLanguage(i int, text string, signs sign) {
	if signs&hasCode == 0 {
		return
	}
	scores := hintsIn(text)
	other := scores.best(2)
	if strings.HasPrefix(text, "```") {
		w.endProgram(i)
		w.language = nil
		return
	}
	if other != nil && other != w.language && w.mayBe(other, &scores) {
		w.endProgram(i)
		w.language = other
	}
	if w.language == nil && codeLike(text) && !isHeaderLine(text) {
		w.language = anyLanguage
	}
}

// mayBe says whether a line changes the language: hints that are weak do not, where the text has few of that language.
func (w *walk) mayBe(other *dialect, line *scores) bool {
	if w.language == nil || w.language == anyLanguage {
		return true
	}
	return line.of(other) > line.of(w.language) && (line.of(other) >= 4 || 3*w.hints.of(other) >= w.hints.of(w.language))
}

func (w *walk) jsonLine(i, end int, line string) int {
	at := jsonIn(line, w.language != nil)
	if at < 0 || at > 0 && strings.ContainsAny(line[:at], "\"'") && strings.Contains(line[:at], "(") {
		return i
	}
	next := w.json(i, i+at)
	if next == i+at && line[at] == '[' && w.language == nil {
		if at = strings.Index(line, `{"`); at < 0 {
			return i
		}
		next = w.json(i, i+at)
	}
	if next == i+at {
		return i
	}
	for next < end { // more of it on the same line
		at := next
		for at < end && has(" ,;\t", w.v.text[at]) {
			at++
		}
		if at == end || !has("{[", w.v.text[at]) {
			break
		}
		more := w.json(at, at)
		if more == at {
			break
		}
		next = more
	}
	return next
}

// prefix reads what stands before JSON on its line: in a log often the address.
func (w *walk) prefix(v view) {
	switch {
	case w.language != nil:
	case strings.Contains(v.text, "://") || strings.Contains(v.text, "HTTP/"):
		w.named(v)
	case strings.Contains(v.text, "\"") && isInteresting(v.text):
		w.code(v, anyLanguage)
	}
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
func (w *walk) isProgram(line string, signs sign) bool {
	trimmed := strings.TrimSpace(line)
	if w.pending != "" && trimmed != "" || strings.HasPrefix(trimmed, "http") && strings.Count(trimmed, "&") >= 6 {
		return false
	}
	start, nameEnd, found := nameAt(line, 0)
	if found && strings.HasPrefix(line[nameEnd:], "\"\t") {
		return false // a row of a table
	}
	if w.language == nil {
		return found && start > 0 && isQuote(line[:start])
	}
	if found && strings.Trim(line[:start], " \t>*-") == "" && !assigns(line[nameEnd:]) || trimmed == "" {
		return w.program >= 0 && trimmed == ""
	}
	if found && strings.HasPrefix(line[nameEnd:], ": ") && !strings.ContainsAny(line[:start], "\"'`([{<") {
		return false // a log of what a program sends
	}
	if strings.HasPrefix(trimmed, "[") && strings.Contains(trimmed, "] => ") {
		w.language = nil // print_r
		return false
	}
	if w.leaves(line, trimmed, signs) {
		w.language = nil
		return false
	}
	return !isPlainLine(trimmed)
}

// assigns says whether what follows a name is an expression that it is assigned.
func assigns(rest string) bool {
	value, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), "= ")
	return ok && strings.ContainsAny(value, "\"'") && strings.Contains(value, "(")
}

// leaves says whether a line is none of a program.
func (w *walk) leaves(line, trimmed string, signs sign) bool {
	if target, prefix, ok := requestLine(line); ok && target.end > 0 && !strings.ContainsAny(prefix, "\"'`({=") || statusOf(trimmed) != 0 {
		return true
	}
	return w.language == anyLanguage && signs&(hasCode|hasQuote) == 0 && strings.Contains(trimmed, " ")
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
		!strings.HasSuffix(value, ";") && (strings.ContainsAny(value, "0123456789 ") || strings.Contains(value, "://"))
}

func (w *walk) inProgram(i int, line string) {
	d := w.language
	if d == nil {
		d = anyLanguage
	}
	if d.isComment(line) && !strings.Contains(line, "<?") {
		if start, _, found := nameAt(line, 0); found && start > 0 {
			w.note("comment", w.v.at(i))
		}
		if len(line) < 400 { // a longer one is a program that was copied as one line
			w.endProgram(i)
			return
		}
	}
	if first := strings.IndexAny(line, "\"'{"); d == anyLanguage && first > 0 && strings.Contains(line[:first], "://") {
		w.endProgram(i)
		w.address(w.v.sub(i, i+first))
	}
	if w.program < 0 {
		w.program = i
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
		if best := language(w.v.text[start:min(i, start+1<<16)], 3); best != nil && d == anyLanguage {
			d = best
		}
		if !d.reads(w.v.text[start:i]) {
			d = anyLanguage
		}
		w.code(w.v.sub(start, i), d)
	}
}

// isHeaderLine says whether a line begins with the name of a header and a colon.
func isHeaderLine(line string) bool {
	line = strings.TrimLeft(line, " \t>*-")
	name, _, found := strings.Cut(line[:min(len(line), 120)], ":")
	return found && identify(name).rank == rankHeader
}

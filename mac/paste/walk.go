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
	curl       int                // whether the text has curl or wget: 0 not known, 1 no, 2 yes
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
		{"flow", hasBracket, (*walk).yamlFlow},
		{"json", hasBracket, (*walk).jsonLine},
		{"answer", hasAngle, (*walk).answer},
		{"xml", hasAngle, (*walk).xml},
		{"yaml", hasColon | hasDash, (*walk).yaml},
		{"insert", hasSpace, (*walk).insert},
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
		if w.language == nil && signs&hasQuote != 0 && endsLikeCode(text) {
			w.language = anyLanguage
		}
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
	if n := len(strings.TrimRight(line, " \r")) - 1; at < 0 && n > 0 && w.language == nil && line[n] == '{' && strings.HasPrefix(strings.TrimLeft(w.v.text[end:], " \r\n\t"), `"`) {
		at = n // "Received event: {"
	}
	if at < 0 || at > 0 && strings.ContainsAny(line[:at], "\"'") && strings.ContainsAny(line[:at], "({") {
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

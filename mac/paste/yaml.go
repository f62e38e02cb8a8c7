package paste

import "strings"

// looksYAML says whether a text begins as a YAML document does.
func looksYAML(text string) bool {
	text = text[:min(len(text), 1<<12)]
	keys := 0
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \r\n")
		trimmed := strings.TrimLeft(line, " ")
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		if trimmed == "---" || trimmed == "-" {
			keys++
			continue
		}
		if keyLength(strings.TrimPrefix(trimmed, "- ")) == 0 || has("{;(,", trimmed[len(trimmed)-1]) {
			return keys > 3
		}
		if keys++; keys > 8 {
			return true
		}
	}
	return keys > 1
}

// keyLength returns the length of the key that a line of YAML begins with; 0 without one.
func keyLength(line string) int {
	if line == "" {
		return 0
	}
	if c := line[0]; c == '"' || c == '\'' {
		end := strings.IndexByte(line[1:], c)
		if end > 0 && strings.HasPrefix(line[end+2:], ":") && (len(line) == end+3 || line[end+3] == ' ') {
			return end + 2
		}
		return 0
	}
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ':' && i > 0 && (i+1 == len(line) || line[i+1] == ' '):
			return i
		case !isWordByte(c) && !has("-_.$/@", c):
			return 0
		}
	}
	return 0
}

// yaml reads a block of YAML that begins in this line: a key whose value is on
// the lines below, or a list of such.
func (w *walk) yaml(i, end int, line string) int {
	if w.language != nil || !isYAMLStart(line, w.v.text[min(end+1, len(w.v.text)):]) {
		return i
	}
	if w.form == "" {
		defer w.as("yaml")()
	}
	y := yamlReader{document: document{reader: w.reader}, v: w.v, at: i}
	y.block()
	for len(y.nodes) > 0 {
		y.end()
	}
	return max(y.at, end+1)
}

func isYAMLStart(line, rest string) bool {
	line = strings.TrimRight(line, " \r")
	trimmed := strings.TrimLeft(line, " ")
	indent := len(line) - len(trimmed)
	listed := strings.TrimLeft(trimmed, "- ")
	dash := len(trimmed) - len(listed)
	if dash > 0 && trimmed[0] != '-' || strings.HasPrefix(trimmed, "--") {
		return false
	}
	n := keyLength(listed)
	if listed != "" && (n == 0 || n+1 != len(listed) && dash == 0) {
		return false
	}
	next, _, _ := strings.Cut(rest, "\n")
	next = strings.TrimRight(next, " \r")
	below := strings.TrimLeft(next, " ")
	deeper := len(next) - len(below)
	if below == "" {
		return false
	}
	isKey := keyLength(strings.TrimLeft(below, "- ")) > 0
	return deeper > indent && isKey || strings.HasPrefix(below, "- ") && deeper >= indent && (isKey || n > 0)
}

// yamlReader goes through lines, of which the depth says what belongs to what.
type yamlReader struct {
	document
	v      view
	at     int   // where the next line begins
	depths []int // of the open nodes: where their keys or dashes stand
}

// block reads lines for as long as they are YAML.
func (y *yamlReader) block() {
	base := -1
	for y.at < len(y.v.text) {
		line, next := y.line()
		trimmed := strings.TrimLeft(line, " ")
		depth := len(line) - len(trimmed)
		switch {
		case trimmed == "" || trimmed[0] == '#':
			y.at = next
			continue
		case trimmed == "---":
			y.closeTo(-1)
			y.at = next
			continue
		case base < 0:
			base = depth
		}
		if depth < base || !y.entry(trimmed, depth) {
			return
		}
	}
}

// line returns the line at y.at without its end, and where the next begins.
func (y *yamlReader) line() (string, int) {
	rest := y.v.text[y.at:]
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		return strings.TrimRight(rest[:n], " \r"), y.at + n + 1
	}
	return strings.TrimRight(rest, " \r"), len(y.v.text)
}

// closeTo closes the nodes that stand deeper.
func (y *yamlReader) closeTo(depth int) {
	for n := len(y.depths); n > 0 && y.depths[n-1] > depth; n = len(y.depths) {
		y.depths = y.depths[:n-1]
		y.end()
	}
}

// inside opens an object or array at that depth, unless it is open.
func (y *yamlReader) inside(object bool, depth int) {
	n := len(y.depths)
	if n > 0 && y.depths[n-1] == depth && y.top().object == object {
		return
	}
	if n > 0 && y.depths[n-1] == depth && object { // a list that stands as deep as its key is over
		y.depths = y.depths[:n-1]
		y.end()
		if len(y.depths) > 0 && y.depths[len(y.depths)-1] == depth {
			return
		}
	}
	y.start(object)
	y.depths = append(y.depths, depth)
}

// entry reads a line: dashes, a key, a value. False if it is none.
func (y *yamlReader) entry(trimmed string, depth int) bool {
	start := y.at + depth
	y.closeTo(depth)
	for strings.HasPrefix(trimmed, "- ") || trimmed == "-" {
		y.inside(false, depth)
		rest := strings.TrimLeft(trimmed[1:], " ")
		moved := len(trimmed) - len(rest)
		trimmed, start, depth = rest, start+moved, depth+moved
		if trimmed == "" {
			_, y.at = y.line()
			return true
		}
		if keyLength(trimmed) > 0 { // another element
			y.closeTo(depth - 1)
		}
	}
	n := keyLength(trimmed)
	if n == 0 {
		if len(y.nodes) == 0 || y.top().object {
			return false
		}
		y.value(start, depth)
		return true
	}
	y.inside(true, depth)
	key := y.v.sub(start, start+n)
	y.member(strings.Trim(key.text, `"'`), key.at(0))
	start += n + 1
	y.value(start, depth)
	return true
}

// value reads what stands behind a key or dash, from byte i on.
func (y *yamlReader) value(i, depth int) {
	line, next := y.line()
	end := y.at + len(line)
	for i < end && y.v.text[i] == ' ' {
		i++
	}
	y.at = next
	if i >= end {
		return
	}
	rest := y.v.text[i:end]
	switch {
	case rest[0] == '&' || rest[0] == '!':
		if n := strings.IndexByte(rest, ' '); n > 0 {
			y.at = y.v.lineAt(i)
			y.value(i+n, depth)
		}
	case rest[0] == '|' || rest[0] == '>' && (len(rest) == 1 || has("-+0123456789 ", rest[1])):
		y.scalar(y.blockScalar(depth), true, y.v.at(i))
	case rest[0] == '"' || rest[0] == '\'':
		y.quotedScalar(i)
	case rest[0] == '{' || rest[0] == '[':
		y.flow(i, end)
	default:
		if n := strings.Index(rest, " #"); n >= 0 {
			end = i + len(strings.TrimRight(rest[:n], " "))
		}
		y.scalar(folded(literal(y.v.sub(i, y.plainEnd(end, depth)), 0)), keyLength(rest) == 0 && rest != "null", y.v.at(i))
	}
}

// lineAt returns where the line begins that has byte i.
func (v view) lineAt(i int) int { return strings.LastIndexByte(v.text[:i], '\n') + 1 }

var (
	yamlSingle = &dialect{id: "yaml", quotes: []quote{{open: "'", close: "'", again: "''", lines: true}, {open: `"`, close: `"`, escape: '\\', lines: true}}}
)

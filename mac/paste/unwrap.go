package paste

import (
	"strconv"
	"strings"
)

// wrappings are what tools and mail programs put around a text, with what each
// is recognised by. Each is taken off once, in this order.
var wrappings = []struct {
	form  string // that the text has then, or empty
	is    func(text string) bool
	strip func(v view) view
}{
	{"", func(text string) bool { return strings.Contains(text, "\x1b[") }, func(v view) view { return v.replaced("\x1b", colourAt) }},
	{"", isCell, func(v view) view { return v.trim("\r\n\"").replaced(`"`, cellAt) }},
	{"", isQuotedPrintable, unquotePrintable},

	{"", isMarkup, unmarkup},
	{"", isBoxed, func(v view) view { return v.replaced("│─┌┐└┘├┤┬┴┼╭╮╰╯'", boxAt) }},
	{"", func(text string) bool { return strings.Contains(text, `[\r][\n]"`) }, unwire},
	{"", func(text string) bool { return strings.Count(text, `\r\n`+"\n") > 1 }, func(v view) view { return eachLine(v, unended) }},
	{"", isStamped, func(v view) view { return eachLine(v, unstamp) }},
	{"", isDump, undump},
	{"curl-trace", isTrace, untrace},
	{"curl-verbose", isVerbose, func(v view) view { return eachLine(v, unmark) }},
	{"", marked, func(v view) view { return eachLine(v, unmark) }},
}

// unwrap takes the wrappings off, and tells the forms that name themselves.
func (r *reader) unwrap(v view) view {
	for _, w := range wrappings {
		if w.is(v.text) {
			if w.form != "" {
				r.form = w.form
			}
			v = w.strip(v)
			if w.form != "" {
				break
			}
		}
	}
	if strings.Contains(v.text[:min(len(v.text), 200)], "insomnia.rest/") {
		r.form = "insomnia"
	}
	return v
}

// colourAt reads what a terminal takes for a colour, or for an order to erase.
func colourAt(rest string) (string, int) {
	for i := 2; i < len(rest) && i < 20; i++ {
		if isWordByte(rest[i]) && rest[i] > '9' {
			return "", i + 1
		}
	}
	return "", 0
}

// isCell says whether a text is a cell of Excel with several lines, or more of them: it has quotes around it, and two
// for each in it.
func isCell(text string) bool {
	first, rest, found := strings.Cut(text, "\n")
	return found && strings.HasPrefix(first, `"`) && strings.Count(first, `"`)%2 == 1 && strings.HasSuffix(strings.TrimRight(rest, "\r\n"), `"`) &&
		!strings.HasPrefix(rest, `"`) && strings.Count(text, `"`)%2 == 0 && !strings.ContainsAny(first, "{[(<")
}

func cellAt(rest string) (string, int) {
	if strings.HasPrefix(rest, `""`) {
		return `"`, 2
	}
	if strings.HasPrefix(rest, "\"\n\"") {
		return "\n", 3
	}
	return "", 0
}

// isBoxed says whether a text has a table whose borders are drawn, as console.table and sqlite3 do.
func isBoxed(text string) bool {
	return strings.Contains(text, "│ ") && (strings.Contains(text, "┌") || strings.Contains(text, "├") || strings.Contains(text, "╭"))
}

// boxAt returns what a border stands for, with the quotes that console.table has at it.
func boxAt(rest string) (string, int) {
	const border = "│"
	switch {
	case strings.HasPrefix(rest, border+" '"):
		return "| ", len(border + " '")
	case strings.HasPrefix(rest, border):
		return "|", len(border)
	case rest[0] == '\'':
		if strings.HasPrefix(strings.TrimLeft(rest[1:], " "), border) {
			return "", 1
		}
	case strings.HasPrefix(rest, "─"):
		return "-", len("─")
	default:
		return "|", len(border)
	}
	return "", 0
}

func isTrace(text string) bool {
	return strings.Contains(text, "=> Send header") && strings.Contains(text, "\n0000: ")
}

// stamp returns the length of the time that curl --trace-time writes before each line, and of the ids behind it.
func stamp(line string) int {
	const form = "00:00:00.000000 "
	if len(line) < len(form) {
		return 0
	}
	for i := range len(form) {
		if c := form[i]; c == '0' && (line[i] < '0' || line[i] > '9') || c != '0' && line[i] != c {
			return 0
		}
	}
	if end := strings.Index(line[:min(len(line), 40)], "] "); end > 0 && line[len(form)] == '[' {
		return end + 2
	}
	return len(form)
}

func isStamped(text string) bool {
	n := stamp(text)
	return n > 0 && (isTraceRemark(text[n:]) || has("*><", text[n]))
}

func unstamp(line string) (from, to int, joins bool) { return stamp(line), len(line), false }

func isVerbose(text string) bool {
	return marked(text) && (strings.Contains(text, "\n> Host: ") || strings.Contains(text, "\n< HTTP/") || strings.Contains(text, "> GET /") || strings.Contains(text, "> POST /"))
}

// marked says whether several lines begin with ">" or "<".
func marked(text string) bool {
	return strings.Count(text, "\n> ")+strings.Count(text, "\n< ") >= 2 || strings.HasPrefix(text, "> ") && strings.Contains(text, "\n> ")
}

// unmark returns which part of a line stays, and whether the line goes on from
// the one before it.
func unmark(line string) (from, to int, joins bool) {
	switch {
	case strings.HasPrefix(line, "> "), strings.HasPrefix(line, "< "):
		if strings.HasPrefix(line[2:], "{%") {
			return 0, len(line), false // the script of a .http file
		}
		return 2, len(line), false
	case strings.HasPrefix(line, "* "), strings.HasPrefix(line, "} ["), strings.HasPrefix(line, "{ ["):
		return len(line), len(line), false // curl's own remarks
	case line == ">" || line == "<" || line == ">\r" || line == "<\r":
		return 1, len(line), false
	}
	return 0, len(line), false
}

// eachLine keeps a part of each line.
func eachLine(v view, keep func(string) (from, to int, joins bool)) view {
	e := edit{of: v, out: make([]byte, 0, len(v.text))}
	for i := 0; i < len(v.text); {
		end := len(v.text)
		if n := strings.IndexByte(v.text[i:], '\n'); n >= 0 {
			end = i + n + 1
		}
		line := strings.TrimSuffix(v.text[i:end], "\n")
		from, to, joins := keep(line)
		if joins && len(e.out) > 0 && e.out[len(e.out)-1] == '\n' {
			e.out = e.out[:len(e.out)-1]
		}
		e.copy(i+from, i+to)
		e.copy(i+len(line), end)
		i = end
	}
	return e.view(len(v.text))
}

// unwire takes off what Apache's HttpClient writes around each line that it sends.
func unwire(v view) view {
	return eachLine(v, func(line string) (int, int, bool) {
		to := strings.LastIndex(line, `[\r][\n]"`)
		from := strings.Index(line, ` "`)
		if to < 0 || from < 0 || from+2 > to {
			return 0, len(line), false
		}
		return from + 2, to, false
	})
}

// unended leaves out a line end that is written out, as in Wireshark's details of a packet.
func unended(line string) (from, to int, joins bool) {
	return 0, len(strings.TrimSuffix(line, `\r\n`)), false
}

// untrace takes off the offsets and joins what the trace has cut.
func untrace(v view) view {
	last, length, encrypted := -1, 0, false
	return eachLine(v, func(line string) (int, int, bool) {
		hex, rest, found := strings.Cut(line, ": ")
		offset, err := strconv.ParseInt(hex, 16, 32)
		if !found || err != nil || len(hex) < 4 {
			last = -1
			if encrypted = strings.Contains(line, " SSL data, "); isTraceRemark(line) {
				return len(line), len(line), false
			}
			return 0, len(line), false
		}
		if encrypted {
			return len(line), len(line), false
		}
		joins := last >= 0 && length == 64 && int(offset) == last+64
		last, length = int(offset), len(strings.TrimSuffix(rest, "\r"))
		return len(hex) + 2, len(line), joins
	})
}

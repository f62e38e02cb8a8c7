package paste

import "strings"

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
		return found && start > 0 && isQuote(line[:start]) || w.program >= 0 && strings.HasPrefix(trimmed, "- value : ") // Swift's dump
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
	if w.language == anyLanguage && isAddress(trimmed) && signs&hasQuote == 0 {
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
	if target, prefix, ok := requestLine(line); ok && target.end > 0 && (!strings.ContainsAny(prefix, "\"'`({=") || isQuote(prefix) && !strings.ContainsAny(line[target.end:], "\"'`\\")) || statusOf(trimmed) != 0 {
		return true // a message, or a string of several lines that is one
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
	if start, end := unquotedAddress(line, d == anyLanguage); end > 0 {
		w.endProgram(i)
		w.addresses(w.v.sub(i+start, i+end))
	}
	if w.program < 0 {
		w.program = i
	}
}

// unquotedAddress returns where in a line with strings an address stands that is none: before the first of them, or
// in a log behind the last.
func unquotedAddress(line string, log bool) (start, end int) {
	const quotes = "\"'`{["
	first := strings.IndexAny(line, quotes)
	if first > 0 && (strings.Contains(line[:first], "://") || strings.Contains(line[:first], ".nv")) && !strings.Contains(line[:first], "// ") && !strings.Contains(line[:first], "# ") {
		return 0, first
	}
	for at := 0; log; {
		n := strings.Index(line[at:], "http")
		if n < 0 {
			break
		}
		if at += n; at > 0 && has(" =(|", line[at-1]) && isAddress(line[at:]) && (!strings.ContainsAny(line[at:], "\"'}]") || strings.Count(line[:at], `"`)%2 == 0 && strings.Count(line[:at], "'")%2 == 0) {
			return at, len(line)
		}
		at += len("http")
	}
	return 0, 0
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

package paste

import (
	"strings"

	"netvisormac/mac"
)

// uncaret reads the escapes of cmd, which come before those of the program:
// ^ before a character, a line end included.
func uncaret(v view) view {
	e := edit{of: v}
	start, inQuotes, inner := 0, false, false // inner: for the program, which sees no carets
	text := v.text
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '"':
			inQuotes, inner = !inQuotes, !inner
		case text[i] == '\n':
			inQuotes = false
		case text[i] == '^' && !inQuotes && i+1 < len(text):
			e.copy(start, i)
			i++
			start = i
			if text[i] == '"' {
				inner = !inner
			}
			if text[i] == '&' && !inner {
				e.put(`"&"`, i)
				start = i + 1
			}
			if text[i] == '\r' && i+1 < len(text) {
				i++
			}
			if text[i] == '\n' {
				start = i + 1
			}
		}
	}
	e.copy(start, len(text))
	return e.view(len(text))
}

// unpercent reads %% and %NAME% of a batch file, or !NAME!. A name that nothing sets stays.
func (w *walk) unpercent(v view, sign byte) view {
	if !w.isBatch() || strings.IndexByte(v.text, sign) < 0 || sign == '!' && !w.delayed {
		return v
	}
	e := edit{of: v}
	start := 0
	text := v.text
	for i := 0; i < len(text); i++ {
		if text[i] != sign {
			continue
		}
		if n := i + 3; n <= len(text) && strings.HasPrefix(text[i:], "%%") && has(w.counters, text[n-1]) {
			e.copy(start, i)
			e.put("$()", i) // what a loop gives
			start, i = n, n-1
			continue
		}
		if strings.HasPrefix(text[i:], "%%") {
			e.copy(start, i)
			start, i = i+1, i+1
			continue
		}
		n := strings.IndexByte(text[i+1:min(len(text), i+64)], sign)
		if n <= 0 || !isKey(text[i+1:i+1+n]) {
			continue
		}
		if one := w.variable(part{ref: text[i+1 : i+1+n]}, v.at(i), 1); one.missing == "" {
			e.copy(start, i)
			e.put(one.text, i)
			start = i + n + 2
		}
		i += n + 1
	}
	e.copy(start, len(text))
	return e.view(len(text))
}

// setLine reads "set NAME=value" of a batch file.
func (w *walk) setLine(i, end int, line string) int {
	trimmed := strings.TrimSpace(line)
	if len(trimmed) < 6 || asciiLower(trimmed[:4]) != "set " || !w.isBatch() {
		return i
	}
	v := w.v.sub(i, end).trim(" \t\r")
	v = v.sub(4, len(v.text)).trim(" ")
	if strings.HasPrefix(v.text, `"`) {
		v = v.sub(1, len(v.text)).trim(`"`)
	}
	n := strings.IndexByte(v.text, '=')
	if n <= 0 || !isKey(v.text[:n]) {
		return i
	}
	add := w.add
	if identify(v.text[:n]).field == mac.FieldURL {
		add = w.variableOnly
	}
	add(v.text[:n], literal(v.sub(n+1, len(v.text)), 0), v.at(0))
	return end + 1
}

// endOfCmd returns where a command of cmd ends: at the first line end without
// a caret before it. A line end in a value is a caret and two of them.
func endOfCmd(text string) int {
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '^':
			i += len("^")
			for i < len(text) && has("\r\n", text[i]) && i+1 < len(text) && has("\r\n", text[i+1]) {
				i++
			}
		case text[i] == '\n':
			return i
		}
	}
	return len(text)
}

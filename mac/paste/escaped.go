package paste

import (
	"strings"
	"unicode/utf8"
)

// text8 returns bytes as text: as UTF-8 if they are, else as ISO-8859-1.
func text8(bytes []byte) string {
	if utf8.Valid(bytes) {
		return string(bytes)
	}
	out := make([]rune, len(bytes))
	for i, c := range bytes {
		out[i] = rune(c)
	}
	return string(out)
}

// escaped reads an HTTP message whose line ends are written out, as Python's,
// Ruby's and Go's debug output has it: send: b'GET /a.nv HTTP/1.1\r\nHost: …'.
func (w *walk) escaped(i, end int, line string, signs sign) bool {
	if signs&hasSlash == 0 {
		return false
	}
	at := strings.Index(line, `\r\n`)
	if at < 0 {
		if at = strings.Index(line, `\n`); at < 0 || !strings.Contains(line, " HTTP/") && identifyLine(line[at+2:]) == "" {
			return false
		}
	}
	start := startOfMessage(line[:at])
	if name, _, found := nameAt(line, 0); start == 0 && (w.language != nil || found && isQuote(line[:name])) {
		return false
	}
	w.endProgram(i)
	stop := len(line)
	if start == 0 {
		w.named(w.v.sub(i, i+at))
		start = at + 2
	} else if n := strings.LastIndexByte(line, line[start-1]); n > at {
		stop = n
	}
	text, ok := unescape(w.v.sub(i+start, i+stop)).single()
	if !ok {
		return false
	}
	w.pending = ""
	w.read(text)
	return true
}

// startOfMessage returns where a request line, a status or a header begins behind a quote; 0 without one.
func startOfMessage(line string) int {
	for start := 0; ; {
		n := strings.IndexAny(line[start:], "\"'`")
		if n < 0 {
			return 0
		}
		start += n + 1
		word, _, _ := strings.Cut(line[start:], " ")
		if isMethod(word) || strings.HasPrefix(word, "HTTP/") || identifyLine(line[start:]) != "" {
			return start
		}
	}
}

// identifyLine returns the field of a header line, or nothing.
func identifyLine(line string) string {
	name, _, found := strings.Cut(line, ":")
	if !found {
		return ""
	}
	return string(identify(strings.TrimSpace(name)).field)
}

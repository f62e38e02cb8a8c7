package paste

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// opened returns the quotes that begin at byte i, and their number; those that
// mail programs make come behind the dialect's own.
func (d *dialect) opened(text string, i int) (quote, int, bool) {
	for n, q := range d.quotes {
		if strings.HasPrefix(text[i:], q.open) {
			return q, n, true
		}
	}
	if text[i] >= utf8.RuneSelf {
		for n, q := range curly {
			if strings.HasPrefix(text[i:], q.open) {
				return q, len(d.quotes) + n, true
			}
		}
	}
	return quote{}, 0, false
}

// quoted reads the string that begins at byte i of v. It returns the value and
// where the text goes on; ok is false if no string of these quotes begins
// there, or it does not end.
func (d *dialect) quoted(v view, i int, failed map[string]int) (val value, next int, ok bool) {
	n, next, ok := d.skip(v.text, i, failed)
	if !ok {
		return value{}, i, false
	}
	return d.valueOf(v, i, n), next, true
}

// valueOf returns the value of the string that begins at byte i with that quote.
func (d *dialect) valueOf(v view, i, n int) value {
	q := quote{}
	if n < len(d.quotes) {
		q = d.quotes[n]
	} else {
		q = curly[n-len(d.quotes)]
	}
	val, _, _ := q.read(v, i+len(q.open))
	return val
}

// skip returns which quote a string that begins at byte i has, and where it ends.
func (d *dialect) skip(text string, i int, failed map[string]int) (n, next int, ok bool) {
	if i >= len(text) {
		return 0, i, false
	}
	q, n, ok := d.opened(text, i)
	if !ok {
		return 0, i, false
	}
	if limit, known := failed[q.close]; known && i < limit {
		return 0, i, false
	}
	if next := q.end(text, i+len(q.open)); next > 0 {
		return n, next, true
	}
	failed[q.close] = q.limit(text, i)
	return 0, i, false
}

// end returns where a string ends whose text begins at byte i; 0 if it does not.
func (q quote) end(text string, i int) int {
	for i < len(text) {
		rest := text[i:]
		switch {
		case q.again != "" && strings.HasPrefix(rest, q.again):
			i += len(q.again)
		case strings.HasPrefix(rest, q.close):
			if q.open[0] >= utf8.RuneSelf && followedByLetter(rest[len(q.close):]) {
				i += len(q.close) // an apostrophe
				continue
			}
			return i + len(q.close)
		case rest[0] == '\n' && !q.lines:
			return 0
		case q.escape != 0 && rest[0] == q.escape && len(rest) > 1:
			i += 2
		default:
			i++
		}
	}
	return 0
}

// limit returns up to where an unended string was looked through.
func (q quote) limit(text string, i int) int {
	if q.lines {
		return len(text)
	}
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// read reads a string from after its opening quote.
func (q quote) read(v view, i int) (value, int, bool) {
	w := quoteReader{quote: q, e: edit{of: v}, start: i}
	if q.open[0] >= utf8.RuneSelf {
		w.val.how = curlyQuotes
	}
	text := v.text
	for i < len(text) {
		rest := text[i:]
		switch {
		case q.again != "" && strings.HasPrefix(rest, q.again):
			i = w.replace(i, i+len(q.again), q.close[:1])
		case strings.HasPrefix(rest, q.close):
			if q.open[0] >= utf8.RuneSelf && followedByLetter(rest[len(q.close):]) {
				i += len(q.close) // an apostrophe
				continue
			}
			return w.finish(i), i + len(q.close), true
		case rest[0] == '\n' && !q.lines:
			return value{}, i, false
		case q.escape != 0 && rest[0] == q.escape && len(rest) > 1:
			i = w.escape(i)
		case q.refs != "" && strings.HasPrefix(rest, q.refs[:1]):
			i = w.ref(i)
		case q.ticks && rest[0] == '`':
			i = w.ref(i)
		case q.refs == "$" && strings.HasPrefix(rest, "{$"):
			i = w.ref(i)
		default:
			i++
		}
	}
	return value{}, i, false
}

func followedByLetter(rest string) bool {
	return rest != "" && (isWordByte(rest[0]) || rest[0] >= utf8.RuneSelf)
}

// quoteReader collects the parts of one string.
type quoteReader struct {
	quote
	e     edit
	start int // of what was not copied yet
	val   value
}

// replace puts s in place of text[i:next].
func (w *quoteReader) replace(i, next int, s string) int {
	w.e.copy(w.start, i)
	w.e.put(s, i)
	w.start = next
	w.val.how |= unescaped
	return next
}

// flush ends the literal before byte i.
func (w *quoteReader) flush(i int) {
	if len(w.e.out) == 0 {
		if w.start < i || len(w.val.parts) == 0 {
			w.val.parts = append(w.val.parts, part{view: w.e.of.sub(w.start, i)})
		}
	} else {
		w.e.copy(w.start, i)
		w.val.parts = append(w.val.parts, part{view: w.e.view(i)})
	}
	w.e = edit{of: w.e.of}
}

func (w *quoteReader) finish(i int) value {
	w.flush(i)
	return w.val
}

// escape reads the escape at byte i.
func (w *quoteReader) escape(i int) int {
	rest := w.e.of.text[i+1:]
	if w.quote.escape == '`' {
		_, size := utf8.DecodeRuneInString(rest)
		return w.replace(i, i+1+size, powershellEscape(rest[:size]))
	}
	if w.only != "" {
		switch {
		case strings.IndexByte(w.only, rest[0]) < 0:
			return i + 1
		case rest[0] == '\n':
			return w.replace(i, i+2, "")
		}
		return w.replace(i, i+2, rest[:1])
	}
	if w.bytes {
		if s, size := byteEscapes(rest); size > 0 {
			return w.replace(i, i+1+size, s)
		}
	}
	s, size := cEscape(rest)
	if size == 0 {
		return i + 1
	}
	return w.replace(i, i+1+size, s)
}

func powershellEscape(s string) string {
	switch s {
	case "n":
		return "\n"
	case "r":
		return "\r"
	case "t":
		return "\t"
	case "\n":
		return ""
	}
	return s
}

// byteEscapes reads octal and hexadecimal escapes, as many as follow each
// other, from behind the first backslash.
func byteEscapes(rest string) (string, int) {
	var list []byte
	size := 0
	for n := 0; n < len(rest); {
		base, digits, most := 8, rest[n:], 3
		if digits[0] == 'x' {
			base, digits, most = 16, digits[1:], 2
		}
		length := 0
		for length < most && length < len(digits) && isDigit(digits[length], base) {
			length++
		}
		code, err := strconv.ParseUint(digits[:length], base, 16)
		if err != nil {
			break
		}
		list = append(list, byte(code))
		n += len(rest[n:]) - len(digits) + length
		size = n
		if n >= len(rest) || rest[n] != '\\' {
			break
		}
		n++
	}
	return text8(list), size
}

func isDigit(c byte, base int) bool {
	if base == 8 {
		return '0' <= c && c <= '7'
	}
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

// cEscape reads what follows a backslash in C and its relatives. An escape
// that they do not know has size 0 and stays as it is.
func cEscape(rest string) (string, int) {
	const letters, meanings = `nrtbfv0\"'/$` + "`&!%@#=- ", "\n\r\t\b\f\v\x00\\\"'/$`&!%@#=- "
	switch c := rest[0]; {
	case c == 'x':
		return codePoint(rest[1:], 2, 1)
	case c == 'u' && strings.HasPrefix(rest, "u{"):
		digits, _, found := strings.Cut(rest[2:min(len(rest), 12)], "}")
		if r, size := codePoint(digits, len(digits), 1); found && size > 0 {
			return r, len(digits) + 3
		}
		return "", 0
	case c == 'u':
		return surrogates(rest)
	case c == 'U':
		return codePoint(rest[1:], 8, 1)
	default:
		if i := strings.IndexByte(letters, c); i >= 0 {
			return meanings[i : i+1], 1
		}
		return "", 0
	}
}

// surrogates reads uXXXX, or two of them that are one character.
func surrogates(rest string) (string, int) {
	s, size := codePoint(rest[1:], 4, 1)
	if size == 0 || len(rest) < 11 || rest[5:7] != `\u` {
		return s, size
	}
	high, _ := strconv.ParseUint(rest[1:5], 16, 32)
	low, err := strconv.ParseUint(rest[7:11], 16, 32)
	if err != nil || high < 0xd800 || high > 0xdbff || low < 0xdc00 || low > 0xdfff {
		return s, size
	}
	return string(rune((high-0xd800)<<10 + low - 0xdc00 + 0x10000)), 11
}

// codePoint reads that many hex digits; before is what stood before them.
func codePoint(digits string, n, before int) (string, int) {
	if len(digits) < n || n == 0 {
		return "", 0
	}
	r, err := strconv.ParseUint(digits[:n], 16, 32)
	if err != nil {
		return "", 0
	}
	return string(rune(r)), n + before
}

// ref reads the variable at byte i of a string with variables in it.
func (w *quoteReader) ref(i int) int {
	rest := w.e.of.text[i:]
	if s, size := character(rest); size > 0 && w.quote.escape == '`' {
		return w.replace(i, i+size, s)
	}
	name, size := refAt(rest, w.refs)
	if w.refs == "$" && (strings.HasPrefix(rest, "$(") || rest[0] == '`') {
		name, size = "$(", substitution(rest)
	}
	if size == 0 {
		return i + 1
	}
	if w.start < i || len(w.e.out) > 0 {
		w.flush(i)
	}
	w.start = i + size
	w.val.parts = append(w.val.parts, part{view: w.e.of.sub(i, i+size), ref: name})
	return i + size
}

// character reads PowerShell's $([char]246), by which Chrome writes what is not ASCII.
func character(rest string) (string, int) {
	digits, ok := strings.CutPrefix(rest, "$([char]")
	end := strings.IndexByte(digits[:min(len(digits), 10)], ')')
	if !ok || end < 0 {
		return "", 0
	}
	code, err := strconv.ParseUint(digits[:end], 0, 21)
	if err != nil {
		return "", 0
	}
	return string(rune(code)), len(rest) - len(digits) + end + 1
}

// substitution returns the length of the $(command) or `command` that rest
// begins with. One that does not end goes on to the end of its line.
func substitution(rest string) int {
	rest = rest[:min(len(rest), 1<<12)]
	if rest[0] == '`' {
		if end := strings.IndexAny(rest[1:], "`\n"); end >= 0 {
			return 1 + end + 1
		}
		return len(rest)
	}
	depth := 0
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '\'':
			i += 1 + max(0, strings.IndexByte(rest[i+1:], '\''))
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		return end
	}
	return len(rest)
}

// refAt reads a reference: $x, ${x}, {$x}, #{x}, {x}. It has at most 200 bytes.
func refAt(rest, style string) (string, int) {
	rest = rest[:min(len(rest), 200)]
	for _, open := range []string{"${", "{$", "#{", "{"} {
		if !strings.HasPrefix(rest, open) || len(style) > 1 && open != style || style == "{" && open != "{" {
			continue
		}
		end := strings.IndexByte(rest, '}')
		if end < 0 || strings.HasPrefix(rest, "{{") || end == len(open) || strings.ContainsAny(rest[:end], "\"\n") {
			return "", 0
		}
		name := strings.TrimPrefix(rest[len(open):end], "env:")
		name, _, _ = strings.Cut(name, ":") // a format follows
		return name, end + 1
	}
	if style != "$" || len(rest) < 2 || rest[0] != '$' {
		return "", 0
	}
	end := 1
	for end < len(rest) && (isWordByte(rest[end]) || rest[end] == '_') {
		end++
	}
	if rest[1:end] == "env" && strings.HasPrefix(rest[end:], ":") {
		for end++; end < len(rest) && (isWordByte(rest[end]) || rest[end] == '_'); end++ {
		}
	}
	for strings.HasPrefix(rest[end:], "->") && end+2 < len(rest) && isWordByte(rest[end+2]) {
		for end += 2; end < len(rest) && (isWordByte(rest[end]) || rest[end] == '_'); end++ {
		}
	}
	if end == 1 || '0' <= rest[1] && rest[1] <= '9' {
		return "", 0
	}
	return rest[1:end], end
}

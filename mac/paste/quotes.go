package paste

import (
	"strings"
	"unicode/utf8"
)

// opened returns the quotes that begin at byte i, and their number; those that
// mail programs make come behind the dialect's own.
func (d *dialect) opened(text string, i int) (*quote, int, bool) {
	for n := range d.quotes {
		if q := &d.quotes[n]; text[i] == q.open[0] && strings.HasPrefix(text[i:], q.open) {
			return q, n, true
		}
	}
	if text[i] >= utf8.RuneSelf {
		for n := range curly {
			if q := &curly[n]; strings.HasPrefix(text[i:], q.open) {
				return q, len(d.quotes) + n, true
			}
		}
	}
	return nil, 0, false
}

// quoted reads the string that begins at byte i of v. It returns the value and
// where the text goes on; ok is false if no string of these quotes begins
// there, or it does not end.
func (d *dialect) quoted(v view, i int, failed map[string]int) (val value, next int, ok bool) {
	n, next, asIs, ok := d.skip(v.text, i, failed)
	if !ok {
		return value{}, i, false
	}
	return d.valueOf(v, i, next, n, asIs), next, true
}

// quoteAt returns the quote of that number.
//
//go:noinline
func (d *dialect) quoteAt(n int) *quote {
	if n < len(d.quotes) {
		return &d.quotes[n]
	}
	return &curly[n-len(d.quotes)]
}

// valueOf returns the value of the string text[i:next], which has that quote.
func (d *dialect) valueOf(v view, i, next, n int, asIs bool) value {
	q := d.quoteAt(n)
	if asIs {
		return literal(v.sub(i+len(q.open), next-len(q.close)), 0)
	}
	val, _, _ := q.read(v, i+len(q.open))
	return val
}

// skip returns which quote a string that begins at byte i has, where it ends, and whether its value is its text as it
// stands.
func (d *dialect) skip(text string, i int, failed map[string]int) (n, next int, asIs, ok bool) {
	if i >= len(text) {
		return 0, i, false, false
	}
	q, n, ok := d.opened(text, i)
	if !ok {
		return 0, i, false, false
	}
	if limit, known := failed[q.close]; known && i < limit {
		return 0, i, false, false
	}
	stop := i + len(q.open)
	for stop < len(text) && !isSpecial[text[stop]] {
		stop++
	}
	next = q.end(text, stop)
	if next > 0 {
		return n, next, next == stop+len(q.close) && q.open[0] < utf8.RuneSelf, true
	}
	failed[q.close] = q.limit(text, i)
	return 0, i, false, false
}

// isSpecial says of each byte whether it can mean more than itself in a string of any language.
var isSpecial = func() (table [256]bool) {
	for _, q := range append(curly, quote{open: "\\$`{#\"'|\n"}) {
		for i := range len(q.open) {
			table[q.open[i]] = true
		}
	}
	return table
}()

// end returns where a string ends whose text begins at byte i; 0 if it does not.
func (q *quote) end(text string, i int) int {
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
func (q *quote) limit(text string, i int) int {
	if q.lines {
		return len(text)
	}
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// read reads a string from after its opening quote.
func (q *quote) read(v view, i int) (value, int, bool) {
	w := quoteReader{quote: *q, e: edit{of: v}, start: i}
	if q.open[0] >= utf8.RuneSelf {
		w.val.how = curlyQuotes
	}
	text := v.text
	for i < len(text) {
		if !isSpecial[text[i]] {
			i++
			continue
		}
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
		case q.refs == `\(` && strings.HasPrefix(rest, q.refs):
			i = w.ref(i)
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
	if size == 0 && w.refs == "$" && (w.ticks || w.open == "") && len(rest) > 1 && '0' <= rest[1] && rest[1] <= '9' {
		name, size = rest[1:2], 2 // an argument of the script
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

package paste

import (
	"strconv"
	"strings"
)

// serialized reads what PHP's serialize writes: strings with their length in bytes, s:3:"url";s:10:"https://…";
func (w *walk) serialized(i, end int, line string) int {
	if w.language != nil || !strings.Contains(line, `;s:`) && !strings.Contains(line, `{s:`) {
		return i
	}
	name, any := "", false
	for at := i; at < len(w.v.text); {
		n := strings.Index(w.v.text[at:], `s:`)
		if n < 0 || at+n > end && name == "" {
			break
		}
		at += n + len(`s:`)
		digits, _, found := strings.Cut(w.v.text[at:min(len(w.v.text), at+10)], `:"`)
		length, err := strconv.Atoi(digits)
		start := at + len(digits) + len(`:"`)
		if !found || err != nil || length < 0 || length > len(w.v.text)-start {
			continue
		}
		at = start + length
		val := literal(w.v.sub(start, at), 0)
		if what := identify(name); what.field != "" {
			w.addAs(name, what, val, val.parts[0].at(0))
			name, any = "", true
		} else {
			name = w.v.text[start:at]
		}
		end = max(end, at)
	}
	if !any {
		return i
	}
	return w.v.lineEnd(end) + 1
}

// lineEnd returns where the line ends that byte i is in.
func (v view) lineEnd(i int) int {
	if n := strings.IndexByte(v.text[min(i, len(v.text)):], '\n'); n >= 0 {
		return i + n
	}
	return len(v.text)
}

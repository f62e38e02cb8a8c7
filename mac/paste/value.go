package paste

import (
	"slices"
	"strings"
)

// value is what a pair has after its name: literals and references to
// variables, in their order.
type value struct {
	parts    []part
	how      how
	computed bool // the program computes it; the text does not hold it
}

// part is a literal, or the name of a variable that stands there.
type part struct {
	view
	ref string
}

// how is what was done to a value, as bits in the order of howNotes.
type how uint32

const (
	unescaped   how = 1 << iota // an escape of the language or of JSON was read
	joined                      // parts were put together
	followed                    // a variable was followed to its assignment
	cellPadding                 // spaces around a cell or after a colon were taken as layout
	curlyQuotes                 // typographic quotes were taken as straight ones
	unwrapped                   // brackets that a log puts around values were taken off
	base64Text                  // the text was written in base64
	percentData                 // curl puts data into the address, and escapes it
	cutLines                    // a log had cut the line in two
	hostAndPath                 // the text has the address in two places
	queryApart                  // the query stands apart from the address
	openQuery                   // the query of an address follows, from elsewhere in the program
	basePath                    // the base of an address has a path of its own
	edgeSpace                   // white space at its edges was left out, as HTTP does
)

// howNotes are the ids of the notes for the bits.
var howNotes = []string{"unescaped", "joined", "variable", "padding", "curly-quotes", "unwrapped", "base64", "data-in-address", "cut-lines", "address-joined", "query-apart", "joined", "base-path", "edge-space"}

// literal is the value that v is.
func literal(v view, how how) value { return value{parts: []part{{view: v}}, how: how} }

// text returns the literal text of a value that has no references.
func (v value) text() (string, bool) {
	if len(v.parts) == 1 {
		return v.parts[0].text, v.parts[0].ref == "" && !v.computed
	}
	var out strings.Builder
	for _, p := range v.parts {
		if p.ref != "" {
			return "", false
		}
		out.WriteString(p.text)
	}
	return out.String(), !v.computed
}

// after returns v without the first n bytes, which are of its first literal.
func (v value) after(n int) value {
	if len(v.parts) == 0 || v.parts[0].ref != "" {
		return v
	}
	first := v.parts[0]
	first.view = first.sub(n, len(first.text))
	rest := append([]part{first}, v.parts[1:]...)
	return value{rest, v.how, v.computed}
}

// prefix returns the text of v up to the first reference.
func (v value) prefix() string {
	if len(v.parts) == 0 || v.parts[0].ref != "" {
		return ""
	}
	return v.parts[0].text
}

// lead returns the literal text that v begins with, however it is divided.
func (v value) lead() string {
	n := 0
	for n < len(v.parts) && v.parts[n].ref == "" {
		n++
	}
	if n < 2 {
		return v.prefix()
	}
	text, _ := value{parts: v.parts[:n]}.text()
	return text
}

// glue returns v followed by w, as one literal if v is a short one: so that the
// name of a header is whole, wherever the quotes stand.
func (v value) glue(w value) value {
	if len(v.parts) != 1 || len(w.parts) == 0 || v.parts[0].ref != "" || w.parts[0].ref != "" || len(v.parts[0].text) > 100 {
		return v.join(w)
	}
	first, second := v.parts[0].view, w.parts[0].view
	list := append(first.absolute(0), second.absolute(len(first.text))...)
	whole := part{view: remade(first.text+second.text, list...)}
	return value{append([]part{whole}, w.parts[1:]...), v.how | w.how, v.computed || w.computed}
}

// join returns v followed by w.
func (v value) join(w value) value {
	if len(v.parts) == 0 {
		return value{slices.Clip(w.parts), v.how | w.how, v.computed || w.computed}
	}
	return value{append(v.parts, w.parts...), v.how | w.how, v.computed || w.computed}
}

// isName says whether v is a variable and nothing else.
func (v value) isName() bool { return len(v.parts) == 1 && v.parts[0].ref != "" }

// single returns the view of a value that is one literal.
func (v value) single() (view, bool) {
	if len(v.parts) != 1 || v.parts[0].ref != "" {
		return view{}, false
	}
	return v.parts[0].view, true
}

// Package paste finds requests to Netvisor's API, their keys and their answers
// in any text that people have: a curl command, a HAR file, a log, a program,
// a mail, a string to sign, an error message.
//
// [Parse] reads a whole text, [Stream] one that is too large to hold.
//
// Nothing is changed silently: a value is what stands in the text, and where
// it is not (an escape decoded, a variable followed, two parts joined) a note
// says so. A value with a space at its edge keeps it. No note holds a value,
// so none holds a key.
//
// Every form is read the same way: readers find pairs of name and value with
// the place where they stand; one assembler makes requests of the pairs.
package paste

import (
	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/answer"
)

// Pasted is what a text holds.
type Pasted struct {
	Text     string // what was read, in UTF-8: Sources count in it
	Kind     string // the form that the first request has: an ID of Kinds
	Requests []Found
	Notes    []Note
	Keys     mac.Keys // of a text that has keys and no request
	Settings *Found   // the same with the ids beside them; nil with a request
}

// Found is one request, with the keys and the answer that belong to it. Each
// part may be empty.
type Found struct {
	Request mac.Request
	Keys    mac.Keys
	Answer  *answer.Answer
	Sources map[mac.Field]Source // of the values that the text holds

	// Addresses are what the text can mean where it is not certain, the
	// request's first; else none.
	Addresses []string
}

// Source is where a value stands in the text, as UTF-8. What was decoded or
// joined stands there in its original writing.
type Source struct {
	Start, End int // in bytes
	Line       int // counted from 1
}

// Note says what was changed, left out or is remarkable. It holds no value.
type Note struct {
	ID       string    // in kebab case, stable
	Text     string    // one or more sentences
	Said     said.Text // the same by its id, for another language
	Field    mac.Field // empty if it is about the whole text
	Line     int       // 0 if it is about no line
	Request  int       // index in Requests, or -1
	Doubt    bool      // what it tells of can change the MAC, and is not certain
	Mistakes []string  // ids of the table of mistakes that a program looks like
}

// longestText is how many bytes of a text are read. What is read takes several
// times its length, and a module of WebAssembly has 4 GB.
const longestText = 96 << 20

// Parse reads text, which may be bytes in UTF-8, UTF-16 or ISO-8859-1. It
// takes time linear in the length and never fails: what it did not find, the
// notes say.
func Parse(text string) Pasted {
	text, charset := decode(text)
	whole := len(text)
	text = text[:min(len(text), longestText)]
	r := newReader(text)
	if len(text) < whole {
		r.note("too-long", 0)
	}
	if charset != "" {
		r.note(charset, 0)
	}
	r.read(view{text: text})
	p := r.assemble()
	p.Text = text
	return p
}

package diagnose

import (
	"netvisormac/internal/letters"
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// texts are those of a search, each by a number, so that a candidate is small and two texts are compared at once. What an
// edit makes of a text that stays, and the bytes of it in an encoding, are computed once.
//
// There are three kinds, told by two bits of the number. Most stay to the end. Those of a sweep do, too, but are many,
// and used once each. What is made of these is forgotten as soon as it was hashed.
type texts struct {
	list    [passing + 1][]text
	numbers map[string]number // of those that stay
	edited  [][]span          // of those that stay: by an edit's number, then by the text's
	spans   []number          // the numbers that edited tells
	bytes   [len(calc.Encodings)][]encoded
	request *mac.Request  // whose MAC it is, for what is not signed
	others  []mac.Request // of the same log or table, whose values may have been taken
	scratch []byte
	made    []number // of what was made of texts that do not stay, one within another
}

// span is where the numbers of what an edit makes of a text stand; asked says whether it was made.
type span struct{ from, length, asked uint32 }

// number is that of a text.
type number uint32

// The kinds of texts.
const (
	staying = iota
	swept
	passing

	kindAt = 22 // and the number in the list of the kind below
)

// inBatch is the number of a text of which only the batch has the bytes.
const inBatch = number((passing + 1) << kindAt)

func (n number) kind() int { return int(n >> kindAt) }
func (n number) at() int   { return int(n & (1<<kindAt - 1)) }

type text struct {
	string
	ascii bool
}

// encoded are the bytes of a text in one encoding.
type encoded struct {
	state byte // one of the three below
	bytes string
}

const (
	unknown  = iota
	possible // bytes are the text's
	lacking  // the encoding lacks a character
)

// newTexts returns texts of which the first is the empty one.
func newTexts() *texts {
	t := &texts{numbers: map[string]number{}, edited: make([][]span, edits)}
	t.of("")
	return t
}

// of returns the number of a text that stays.
func (t *texts) of(s string) number {
	n, known := t.numbers[s]
	if !known {
		n = t.add(staying, s)
		t.numbers[s] = n
	}
	return n
}

// add gives a text a number, without a look whether it has one.
func (t *texts) add(kind int, s string) number {
	t.list[kind] = append(t.list[kind], text{s, letters.IsASCII(s)})
	return number(kind<<kindAt | len(t.list[kind]) - 1)
}

// like returns the number of what was made of a text: it stays as that does.
func (t *texts) like(n number, s string) number {
	if n.kind() == staying {
		return t.of(s)
	}
	return t.add(passing, s)
}

// longer returns the number of a text with an end, which stays as that text does.
func (t *texts) longer(n number, end string) number {
	if n.kind() == staying {
		t.scratch = append(append(t.scratch[:0], t.text(n)...), end...)
		if longer, known := t.numbers[string(t.scratch)]; known {
			return longer
		}
	}
	return t.like(n, t.text(n)+end)
}

// forget forgets the texts of a kind that were added from one on, which no candidate has any more.
func (t *texts) forget(kind, from int) { t.list[kind] = t.list[kind][:from] }

func (t *texts) info(n number) *text { return &t.list[n.kind()][n.at()] }

func (t *texts) text(n number) string { return t.info(n).string }

// append appends the bytes of a text, or returns false if the encoding lacks one of its characters.
func (t *texts) append(dst []byte, n number, e *calc.Encoding) ([]byte, bool) {
	if s := t.info(n); s.ascii && !e.Wide {
		return append(dst, s.string...), true
	}
	found := t.encoded(n, e)
	return append(dst, found.bytes...), found.state == possible
}

func (t *texts) encoded(n number, e *calc.Encoding) encoded {
	if n.kind() != staying {
		return encode(t.text(n), e)
	}
	known := &t.bytes[e.Index]
	if n.at() >= len(*known) {
		*known = append(*known, make([]encoded, len(t.list[staying])-len(*known))...)
	}
	found := &(*known)[n.at()]
	if found.state == unknown {
		*found = encode(t.text(n), e)
	}
	return *found
}

func encode(s string, e *calc.Encoding) encoded {
	bytes, wrong := e.Append(nil, s)
	if wrong != nil {
		return encoded{state: lacking}
	}
	return encoded{possible, string(bytes)}
}

// same says whether two encodings make the same bytes of a text.
func (t *texts) same(n number, a, b *calc.Encoding) bool {
	if a == b || t.info(n).ascii && !a.Wide && !b.Wide {
		return true
	}
	one, other := t.encoded(n, a), t.encoded(n, b)
	return one.state == possible && one == other
}

// known returns what an edit was found to make of a text, if that was asked before.
func (t *texts) known(edit int, n number) (list []number, asked bool) {
	if n.kind() != staying || n.at() >= len(t.edited[edit]) {
		return nil, false
	}
	s := &t.edited[edit][n.at()]
	return t.spans[s.from : s.from+s.length], s.asked != 0
}

// remember keeps what an edit makes of a text that stays, and returns the list that is kept.
func (t *texts) remember(edit int, n number, list []number) []number {
	if missing := len(t.list[staying]) - len(t.edited[edit]); n.at() >= len(t.edited[edit]) {
		t.edited[edit] = append(t.edited[edit], make([]span, missing)...)
	}
	from := len(t.spans)
	t.spans = append(t.spans, list...)
	t.edited[edit][n.at()] = span{uint32(from), uint32(len(list)), 1}
	return t.spans[from:len(t.spans):len(t.spans)]
}

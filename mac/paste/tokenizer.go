package paste

// tokenizer reads JSON as it arrives, in pieces of any size, with memory for
// one string. Values may follow each other, as in a log with one on each line.
type tokenizer struct {
	emit   func(event)
	offset int // of the next byte
	failed bool

	state state
	stack []byte // '{' and '['
	key   bool   // the string being read is a key
	start int    // of the string or word being read
	text  []byte // of it, escapes as they stand
	skip  bool   // the next byte is escaped
}

// event is a token of JSON: one of {}[], k for a key, s for a string without
// its quotes, n for a number or a word.
type event struct {
	kind       byte
	text       []byte // valid until emit returns
	start, end int    // of text in the stream
}

type state byte

const (
	wantValue state = iota
	wantFirst       // a value or the end of the array
	wantKey         // or the end of the object
	wantColon
	wantComma
	inString
	inWord
)

// Write reads the next piece. Bytes after the first that cannot be JSON are
// not looked at.
func (t *tokenizer) write(chunk []byte) {
	base := t.offset
	for i := 0; i < len(chunk) && !t.failed; {
		switch t.state {
		case inString:
			i = t.string(chunk, i)
		case inWord:
			i = t.word(chunk, i)
		default:
			t.structure(chunk[i])
			i++
		}
		t.offset = base + i
	}
}

// string reads on to the quote, the end of chunk or the next escape.
func (t *tokenizer) string(chunk []byte, i int) int {
	if t.skip {
		t.skip = false
		t.keep(chunk[i : i+1])
		return i + 1
	}
	end := i
	for end < len(chunk) && chunk[end] != '"' && chunk[end] != '\\' {
		end++
	}
	t.keep(chunk[i:end])
	if end == len(chunk) {
		return end
	}
	if chunk[end] == '\\' {
		t.keep(chunk[end : end+1])
		t.skip = true
		return end + 1
	}
	kind, next := byte('s'), wantComma
	if t.key {
		kind, next = 'k', wantColon
	}
	t.state = next
	t.emit(event{kind, t.text, t.start, t.start + len(t.text)})
	return end + 1
}

func (t *tokenizer) keep(b []byte) {
	t.text = append(t.text, b...)
}

// word reads a number, true, false or null.
func (t *tokenizer) word(chunk []byte, i int) int {
	end := i
	for end < len(chunk) && isJSONWord(chunk[end]) {
		end++
	}
	t.keep(chunk[i:end])
	if end < len(chunk) {
		t.endWord()
	}
	return end
}

func isJSONWord(c byte) bool { return isWordByte(c) || c == '+' || c == '-' || c == '.' }

func (t *tokenizer) endWord() {
	t.state = wantComma
	first := t.text[0]
	if word := string(t.text); first >= 'A' && word != "true" && word != "false" && word != "null" {
		t.failed = true
		return
	}
	t.emit(event{'n', t.text, t.start, t.start + len(t.text)})
}

// structure reads a byte that is not in a string or word.
func (t *tokenizer) structure(c byte) {
	switch {
	case c == ' ' || c == '\t' || c == '\r' || c == '\n':
	case c == '"' && t.state != wantColon && t.state != wantComma:
		t.begin(inString)
	case c == ':' && t.state == wantColon:
		t.state = wantValue
	case c == ',' && t.state == wantComma && len(t.stack) > 0:
		t.state = wantValue
		if t.inObject() {
			t.state = wantKey
		}
	case (c == '{' || c == '[') && t.wantsValue():
		t.open(c)
	case c == '}' && t.inObject() && (t.state == wantKey || t.state == wantComma):
		t.close(c)
	case c == ']' && len(t.stack) > 0 && !t.inObject(): // a comma too many is forgiven
		t.close(c)
	case isJSONWord(c) && t.wantsValue():
		t.begin(inWord)
		t.keep([]byte{c})
	default:
		t.failed = true
	}
}

// wantsValue says whether a value may begin here. At the top one may follow
// another.
func (t *tokenizer) wantsValue() bool {
	return t.state == wantValue || t.state == wantFirst || t.state == wantComma && len(t.stack) == 0
}

func (t *tokenizer) inObject() bool {
	return len(t.stack) > 0 && t.stack[len(t.stack)-1] == '{'
}

func (t *tokenizer) begin(s state) {
	t.key = t.state == wantKey
	t.text, t.skip = t.text[:0], false
	t.start = t.offset
	if s == inString {
		t.start++
	}
	t.state = s
}

func (t *tokenizer) open(c byte) {
	t.emit(event{kind: c, start: t.offset, end: t.offset + 1})
	t.stack = append(t.stack, c)
	t.state = wantFirst
	if c == '{' {
		t.state = wantKey
	}
}

func (t *tokenizer) close(c byte) {
	t.stack = t.stack[:len(t.stack)-1]
	t.state = wantComma
	t.emit(event{kind: c, start: t.offset, end: t.offset + 1})
}

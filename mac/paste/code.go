package paste

import (
	"strings"

	"netvisormac/mac"
)

// program reads the pairs out of tokens: names of headers with what follows
// them, assignments, and strings that say enough by themselves.
type program struct {
	*reader
	d      *dialect
	v      view
	tokens []token
}

// code reads v as a program.
func (r *reader) code(v view, d *dialect) {
	defer r.as(d.id)()
	p := program{r, d, v, d.lex(v)}
	for i := 0; i < len(p.tokens); {
		i = p.step(i)
	}
}

// step reads what begins at token i and returns where to go on.
func (p *program) step(i int) int {
	t := p.tokens[i]
	switch t.kind {
	case isString:
		name, plain := t.value.text()
		if plain && identify(name).rank == rankHeader {
			return p.pair(name, t, i, p.separated(i+1, true))
		}
		if plain && len(name) < 60 && isKey(name) {
			if next := p.separated(i+1, false); next > i+1 {
				return p.pair(name, t, i, next)
			}
		}
		return p.text(i)
	case isWord:
		if identify(t.text).rank == rankHeader && strings.Contains(t.text, "-") {
			return p.pair(t.text, t, i, p.separated(i+1, true))
		}
		if name, next := p.assigned(i); next > 0 {
			return p.pair(name, t, i, next)
		}
	}
	if isMAC(t.text) {
		p.bare(mac.FieldMAC, literal(p.v.sub(t.start, t.end), 0), p.v.at(t.start))
	}
	return i + 1
}

// isKey says whether a string may be the key of a map.
func isKey(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isNameByte(s[i]) && s[i] < 0x80 {
			return false
		}
	}
	return s != ""
}

// pair reads the value at token next for the name of token t.
func (p *program) pair(name string, t token, i, next int) int {
	if next <= i+1 && t.kind == isString {
		return i + 1
	}
	val, end := p.expression(next, 0)
	if next <= i+1 || end == next {
		return i + 1
	}
	p.add(name, val, p.v.at(t.start))
	if text, plain := val.text(); plain && isMAC(text) && identify(name).field == "" {
		p.bare(mac.FieldMAC, val, p.v.at(t.start))
	}
	if val.computed {
		return next
	}
	return end
}

// text reads a string that is no name: a header line, an address, a string to
// sign, or a text that has such things in it.
func (p *program) text(i int) int {
	val, end := p.expression(i, 0)
	if p.literal(val, p.v.at(p.tokens[i].start)) {
		return end
	}
	return i + 1
}

// separated returns the token after what stands between a name and its value;
// i if nothing does. Only the name of a header may be followed by a comma.
func (p *program) separated(i int, header bool) int {
	start, separators := i, 0
	for ; i < len(p.tokens) && i < start+8; i++ {
		t := p.tokens[i]
		switch {
		case t.is(":") || t.is("=>") || t.is("=") || header && t.is(","):
			separators++
		case t.is("]") && (i == start || header), header && (t.is("[") || t.is("{") || t.is("(")):
		case header && separators > 0 && isFiller(t):
		default:
			if separators == 0 {
				return start
			}
			return i
		}
	}
	return start
}

// isFiller says whether t only says that a value follows.
func isFiller(t token) bool {
	word := t.text
	if t.kind == isString {
		word, _ = t.value.text()
	}
	return oneOf(word, "value", "Value", "string", "String", "new", "List", "of", "values", "contents")
}

// assigned returns the name that token i is assigned to and the token of the
// value: name = …, name := …, name: Type = …, name As Type = …, name: …
func (p *program) assigned(i int) (string, int) {
	name := lastName(p.tokens[i].text)
	is := func(n int, operators ...string) bool {
		for _, op := range operators {
			if i+n < len(p.tokens) && p.tokens[i+n].is(op) {
				return true
			}
		}
		return false
	}
	word := func(n int) bool { return i+n < len(p.tokens) && p.tokens[i+n].kind == isWord }
	switch {
	case is(1, "=", ":=") && isType(name) && i > 0 && p.tokens[i-1].kind == isWord:
		return lastName(p.tokens[i-1].text), i + 2
	case is(1, ":") && word(2) && isType(p.tokens[i+2].text) && is(3, "="):
		return name, i + 4
	case word(1) && p.tokens[i+1].text == "As" && word(2) && is(3, "="):
		return name, i + 4
	case is(1, "=", ":=", ":", "=>"):
		return name, i + 2
	}
	return "", 0
}

func isType(word string) bool {
	return oneOf(word, "str", "string", "String", "int", "int64", "Integer", "long", "Long", "number")
}

// oneOf says whether word is one of words. A switch over strings is the same,
// at several times the code.
//
//go:noinline
func oneOf(word string, words ...string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

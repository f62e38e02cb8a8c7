package paste

import "strings"

// bound are the names that a program gives values which the text does not say: loops has those of loops, parameters
// those of functions. Names are in the form of normal.
type bound struct{ loops, parameters map[string]bool }

// binders are the words that names are bound behind, with where the names end.
var binders = []struct {
	word string
	ends string // words and signs, with spaces between; the line end is one too
	loop bool
}{
	{"for", "in of := : ) ; do {", true}, {"foreach", "in : {", true}, {"as", ") :", true}, {"read", "; do <", true}, {"do |", "|", true}, {"{ |", "|", true},
	{"def", ") :", false}, {"function", ") {", false}, {"func", ") {", false}, {"fn", ") {", false}, {"fun", ") {", false}, {"sub", ") {", false}, {"param(", ")", false},
}

// isBound says whether a loop binds the name, or a function has it as a parameter.
func (r *reader) isBound(name string, loop bool) bool {
	if r.bound == nil {
		r.bound = boundIn(r.input)
	}
	if loop {
		return r.bound.loops[normal(name)]
	}
	return r.bound.parameters[normal(name)]
}

func boundIn(text string) *bound {
	b := &bound{map[string]bool{}, map[string]bool{}}
	for line := range strings.Lines(text) {
		if len(line) > 400 {
			continue
		}
		for _, binder := range binders {
			if at := strings.Index(line, binder.word); at >= 0 && (at == 0 || !isNameByte(line[at-1])) && !isNameByte(line[at+len(binder.word)]) {
				names := b.parameters
				if binder.loop {
					names = b.loops
				}
				collect(names, line[at+len(binder.word):], binder.ends)
			}
		}
		if before, _, ok := strings.Cut(line, "=>"); ok && !strings.ContainsAny(before, "\"'") || strings.Contains(before, "(") {
			collect(b.parameters, before[strings.LastIndexAny(before, "(=,:")+1:], "")
		}
	}
	return b
}

// collect adds the words of a text up to one that ends them.
func collect(names map[string]bool, text, ends string) {
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && (isWordByte(text[i]) || text[i] == '_') {
			i++
		}
		word := text[start:max(i, min(start+1, len(text)))]
		i = start + len(word)
		if word == "\n" || among(word, ends) {
			return
		}
		if isWordByte(word[0]) || word[0] == '_' {
			names[normal(word)] = true
		}
	}
}

package paste

import (
	"strings"
	"unicode/utf8"
)

// kind is what a token is.
type kind byte

const (
	isString   kind = 's'
	isWord     kind = 'w' // with its path: config.sender, $this->sender
	isNumber   kind = 'n' // begins with a digit
	isOperator kind = 'o'
	isBracket  kind = '(' // an operator that opens
)

// token is a piece of a program: a place in the text, so that a long program
// takes little memory.
type token struct {
	kind       kind
	quote      int8  // of a string: which of the quotes
	asIs       bool  // of a string: nothing in it means more than itself
	start, end int32 // of a bracket that opens, end is the token that closes it, or 0
}

// lexer cuts a program into tokens, as far as all languages are alike.
type lexer struct {
	*dialect
	v      view
	tokens chunks[token]
	failed map[string]int
}

// lex returns the tokens of v, in the memory of those that nobody needs any more.
func (d *dialect) lex(v view, used chunks[token]) chunks[token] {
	used.count = 0
	l := lexer{dialect: d, v: v, tokens: used, failed: map[string]int{}}
	for i := 0; i < len(v.text) && l.tokens.count < mostTokens; {
		i = l.next(i)
	}
	return l.tokens
}

const mostTokens = 1 << 22 // a program of this size is none

func (l *lexer) next(i int) int {
	text := l.v.text
	c := text[i]
	if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
		return i + 1
	}
	if !l.apostrophe(i) {
		if n, next, asIs, ok := l.skip(text, i, l.failed); ok {
			l.tokens.add(token{isString, int8(n), asIs, int32(i), int32(next)})
			return next
		}
	}
	switch {
	case '0' <= c && c <= '9':
		return l.add(isNumber, i, l.run(i))
	case c == '_' || c == '$' || c == '@' || isWordByte(c) || startsLetter(text[i:]):
		return l.add(isWord, i, l.word(i))
	}
	return l.add(isOperator, i, i+operatorLength(text[i:]))
}

// apostrophe says whether the byte i is one inside of a word, as in "don't".
func (l *lexer) apostrophe(i int) bool {
	c := l.v.text[i]
	return (c == '\'' || c >= utf8.RuneSelf) && i > 0 && isWordByte(l.v.text[i-1])
}

func (l *lexer) add(k kind, start, end int) int {
	l.tokens.add(token{kind: k, start: int32(start), end: int32(end)})
	return end
}

// run returns where the letters, digits and underscores from i end.
func (l *lexer) run(i int) int {
	text := l.v.text
	for i < len(text) {
		switch {
		case isWordByte(text[i]) || text[i] == '_' || text[i] == '-' && l.hyphens && i > 0 && isWordByte(text[i-1]):
			i++
		case startsLetter(text[i:]):
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		default:
			return i
		}
	}
	return i
}

func startsLetter(rest string) bool {
	if rest[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return isLetter(r)
}

// word returns where the word at i ends, its path included.
func (l *lexer) word(i int) int {
	text := l.v.text
	start := i
	for i < len(text) && (text[i] == '$' || text[i] == '@') {
		i++
	}
	end := l.run(i)
	if end == start+1 && text[start]|0x20 == 'x' && strings.HasPrefix(text[end:], "-") {
		return hyphenated(text, end) // a header's name that stands without quotes
	}
	for end > i {
		next := end + l.step(text[end:])
		if next == end {
			break
		}
		i, end = next, l.run(next)
	}
	return max(end, start+1)
}

// step returns the length of what leads from an object to its member.
func (l *lexer) step(rest string) int {
	if rest == "" || !has("-:?!.", rest[0]) {
		return 0
	}
	for _, arrow := range []string{"->", "::", "?.", "!.", ".", ":"} {
		after, ok := strings.CutPrefix(rest, arrow)
		if !ok || after == "" || !isWordByte(after[0]) && after[0] != '_' {
			continue
		}
		if arrow == "." && l.concat == "." || arrow == ":" && !l.isEnvironment() {
			return 0
		}
		return len(arrow)
	}
	return 0
}

// isEnvironment says whether a colon belongs to a word: $env:SENDER.
func (l *lexer) isEnvironment() bool { return l.dialect == powershell }

func hyphenated(text string, i int) int {
	for i < len(text) && isNameByte(text[i]) {
		i++
	}
	return i
}

func operatorLength(rest string) int {
	if len(rest) > 1 && has("=>-&|?:", rest[1]) {
		for _, op := range []string{"=>", ":=", "==", "!=", "->", "<-", "+=", ".=", "&&", "||", "??", "|>", "::"} {
			if strings.HasPrefix(rest, op) {
				return len(op)
			}
		}
	}
	_, size := utf8.DecodeRuneInString(rest)
	return size
}

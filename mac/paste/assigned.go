package paste

import "strings"

// forFields are the arguments that name what came before.
const forFields = "forHTTPHeaderField forKey forHeader withName"

// forField reads a name that stands behind its value: setValue("…", forHTTPHeaderField: "…").
func (p *program) forField(name string, i int) bool {
	if !p.is(i-1, ":") || p.kind(i-2) != isWord || !among(p.text(i-2), forFields) {
		return false
	}
	for j := i - 3; j > 0 && j > i-16; j-- {
		if !p.is(j, "(") && !p.is(j, ":") {
			continue
		}
		val, end := p.expression(j+1, 0)
		if end == j+1 {
			return false
		}
		p.add(name, val, p.at(i))
		return true
	}
	return false
}

// separated returns the token after what stands between a name and its value;
// 0 if nothing does. Only the name of a header may be followed by a comma, or
// by the value itself, as in Lisp and ML.
func (p *program) separated(i int, header bool) int {
	if header && (p.kind(i) == isString && identify(p.short(i)).field == "" || p.kind(i) == isWord && p.d.hyphens) {
		return i
	}
	if header && p.kind(i) == isOperator && p.kind(i+1) == isString {
		if strings.TrimSpace(p.short(i+1)) == ":" && strings.Contains(".+&", p.text(i)) { // 'X-…' . ': ' . $value
			return i + 3
		}
		if p.is(i, ".") && p.d.concat != "." { // ("X-…" . "value") of Lisp
			return i + 1
		}
	}
	if header && p.is(i, "[") && p.kind(i+1) == isString && p.start(i) > p.end(i-1) {
		return i + 1
	}
	if p.is(i, ";") && p.text(i+1) == "s" && p.is(i+2, ":") && p.is(i+4, ":") { // PHP's serialize
		return i + 5
	}
	if p.kind(i) == isWord && p.text(i) == "to" { // Kotlin
		return i + 1
	}
	separators, start := 0, i
	for n := 0; i < p.tokens.count && n < 8; n, i = n+1, i+1 {
		switch {
		case separators > 0 && p.is(i, "(") && p.match(i) > 0 && (p.is(i+1, "[") || among(p.text(i+1), "string len cap")): // Go's spew
			i = p.match(i)
		case separators > 0 && p.text(i) == "array" && p.is(i+1, ":") && p.is(i+3, "[") && p.is(i+5, "=>"): // Symfony's dump
			return i + 6
		case p.is(i, ":") || p.is(i, "=>") || p.is(i, "=") || p.is(i, "<-") || p.is(i, "->") || p.is(i, ":=") || header && p.is(i, ","):
			separators++
		case p.is(i, "]") && (i == start || header), header && i == start && p.is(i, ")") && p.is(i+1, "="), header && (p.is(i, "[") || p.is(i, "{") || p.is(i, "(")):
		case separators > 0 && p.isFiller(i) && p.is(i+1, "(") && p.kind(i+2) == isNumber && p.is(i+3, ")"): // var_dump
			i += 3
		case header && p.isFiller(i) && (separators > 0 || p.is(i+1, "=") || p.is(i+1, ":")):
		default:
			if separators == 0 {
				return 0
			}
			return i
		}
	}
	return 0
}

// valueAhead returns the token of a value that has a name of its own: header(1).name := 'X-…'; header(1).value := '…';
func (p *program) valueAhead(i int) int {
	for end := i + 10; i < end && p.kind(i) != isString; i++ {
		if p.kind(i) == isWord && lastName(p.text(i)) == "value" && (p.is(i+1, ":=") || p.is(i+1, "=") || p.is(i+1, ":")) && p.kind(i+2) == isString {
			return i + 2
		}
	}
	return 0
}

// isFiller says whether token i only says that a value follows.
func (p *program) isFiller(i int) bool {
	word := p.text(i)
	if p.kind(i) == isString {
		word = p.short(i)
	}
	return among(word, "value Value string String new List of values contents i_value _")
}

// assigned returns the name that token i is assigned to and the token of the
// value: name = …, name := …, name: Type = …, name As Type = …, name: …
func (p *program) assigned(i int) (string, int) {
	if next := p.kind(i + 1); next != isOperator && next != isWord && next != isString {
		return "", 0
	}
	name := lastName(p.text(i))
	if p.is(i-1, "-") && p.kind(i-2) == isWord && p.end(i-2)+1 == p.start(i) { // customer-id
		name = p.text(i-2) + "-" + name
	}
	is := func(n int, operators ...string) bool {
		for _, op := range operators {
			if p.is(i+n, op) {
				return true
			}
		}
		return false
	}
	switch {
	case is(1, "=", ":=") && isType(name) && p.kind(i-1) == isWord:
		return lastName(p.text(i - 1)), i + 2
	case is(1, ":") && p.annotated(i+2) > 0:
		return name, p.annotated(i + 2)
	case is(1, "{") && p.match(i+1) > 0 && p.match(i+1) < i+8 && p.is(p.match(i+1)+1, "="): // { get; set; } =
		return name, p.match(i+1) + 2
	case p.kind(i+1) == isWord && p.text(i+1) == "As" && p.kind(i+2) == isWord && is(3, "="):
		return name, i + 4
	case is(1, "=", ":=", ":", "=>", "<-"):
		return name, i + 2
	case p.d.id == "elixir" && strings.HasPrefix(p.text(i), "@") && p.kind(i+1) == isString:
		return name, i + 1
	case p.d.hyphens && p.is(i-1, ":") && p.kind(i+1) == isString:
		return name, i + 1
	}
	return "", 0
}

// annotated returns the token of the value behind a type: string =, &str =, &'static str =; 0 without one.
func (p *program) annotated(i int) int {
	start := i
	for i < start+4 && (p.is(i, "&") || p.is(i, "'") || p.kind(i) == isWord) {
		i++
	}
	if i == start || !p.is(i, "=") || p.kind(i-1) != isWord {
		return 0
	}
	return i + 1
}

func isType(word string) bool {
	return among(word, "str string String int int64 Integer long Long number")
}

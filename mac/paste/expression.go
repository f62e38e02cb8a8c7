package paste

import "strings"

// expression reads the value that begins at token i: literals and variables,
// joined by the language's operators. It returns the token behind it, which is
// i if no value begins there. A value that the program computes is marked so.
func (p *program) expression(i, depth int) (value, int) {
	var val value
	for n := 0; n < 64; n++ {
		term, next := p.term(i, depth)
		if next == i {
			break
		}
		next = p.converted(next)
		val, i = val.join(term), next
		if next = p.operator(i); next == i && !p.adjacent(i) {
			break
		}
		if i = next; p.d.id == "vb" && p.text(i) == "_" { // the line goes on
			i++
		}
	}
	if val.isName() && (p.is(i, "||") || p.is(i, "??")) && p.kind(i+1) == isString {
		val, i = p.value(i+1), i+2
		val.how |= followed
	}
	if p.goesOn(i) {
		val.computed = true
	}
	return val, i
}

// conversions are the calls that change only the type of a string.
var conversions = []string{"parse", "unwrap", "to_string", "to_owned", "into", "toString", "ToString", "as_str", "as_bytes", "freeze", "dup", "strip", "trim", "Trim", "encode", "force_encoding", "getBytes", "asString", "expect", "String", "b"}

// converted returns the token behind calls such as .toString().
func (p *program) converted(i int) int {
	for (p.is(i, ".") || p.is(i, "->")) && p.kind(i+1) == isWord && oneOf(lastName(p.text(i+1)), conversions...) && p.is(i+2, "(") && p.match(i+2) > 0 && p.match(i+2) <= i+4 {
		i = p.match(i+2) + 1
	}
	for p.d.id == "ruby" && p.is(i, ".") && among(p.text(i+1), "freeze dup strip to_s") && !p.is(i+2, "(") {
		i += 2
	}
	if p.is(i, "?") && (p.is(i+1, ")") || p.is(i+1, ";") || p.is(i+1, ",")) { // Rust
		i++
	}
	for p.is(i, "!") || p.is(i, "?") && p.is(i+1, ".") { // Swift, Kotlin
		i++
	}
	return i
}

// term reads one literal, one variable, or something in parentheses.
func (p *program) term(i, depth int) (value, int) {
	if i >= p.tokens.count || depth > 8 {
		return value{}, i
	}
	switch p.kind(i) {
	case isString:
		return p.value(i), i + 1
	case isNumber:
		return literal(p.view(i), 0), i + 1
	case isWord:
		return p.name(i, depth)
	}
	if p.is(i, "(") {
		return p.parentheses(i, depth)
	}
	return value{}, i
}

// parentheses reads a cast, (string) x, or a value in parentheses.
func (p *program) parentheses(i, depth int) (value, int) {
	if p.is(i+2, ")") && p.kind(i+1) == isWord && isType(p.text(i+1)) {
		return p.term(i+3, depth+1)
	}
	val, next := p.expression(i+1, depth+1)
	if next == i+1 || !p.is(next, ")") {
		return value{}, i
	}
	return val, next + 1
}

// name reads a variable, a member of a map, or a call. A call is computed,
// except one that only turns its argument into a string or an address.
func (p *program) name(i, depth int) (value, int) {
	text := p.text(i)
	last := lastName(text)
	if val, next := p.formatted(i, depth); next > 0 {
		return val, next
	}
	switch {
	case p.is(i+1, "(") && (makesString(last) || makesString(text)):
		if path := strings.TrimSuffix(text, last); path != "" && p.is(i+2, ")") && path[0] != '.' {
			return p.variable(i, strings.TrimRight(path, ".->:?!")), i + 3
		}
		if val, next := p.parentheses(i+1, depth+1); next > i+1 {
			return val, next
		}
	case p.is(i+1, "["):
		if p.kind(i+2) == isString && p.is(i+3, "]") {
			key, _ := p.plain(i + 2)
			return p.variable(i, key), i + 4
		}
	case p.is(i+1, "("):
	case text == "new" && p.kind(i+1) == isWord && p.is(i+2, "("):
		return p.name(i+1, depth)
	case isNothing(text):
	default:
		return p.variable(i, text), i + 1
	}
	return value{computed: true, parts: []part{{view: p.view(i), ref: text}}}, i + 1
}

// variable is a reference; a word that can only be a value is one.
func (p *program) variable(i int, name string) value {
	return value{parts: []part{{view: p.view(i), ref: name}}}
}

// lastName returns what stands behind the last step of a path.
func lastName(path string) string {
	return path[strings.LastIndexAny(path, ".>:$@!")+1:]
}

// makesString says whether a function gives back its argument as a string, or
// as an address that is sent as it is.
func makesString(name string) bool {
	return among(name, "str SecretStr String strval string toString ToString to_s CStr valueOf Sprint fmt.Sprint URI Uri URL Uri.parse URI.parse URI.create from of_string from_static from_str HeaderValue")
}

func isNothing(word string) bool {
	return among(word, "null nil None undefined new await function lambda return if NULL")
}

// operator returns the token behind an operator that joins strings, or i.
func (p *program) operator(i int) int {
	if i+1 >= p.tokens.count || p.kind(i) != isOperator {
		return i
	}
	joins := p.d.concat
	if joins == "" {
		joins = "+."
		if p.is(i, ".") && p.kind(i+1) == isWord && p.start(i+1) == p.end(i) && !strings.HasPrefix(p.text(i+1), "$") {
			return i // a method
		}
	}
	if strings.Contains(joins, p.text(i)) {
		return i + 1
	}
	return i
}

// adjacent says whether the string at token i goes on with the one before it, on another line: no name is between them.
func (p *program) adjacent(i int) bool {
	if !p.d.adjacent || p.kind(i) != isString || p.kind(i-1) != isString || !strings.Contains(p.v.text[p.end(i-1):p.start(i)], "\n") || p.separated(i+1, false) > 0 {
		return false
	}
	text, plain := p.plain(i)
	_, _, named := nameAt(text, 0)
	return plain && !named
}

// goesOn says whether what stands at token i makes a computation of the value
// before it: a call, an index, a format, a choice.
func (p *program) goesOn(i int) bool {
	if i == 0 || i+1 >= p.tokens.count || p.kind(i) != isOperator {
		return false
	}
	switch p.text(i) {
	case "(", "[":
		return p.start(i) == p.end(i-1)
	case ".", "->":
		return p.kind(i+1) == isWord && p.start(i+1) == p.end(i) && (p.d.id != "vb" || p.start(i) == p.end(i-1))
	case "-":
		return p.kind(i+1) == isWord && p.text(i+1) == "f" // PowerShell's format
	case "%", "??", "?", "||":
		return true
	case "+", "&":
		return p.d.concat != ""
	}
	return false
}

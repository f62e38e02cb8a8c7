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
		val, i = val.join(term), next
		if next = p.operator(i); next == i {
			break
		}
		i = next
	}
	if p.goesOn(i) {
		val.computed = true
	}
	return val, i
}

// term reads one literal, one variable, or something in parentheses.
func (p *program) term(i, depth int) (value, int) {
	if i >= len(p.tokens) || depth > 8 {
		return value{}, i
	}
	switch t := p.tokens[i]; {
	case t.kind == isString:
		return t.value, i + 1
	case t.kind == isNumber:
		return literal(p.v.sub(t.start, t.end), 0), i + 1
	case t.kind == isWord:
		return p.name(i, depth)
	case t.is("("):
		return p.parentheses(i, depth)
	}
	return value{}, i
}

// parentheses reads a cast, (string) x, or a value in parentheses.
func (p *program) parentheses(i, depth int) (value, int) {
	if i+2 < len(p.tokens) && p.tokens[i+2].is(")") && isType(p.tokens[i+1].text) {
		return p.term(i+3, depth+1)
	}
	val, next := p.expression(i+1, depth+1)
	if next == i+1 || next >= len(p.tokens) || !p.tokens[next].is(")") {
		return value{}, i
	}
	return val, next + 1
}

// name reads a variable, a member of a map, or a call. A call is computed,
// except one that only turns its argument into a string.
func (p *program) name(i, depth int) (value, int) {
	t := p.tokens[i]
	last := lastName(t.text)
	follows := func(op string) bool { return i+1 < len(p.tokens) && p.tokens[i+1].is(op) }
	switch {
	case follows("(") && (makesString(last) || makesString(t.text)):
		if path := strings.TrimSuffix(t.text, last); path != "" && i+2 < len(p.tokens) && p.tokens[i+2].is(")") && path[0] != '.' {
			return p.variable(t, strings.TrimRight(path, ".->:?")), i + 3
		}
		if val, next := p.parentheses(i+1, depth+1); next > i+1 {
			return val, next
		}
	case follows("["):
		if i+3 < len(p.tokens) && p.tokens[i+2].kind == isString && p.tokens[i+3].is("]") {
			key, _ := p.tokens[i+2].value.text()
			return p.variable(t, key), i + 4
		}
	case follows("("):
	case isNothing(t.text):
	default:
		return p.variable(t, t.text), i + 1
	}
	return value{computed: true, parts: []part{{view: p.v.sub(t.start, t.end), ref: t.text}}}, i + 1
}

// variable is a reference; a word that can only be a value is one.
func (p *program) variable(t token, name string) value {
	return value{parts: []part{{view: p.v.sub(t.start, t.end), ref: name}}}
}

// lastName returns what stands behind the last step of a path.
func lastName(path string) string {
	return path[strings.LastIndexAny(path, ".>:$@")+1:]
}

// makesString says whether a function gives back its argument as a string.
func makesString(name string) bool {
	return oneOf(name, "str", "String", "strval", "string", "toString", "ToString", "to_s", "CStr", "valueOf", "Sprint", "fmt.Sprint")
}

func isNothing(word string) bool {
	return oneOf(word, "null", "nil", "None", "undefined", "new", "await", "function", "lambda", "return", "if", "NULL")
}

// operator returns the token behind an operator that joins strings, or i.
func (p *program) operator(i int) int {
	if i+1 >= len(p.tokens) || p.tokens[i].kind != isOperator {
		return i
	}
	joins := p.d.concat
	if joins == "" {
		joins = "+."
	}
	if strings.Contains(joins, p.tokens[i].text) {
		return i + 1
	}
	return i
}

// goesOn says whether what stands at token i makes a computation of the value
// before it: a call, an index, a format, a choice.
func (p *program) goesOn(i int) bool {
	if i == 0 || i+1 >= len(p.tokens) || p.tokens[i].kind != isOperator {
		return false
	}
	switch t := p.tokens[i]; t.text {
	case "(", "[":
		return t.start == p.tokens[i-1].end
	case ".", "->":
		return p.tokens[i+1].kind == isWord && p.tokens[i+1].start == t.end
	case "%", "??", "?", "||":
		return true
	case "+", "&":
		return p.d.concat != ""
	}
	return false
}

package paste

import "strings"

// formatters are the functions and macros that put their arguments into a text.
const formatters = "sprintf Sprintf format Format String.format string.Format"

// formatted reads sprintf("%s/customerlist.nv", base), format!("{}/…", BASE) and string.Format("{0}/…", Base).
func (p *program) formatted(i, depth int) (value, int, bool) {
	open := i + 1
	if p.is(open, "!") {
		open++
	}
	if p.kind(open+1) != isString || !p.is(open, "(") || p.match[open] == 0 || !among(lastName(p.text(i)), formatters) {
		return value{}, i, false
	}
	form, ok := p.value(open + 1).single()
	end := int(p.match[open])
	var arguments []value
	for j := open + 2; ok && j < end && p.is(j, ","); {
		argument, next := p.expression(j+1, depth+1)
		if next == j+1 {
			return value{}, i, false
		}
		arguments, j = append(arguments, argument), next
	}
	if !ok || len(arguments) == 0 {
		return value{}, i, false
	}
	return filled(form, arguments), end + 1, true
}

// filled puts the arguments in the place of %s, %d, %v, {} and {0}.
func filled(form view, arguments []value) value {
	var out value
	start, used := 0, 0
	for i := 0; i+1 < len(form.text); i++ {
		size, number := placeholder(form.text[i:], used)
		if size == 0 || number >= len(arguments) {
			continue
		}
		if i > start {
			out = out.join(literal(form.sub(start, i), joined))
		}
		out = out.join(arguments[number])
		used, start = used+1, i+size
		i = start - 1
	}
	if start < len(form.text) {
		out = out.join(literal(form.sub(start, len(form.text)), joined))
	}
	return out
}

// placeholder returns the length of the placeholder that a text begins with, and the number of its argument.
func placeholder(s string, used int) (size, number int) {
	switch {
	case s[0] == '%' && has("sdv", s[1]):
		return 2, used
	case strings.HasPrefix(s, "{}"):
		return 2, used
	case len(s) > 2 && s[0] == '{' && s[2] == '}' && '0' <= s[1] && s[1] <= '9':
		return 3, int(s[1] - '0')
	}
	return 0, 0
}

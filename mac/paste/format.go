package paste

import "strings"

// formatters are the functions and macros that put their arguments into a text.
const formatters = "sprintf Sprintf format Format"

// formatted reads sprintf("%s/customerlist.nv", base), format!("{}/…", BASE) and string.Format("{0}/…", Base).
func (p *program) formatted(i, depth int) (out value, end int) {
	open := i + 1
	if p.is(open, "!") {
		open++
	}
	if p.kind(open+1) != isString || !p.is(open, "(") || !among(lastName(p.text(i)), formatters) {
		return value{}, 0
	}
	rest, ok := p.value(open + 1).single()
	for j := open + 2; ok && p.is(j, ","); {
		argument, next := p.expression(j+1, depth+1)
		n := strings.IndexAny(rest.text, "%{")
		if n < 0 || next == j+1 {
			return value{}, 0
		}
		out = out.join(literal(rest.sub(0, n), joined)).join(argument)
		if rest.text[n] == '{' {
			n = strings.IndexByte(rest.text, '}') - 1
		}
		rest, j, end = rest.sub(min(n+2, len(rest.text)), len(rest.text)), next, next+1
	}
	return out.join(literal(rest, joined)), end
}

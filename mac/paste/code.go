package paste

import (
	"strings"

	"netvisormac/mac"
)

// code reads v as a program.
func (r *reader) code(v view, d *dialect) {
	defer r.as(d.id)()
	r.programs = append(r.programs, span{v.at(0), v.end(len(v.text))})
	p := program{reader: r, d: d, v: v, tokens: d.lex(v, r.tokens), groups: map[string]int{}, used: map[int]bool{}, holders: map[string]bool{}}
	r.tokens = chunks[token]{} // a text in the program may be one
	p.pairUp()
	for i := 0; i < p.tokens.count; {
		for n := len(p.opened); n > 0 && p.match(p.opened[n-1]) < i; n = len(p.opened) { // read over
			p.opened = p.opened[:n-1]
			p.close()
		}
		i = p.step(i)
	}
	p.unused()
	for range p.opened {
		r.close()
	}
	r.tokens = p.tokens
}

// step reads what begins at token i and returns where to go on.
func (p *program) step(i int) int {
	switch p.kind(i) {
	case isString:
		return p.stringToken(i)
	case isWord:
		return p.wordToken(i)
	case isOperator:
		return p.bracket(i)
	}
	return i + 1
}

func (p *program) stringToken(i int) int {
	raw := p.text(i)
	if len(raw) < 122 {
		name, plain := p.plain(i)
		if plain && identify(name).rank == rankHeader {
			if p.forField(name, i) {
				return i + 1
			}
			next := p.separated(i+1, true)
			if next == 0 || p.is(next, ".") {
				next = max(next, p.valueAhead(i+1))
			}
			return p.pair(name, i, next)
		}
		if plain && p.is(i+1, ",") && p.is(i-1, "(") && p.kind(i-2) == isWord && among(lastName(p.text(i-2)), "define set setProperty put config get getenv getProperty env SetEnvironmentVariable") && identify(name).field != "" {
			return p.pair(name, i, i+2)
		}
		if plain && identify(name).field != "" && p.is(i-1, "(") && p.is(i+1, ",") && p.kind(i+2) == isString && p.is(i+3, ")") && (p.kind(i-2) != isWord || p.end(i-2) < p.start(i-1)) { // of SQL
			return p.pair(name, i, i+2)
		}
		if plain && p.is(i+1, "{") && identify(name).field != "" { // of Terraform
			for j := i + 2; j < i+20 && j < p.match(i+1); j++ {
				if p.kind(j) == isWord && among(p.text(j), "default value") && p.is(j+1, "=") {
					return p.pair(name, i, j+2)
				}
			}
		}
		if plain && len(name) < 60 && isKey(name) {
			if next := p.separated(i+1, false); next > 0 {
				return p.pair(name, i, next)
			}
		}
	}
	if p.is(i-1, ",") && p.kind(i-2) == isString && isResource(p.short(i-2)) && p.rawQuery(i, i+1) {
		return i + 1
	}
	val, end := p.expression(i, 0)
	if p.literal(val, p.at(i)) {
		return end
	}
	own := p.value(i)
	if val.computed && strings.HasSuffix(own.lead(), "?") { // "/customerlist.nv?" . http_build_query(…)
		own.how |= openQuery
		end = i + 1
	}
	if val.computed && end == i+1 && isPartOrAddress(own) { // "https://…".AppendPathSegment(…)
		p.literal(own, p.at(i))
	}
	return i + 1
}

func isPartOrAddress(v value) bool {
	text, plain := v.text()
	return plain && !strings.ContainsAny(text, "{}%") && (isPart(text) || isAddress(text))
}

func (p *program) wordToken(i int) int {
	text := p.text(i)
	if strings.Contains(text, "-") && identify(text).rank == rankHeader {
		return p.pair(text, i, p.separated(i+1, true))
	}
	if val, next := p.formatted(i, 0); next > 0 && p.literal(val, p.at(i)) {
		return next
	}
	if name, next := p.assigned(i); next > 0 {
		p.holds(name, next)
		return p.pair(name, i, next)
	}
	if p.d == powershell && p.is(i-1, "-") && normal(text) == "body" && p.kind(i+1) == isWord && p.referred(i+1) {
		return i + 2
	}
	if (p.is(i-1, "{") || p.is(i-1, ",")) && (p.is(i+1, ",") || p.is(i+1, "}")) && queryNames[normal(text)] && (p.referred(i) || p.unknownQuery(i)) {
		return i + 1 // { params, headers }
	}
	if next := p.queryCall(i); next > i {
		return next
	}
	if isMAC(text) {
		p.bare(mac.FieldMAC, literal(p.view(i), 0), p.at(i))
	}
	return i + 1
}

// bracket opens or closes a scope.
func (p *program) bracket(i int) int {
	switch p.text(i) {
	case "(", "[", "{":
		if p.match(i) == 0 {
			break
		}
		if p.isQuery(i) {
			return p.queryGroup(i)
		}
		p.remember(i)
		p.opened = append(p.opened, i)
		p.open(false)
	case ")", "]", "}":
		if n := len(p.opened); n > 0 && p.match(p.opened[n-1]) == i {
			p.opened = p.opened[:n-1]
			p.close()
		}
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

// pair reads the value at token next for the name of token i.
func (p *program) pair(name string, i, next int) int {
	if next == 0 {
		return i + 1
	}
	if end := p.cfml(name, i, next); end > 0 {
		return end
	}
	isQuery := queryNames[normal(name)]
	if isQuery && p.rawQuery(next, next+1) {
		return next + 1
	}
	if isQuery && (p.referred(next) || p.isGiven(i, next) && p.unknownQuery(next)) {
		return next + 1
	}
	val, end := p.expression(next, 0)
	if end == next {
		return i + 1
	}
	if among(name, forFields) && p.kind(next) == isString {
		return next
	}
	what := identify(name)
	if what.field == "" && p.kind(next) == isString && among(normal(name), "name iname key field header headername") && identify(p.short(next)).rank == rankHeader {
		return next // name = 'X-Netvisor-…' value = '…'
	}
	if text, plain := val.text(); what.field == "" && plain && isMAC(text) {
		p.bare(mac.FieldMAC, val, p.at(i))
	} else if what.field == "" && !val.computed && !val.isName() && p.literal(val, p.at(next)) {
		p.addAs(name, what, val, p.at(i))
		return end
	}
	p.add(name, val, p.at(i))
	if val.computed {
		return next
	}
	return end
}

// short returns the text of a string that may be a name.
func (p *program) short(i int) string {
	if p.end(i)-p.start(i) > 120 {
		return ""
	}
	text, _ := p.plain(i)
	return text
}

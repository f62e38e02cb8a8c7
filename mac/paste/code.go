package paste

import (
	"strings"

	"netvisormac/mac"
)

// program makes facts of tokens: names of headers with what follows them,
// assignments, calls and maps that have a query, and strings that say enough by
// themselves. Every pair of brackets is a scope.
type program struct {
	*reader
	d       *dialect
	v       view
	tokens  chunks[token]
	opened  []int           // tokens of the brackets that are open
	holders map[string]bool // variables that a query is gathered in
	used    map[int]bool    // the groups that something refers to
	groups  map[string]int  // assigned maps and lists, by name: their opening brackets
}

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

// text returns what token i is, as it stands; of one that there is not, nothing.
//
//go:noinline
func (p *program) text(i int) string {
	if i < 0 || i >= p.tokens.count {
		return ""
	}
	return p.v.text[p.tokens.at(i).start:p.end(i)]
}

// value returns the value of the string that token i is.
func (p *program) value(i int) value {
	t := p.tokens.at(i)
	return p.d.valueOf(p.v, int(t.start), int(t.end), int(t.quote), t.asIs)
}

// plain returns the text of the string that token i is, if nothing in it is a variable.
//
//go:noinline
func (p *program) plain(i int) (string, bool) {
	if t := p.tokens.at(i); t.asIs {
		q := p.d.quoteAt(int(t.quote))
		return p.v.text[int(t.start)+len(q.open) : int(t.end)-len(q.close)], true
	}
	return p.value(i).text()
}

// is says whether token i is that operator.
//
//go:noinline
func (p *program) is(i int, operator string) bool {
	if i < 0 || i >= p.tokens.count {
		return false
	}
	t := p.tokens.at(i)
	if t.kind == isBracket {
		return len(operator) == 1 && p.v.text[t.start] == operator[0]
	}
	return t.kind == isOperator && p.v.text[t.start:t.end] == operator
}

//go:noinline
func (p *program) kind(i int) kind {
	if i < 0 || i >= p.tokens.count {
		return 0
	}
	if k := p.tokens.at(i).kind; k != isBracket {
		return k
	}
	return isOperator
}

//go:noinline
func (p *program) start(i int) int { return int(p.tokens.at(i).start) }

// end returns where token i ends.
//
//go:noinline
func (p *program) end(i int) int {
	t := p.tokens.at(i)
	if t.kind == isBracket {
		return int(t.start) + 1
	}
	return int(t.end)
}

// match returns the token that closes the bracket which token i opens; 0 if there is none.
//
//go:noinline
func (p *program) match(i int) int {
	if t := p.tokens.at(i); t.kind == isBracket {
		return int(t.end)
	}
	return 0
}

func (p *program) at(i int) int { return p.v.at(p.start(i)) }

// view returns the text of token i with its place.
func (p *program) view(i int) view {
	return p.v.sub(p.start(i), p.end(i))
}

// pairUp finds which bracket closes which.
func (p *program) pairUp() {
	var open []*token
	for i := range p.tokens.count {
		t := p.tokens.at(i)
		if t.kind != isOperator || t.end != t.start+1 {
			continue
		}
		switch c := p.v.text[t.start]; c {
		case '(', '[', '{':
			t.kind, t.end = isBracket, 0
			open = append(open, t)
		case ')', ']', '}':
			if n := len(open); n > 0 && p.v.text[open[n-1].start] == opening(c)[0] {
				open[n-1].end = int32(i)
				open = open[:n-1]
			}
		}
	}
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

package paste

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

package paste

import "netvisormac/mac"

// fact is what a reader found: a value, or where a scope or a request begins or
// ends. The readers write facts in the order of the text; assemble reads them.
type fact struct {
	kind   factKind
	single bool   // of a scope: its names come once, as those of an object; of a pair: the address may have it
	merges bool   // of a scope: it is a list of headers, of one request
	status int32  // of an answer: what HTTP said, or 0
	text   string // of an answer: its text; of a pair of a query: its name
	what   identified
	value  value
	at     int // where the name stands
	form   string
}

type factKind byte

const (
	isValue  factKind = iota
	isPair            // a name and a value of a query that stands apart
	isAnswer          // what Netvisor answered
	begins            // a request begins here, whatever came before
	ends              // what began is whole: what follows is another's
	opens             // a scope: a call, an object, a block, a record
	closes
)

// vars are the indexes of the facts of a name, in the form of normal.
type vars map[string]*[]int32

// put adds an index to a name.
func (v vars) put(name string, i int) bool {
	var buffer [128]byte
	key := appendNormal(buffer[:0], name)
	if len(key) == 0 {
		return false
	}
	list := v[string(key)]
	if list == nil {
		list = new([]int32)
		v[string(key)] = list
	}
	*list = append(*list, int32(i))
	return true
}

// of returns the indexes of a name.
func (v vars) of(name string) []int32 {
	if list := v[normal(name)]; list != nil {
		return *list
	}
	return nil
}

// add adds a value. A name that means nothing may be a variable's.
func (r *reader) add(name string, v value, at int) {
	r.addAs(name, identify(name), v, at)
}

func (r *reader) addAs(name string, what identified, v value, at int) {
	if what.field == partIgnored {
		return
	}
	if known := len(name) < 120 && r.vars.put(name, r.facts.count); !known && what.field == "" {
		return
	}
	if what.field == mac.FieldURL {
		r.flushStatus() // what answered came before
	}
	r.facts.add(fact{what: what, value: v, at: at, form: r.form})
}

// variable adds a value that counts only where its name is used.
func (r *reader) variableOnly(name string, v value, at int) {
	what := identify(name)
	if !what.field.Info().Secret {
		what = identified{}
	}
	r.addAs(name, what, v, at)
}

// bare adds a value that is known without a name.
func (r *reader) bare(field mac.Field, v value, at int) {
	r.addAs("", identified{field: field, rank: rankBare}, v, at)
}

// pair adds a name and a value of a query that stands apart from its address.
// Tools keep headers in the same list: what has a header's name is none of it.
func (r *reader) queryPair(name string, v value, at int) {
	if what := identify(name); what.rank == rankHeader && what.field.Info().Header != "" {
		r.addAs(name, what, v, at)
		return
	}
	r.facts.add(fact{kind: isPair, text: name, value: v, at: at, form: r.form})
}

// begin says that another request begins.
func (r *reader) begin() { r.mark(begins) }

func (r *reader) mark(kind factKind) {
	r.flushStatus()
	r.facts.add(fact{kind: kind, form: r.form})
}

// open begins a scope, until the result is called. One that is empty leaves nothing.
func (r *reader) open(single bool) {
	r.facts.add(fact{kind: opens, single: single})
}

func (r *reader) close() {
	if r.status == 0 && r.facts.count > 0 && r.facts.last().kind == opens {
		r.facts.count--
		return
	}
	r.mark(closes)
}

// setAnswer takes the text of an answer, with the status that came before it.
func (r *reader) setAnswer(text string) {
	r.facts.add(fact{kind: isAnswer, status: int32(r.status), text: text})
	r.status = 0
}

// flushStatus leaves an HTTP status without a body as an answer.
func (r *reader) flushStatus() {
	if r.status != 0 {
		r.setAnswer("")
	}
}

package paste

import (
	"strings"

	"netvisormac/mac"
)

// assembler makes messages of facts. A value belongs to the innermost scope;
// what a scope makes goes to the scope around it as one piece.
type assembler struct {
	*reader
	stack      []frame
	candidates chunks[candidate]
	spare      []*message // that others took, for their memory
}

// frame is a scope that is open.
type frame struct {
	*assembler
	single bool
	merges bool // what is in it is of one request, whatever comes twice
	done   []*message
	now    *message
}

// messages returns the messages of the text in their order.
func (r *reader) messages() []*message {
	r.flushStatus()
	a := &assembler{reader: r}
	a.stack = []frame{{assembler: a}}
	for i := range r.facts.count {
		a.fact(i)
	}
	for len(a.stack) > 1 {
		a.shut(r.facts.count)
	}
	top := a.top()
	top.flush()
	return top.done
}

func (a *assembler) top() *frame { return &a.stack[len(a.stack)-1] }

func (a *assembler) fact(i int) {
	switch f := a.facts.at(i); f.kind {
	case opens:
		a.stack = append(a.stack, frame{assembler: a, single: f.single || f.merges, merges: f.merges})
	case closes:
		a.shut(i)
	case begins:
		a.top().begin(i)
	case ends:
		if now := a.top().now; now != nil {
			now.whole, now.to = true, i
		}
	case isAnswer:
		a.answer(i, f)
	case isPair:
		c := a.candidate(f)
		a.top().message(i).query = append(a.top().message(i).query, c)
	case isValue:
		if f.what.field != "" {
			a.value(i, f)
		}
	}
}

// candidate returns what the value of a fact is.
func (a *assembler) candidate(f *fact) *candidate {
	a.candidates.add(candidate{a.expand(a.resolve(f.value, f.at, 0), f.at), f})
	return a.candidates.last()
}

func (a *assembler) value(i int, f *fact) {
	c := a.candidate(f)
	if c.missing == "" && isComputed(f.what.field, c.text) {
		c.missing = "computed"
	}
	if n := len(f.value.parts) - 1; c.missing != "" && n > 0 && f.what.field == mac.FieldURL {
		open := a.resolve(value{parts: f.value.parts[:n]}, f.at, 0)
		if isOpenAddress(open.text) && !has("=", open.text[len(open.text)-1]) {
			open.text = strings.TrimRight(open.text, "?&")
			open.how |= joined | openQuery
			c.resolved = open
		}
	}
	if f.what.field = classify(f.what, &c.resolved); f.what.field == "" {
		return
	}
	top := a.top()
	if now := top.now; c.missing == "" && !top.single && now != nil {
		if now.headed() && now.repeats(c) {
			now.last = c
			return
		}
		if now.comesAgain(c) || now.whole && f.what.rank == rankHeader || now.last != nil && c.isSent() {
			top.flush()
			top.message(i).begun = now.again
			if now.last != nil && f.what.field != mac.FieldURL {
				top.now.put(now.last)
			}
		}
	}
	m := top.message(i)
	m.put(c)
	m.to = i
}

// answer gives an answer to the request before it; a second one begins a message.
func (a *assembler) answer(i int, f *fact) {
	top := a.top()
	if now := top.now; now != nil && now.answered && now.headed() && now.answer != "" && strings.TrimSpace(f.text) == strings.TrimSpace(now.answer) {
		return // curl has it in the trace and behind it
	} else if now != nil && now.answered && (f.text == "" && now.status != 0 || f.text != "" && now.answer != "") {
		top.flush()
	}
	m := top.message(i)
	m.answered = true
	if m.status == 0 {
		m.status = int(f.status)
	}
	if f.text != "" {
		m.answer = f.text
	}
	m.to = i
}

// shut ends the innermost scope, and gives what it made to the scope around it.
func (a *assembler) shut(i int) {
	if len(a.stack) == 1 {
		return
	}
	inner := a.top()
	inner.flush()
	made := inner.done
	a.stack = a.stack[:len(a.stack)-1]
	for _, m := range made {
		if now := a.top().join(m); now != m {
			a.spare = append(a.spare, m)
		}
	}
}

// newMessage makes a message, in the memory of one that another took.
func (a *assembler) newMessage(i int) *message {
	m := &message{}
	if n := len(a.spare); n > 0 {
		m, a.spare = a.spare[n-1], a.spare[:n-1]
	}
	*m = message{values: m.values[:0], from: i, to: i}
	return m
}

// message returns the message that is being made.
func (f *frame) message(i int) *message {
	if f.now == nil {
		f.now = f.newMessage(i)
	}
	return f.now
}

func (f *frame) flush() {
	if f.now != nil && (!f.now.empty() || f.now.begun) {
		f.done = append(f.done, f.now)
	} else if f.now != nil {
		f.spare = append(f.spare, f.now)
	}
	f.now = nil
}

// begin begins a message. One that has nothing but the address is its beginning.
func (f *frame) begin(i int) {
	if now := f.now; now != nil && now.begun && now.addressed() && !now.headed() && !now.answered {
		now.again = true
		return
	}
	f.flush()
	f.message(i).begun = true
}

// join takes a message that a scope inside made. It returns the one that has it then: that itself, or another.
func (f *frame) join(m *message) *message {
	if f.now != nil && !f.merges && !f.now.joins(m, f.single) {
		f.flush()
	}
	if f.now == nil {
		f.now = m
		return m
	}
	f.now.take(m)
	f.now.whole = f.now.whole || m.whole
	return f.now
}

// joins says whether b, which comes after m, is of the same request.
// In an object, what only says again what m says is of it too.
func (m *message) joins(b *message, single bool) bool {
	if b.begun && !m.leads() || m.answered && b.answered {
		return false
	}
	if b.headed() && m.whole {
		return false
	}
	if single && m.holds(b) {
		return true
	}
	for _, v := range b.values {
		field, list := v.field, v.list
		for _, c := range list {
			if m.conflicts(field, c, b) {
				return false
			}
		}
	}
	return true
}

// leads says whether m can be the beginning of a message that begins after it:
// it has nothing but the address, or the answer.
func (m *message) leads() bool {
	return !m.begun && !m.headed() && (m.addressed() || m.plain() == 0)
}

func (m *message) conflicts(field mac.Field, c *candidate, b *message) bool {
	if m.comesAgain(c) {
		return true
	}
	switch field {
	case mac.FieldURL, partPath:
		return m.addressed() && !m.agrees(c) && (m.headed() || b.headed()) && c.rank() > rankBare && m.strongest() > rankBare
	}
	return false
}

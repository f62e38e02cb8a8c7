//go:build js

package main

import (
	"syscall/js"
	"unicode/utf8"

	"netvisormac/mac"
	"netvisormac/mac/paste"
)

func answer(a arguments) (any, error) { return answerRow(mac.ParseAnswer(a.text(0, "text"))), nil }

// answerRow leaves out what the text does not say.
func answerRow(a mac.Answer) js.Value {
	o := object("status", a.Status, "code", a.Code, "message", exact(a.Message), "explanation", nil,
		"inserted", list(a.Inserted, func(id string) js.Value { return js.ValueOf(id) }))
	if a.HTTPStatus != 0 {
		o.Set("httpStatus", a.HTTPStatus)
	}
	if a.Explanation != nil {
		o.Set("explanation", mistake(*a.Explanation))
	}
	if len(a.Echo) > 0 {
		o.Set("echo", list(a.Echo, part))
	}
	return o
}

// parse takes a string or bytes, and gives the text that was read if it is another.
func parse(a arguments) (any, error) {
	if len(a) == 0 || a[0].Type() != js.TypeObject {
		text := a.text(0, "text")
		return pasted(paste.Parse(text), text), nil
	}
	bytes := make([]byte, a[0].Length())
	js.CopyBytesToGo(bytes, a[0])
	return pasted(paste.Parse(string(bytes)), ""), nil
}

func pasted(p paste.Pasted, given string) js.Value {
	at := newUnits(p.Text)
	o := object("kind", p.Kind, "notes", list(p.Notes, note),
		"requests", list(p.Requests, func(f paste.Found) js.Value { return foundRow(&f, at) }))
	if p.Text != given {
		o.Set("text", exact(p.Text))
	}
	return o
}

func note(n paste.Note) js.Value {
	o := object("id", n.ID, "text", n.Text, "request", n.Request)
	if n.Field != "" {
		o.Set("field", string(n.Field))
	}
	if n.Line != 0 {
		o.Set("line", n.Line)
	}
	return o
}

func foundRow(f *paste.Found, at units) js.Value {
	keys, sources := object(), object()
	if f.Keys.Customer != "" {
		keys.Set("customer", exact(f.Keys.Customer))
	}
	if f.Keys.Partner != "" {
		keys.Set("partner", exact(f.Keys.Partner))
	}
	for _, info := range mac.Fields() {
		if s, found := f.Sources[info.Field]; found {
			sources.Set(string(info.Field), object("start", at.of(s.Start), "end", at.of(s.End), "line", s.Line))
		}
	}
	o := object("request", requestRow(f.Request), "keys", keys, "sources", sources)
	if f.Answer != nil {
		o.Set("answer", answerRow(*f.Answer))
	}
	return o
}

// units turns offsets in UTF-8 into JavaScript's, which count UTF-16. It knows
// those of every step-th byte, so that each takes little time.
type units struct {
	text  string
	known []int
}

const step = 1 << 10

func newUnits(text string) units {
	u := units{text, []int{0}}
	for at := step; at < len(text); at += step {
		u.known = append(u.known, u.known[len(u.known)-1]+length16(text[at-step:at]))
	}
	return u
}

func (u units) of(offset int) int {
	begin := offset / step
	if begin >= len(u.known) {
		begin = len(u.known) - 1
	}
	return u.known[begin] + length16(u.text[begin*step:offset])
}

// length16 counts by the first bytes of characters, so that s may begin and
// end within one: four bytes become two units, all others one.
func length16(s string) (n int) {
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
		if s[i] >= 0xf0 {
			n++
		}
	}
	return n
}

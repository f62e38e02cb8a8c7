//go:build js

package main

import (
	"syscall/js"

	"netvisormac/mac"
	"netvisormac/mac/paste"
)

// pasteExports is what package paste adds to the module.
func pasteExports() []any { return []any{"parse", function(parse)} }

// parse takes a string or bytes, and gives the text that was read if it is another.
func parse(a arguments) (any, error) {
	if len(a) == 0 || a[0].Type() != js.TypeObject {
		text := a.text(0, "text")
		return pasted(paste.Parse(text), text), nil
	}
	return pasted(paste.Parse(string(a.bytes(0, "text"))), ""), nil
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

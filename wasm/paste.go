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
	if p.Settings != nil {
		o.Set("keys", keysRow(p.Keys))
		o.Set("settings", foundRow(p.Settings, at))
	}
	return o
}

// keysRow leaves out the key that there is not.
func keysRow(k mac.Keys) js.Value {
	keys := object()
	if k.Customer != "" {
		keys.Set("customer", exact(k.Customer))
	}
	if k.Partner != "" {
		keys.Set("partner", exact(k.Partner))
	}
	return keys
}

func note(n paste.Note) js.Value {
	o := object("id", n.ID, "text", n.Text, "request", n.Request)
	if n.Field != "" {
		o.Set("field", string(n.Field))
	}
	if n.Line != 0 {
		o.Set("line", n.Line)
	}
	if n.Doubt {
		o.Set("doubt", true)
	}
	if len(n.Mistakes) > 0 {
		o.Set("mistakes", list(n.Mistakes, func(id string) js.Value { return js.ValueOf(id) }))
	}
	return o
}

func foundRow(f *paste.Found, at units) js.Value {
	sources := object()
	for _, info := range mac.Fields() {
		if s, found := f.Sources[info.Field]; found {
			sources.Set(string(info.Field), object("start", at.of(s.Start), "end", at.of(s.End), "line", s.Line))
		}
	}
	o := object("request", requestRow(f.Request), "keys", keysRow(f.Keys), "sources", sources)
	if len(f.Addresses) > 0 {
		o.Set("addresses", list(f.Addresses, func(address string) js.Value { return js.ValueOf(exact(address)) }))
	}
	if f.Answer != nil {
		o.Set("answer", answerRow(*f.Answer))
	}
	return o
}

//go:build js

package main

import (
	"syscall/js"

	"netvisormac/mac"
	"netvisormac/mac/paste"
	"netvisormac/wasm/binding"
)

// pasteExports is what package paste adds to the module.
func pasteExports() []any { return []any{"parse", function(parse)} }

// parse takes a string or bytes, and gives the text that was read if it is another.
func parse(a binding.Arguments) (any, error) {
	if len(a) == 0 || a[0].Type() != js.TypeObject {
		text := a.Text(0, "text")
		return pasted(paste.Parse(text), text), nil
	}
	return pasted(paste.Parse(string(a.Bytes(0, "text"))), ""), nil
}

func pasted(p paste.Pasted, given string) js.Value {
	at := binding.NewUnits(p.Text)
	o := binding.Object("kind", p.Kind, "notes", binding.List(p.Notes, note),
		"requests", binding.List(p.Requests, func(f paste.Found) js.Value { return foundRow(&f, at) }))
	if p.Text != given {
		o.Set("text", binding.Exact(p.Text))
	}
	if p.Settings != nil {
		o.Set("keys", keysRow(p.Keys))
		o.Set("settings", foundRow(p.Settings, at))
	}
	return o
}

// keysRow leaves out the key that there is not.
func keysRow(k mac.Keys) js.Value {
	keys := binding.Object()
	if k.Customer != "" {
		keys.Set("customer", binding.Exact(k.Customer))
	}
	if k.Partner != "" {
		keys.Set("partner", binding.Exact(k.Partner))
	}
	return keys
}

func note(n paste.Note) js.Value {
	o := binding.Object("id", n.ID, "text", n.Text, "said", binding.Said(n.Said), "request", n.Request)
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
		o.Set("mistakes", binding.List(n.Mistakes, func(id string) js.Value { return js.ValueOf(id) }))
	}
	return o
}

func foundRow(f *paste.Found, at binding.Units) js.Value {
	sources := binding.Object()
	for _, info := range mac.Fields() {
		if s, found := f.Sources[info.Field]; found {
			sources.Set(string(info.Field), binding.Object("start", at.At(s.Start), "end", at.At(s.End), "line", s.Line))
		}
	}
	o := binding.Object("request", requestRow(f.Request), "keys", keysRow(f.Keys), "sources", sources)
	if len(f.Addresses) > 0 {
		o.Set("addresses", binding.List(f.Addresses, func(address string) js.Value { return js.ValueOf(binding.Exact(address)) }))
	}
	if f.Answer != nil {
		o.Set("answer", answerRow(*f.Answer))
	}
	return o
}

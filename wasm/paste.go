//go:build js

package main

import (
	"runtime/debug"
	"syscall/js"
	"unsafe"

	"netvisormac/mac"
	"netvisormac/mac/paste"
	"netvisormac/wasm/binding"
)

// pasteExports is what package paste adds to the module.
func pasteExports() []any { return []any{"parse", function(parse)} }

// memoryFor is where the memory of reading a text of that length shall stay: reading leaves garbage, and a module's
// memory never shrinks. A text that needs more gets it, and time for collections goes by.
func memoryFor(length int) int64 { return 4<<20 + 8*int64(length) }

// parse takes a string or bytes, and gives the text that was read if it is another.
func parse(a binding.Arguments) (any, error) {
	bytes := a.Bytes(0, "text")
	text := unsafe.String(unsafe.SliceData(bytes), len(bytes)) // nothing else has them: a copy would be as large again
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(memoryFor(len(text))))
	if a[0].Type() == js.TypeString {
		return pasted(paste.Parse(text), text), nil
	}
	return pasted(paste.Parse(text), ""), nil
}

func pasted(p paste.Pasted, given string) js.Value {
	at := binding.NewUnits(p.Text)
	found := func(j *binding.JSON, f *paste.Found) { foundRow(j, f, at) }
	o := binding.Object("kind", p.Kind, "notes", binding.Rows(p.Notes, note), "requests", binding.Rows(p.Requests, found))
	if p.Text != given {
		o.Set("text", binding.Exact(p.Text))
	}
	if p.Settings != nil {
		o.Set("keys", binding.Row(&p.Keys, keysRow))
		o.Set("settings", binding.Row(p.Settings, found))
	}
	return o
}

// keysRow leaves out the key that there is not.
func keysRow(j *binding.JSON, k *mac.Keys) {
	j.Open("{")
	if k.Customer != "" {
		j.Set("customer", k.Customer)
	}
	if k.Partner != "" {
		j.Set("partner", k.Partner)
	}
	j.Mark("}")
}

func note(j *binding.JSON, n *paste.Note) {
	j.Open("{")
	j.Set("id", n.ID)
	j.Set("text", n.Text)
	j.SetSaid("said", n.Said)
	j.SetNumber("request", n.Request)
	if n.Field != "" {
		j.Set("field", string(n.Field))
	}
	if n.Line != 0 {
		j.SetNumber("line", n.Line)
	}
	if n.Doubt {
		j.Name("doubt")
		j.Mark("true")
	}
	if len(n.Mistakes) > 0 {
		binding.SetList(j, "mistakes", n.Mistakes)
	}
	j.Mark("}")
}

func foundRow(j *binding.JSON, f *paste.Found, at binding.Units) {
	j.Open("{")
	j.Name("request")
	requestRow(j, &f.Request)
	j.Name("keys")
	keysRow(j, &f.Keys)
	j.Name("sources")
	sourcesRow(j, f.Sources, at)
	if len(f.Addresses) > 0 {
		binding.SetList(j, "addresses", f.Addresses)
	}
	if f.Answer != nil {
		j.Name("answer")
		answerRow(j, f.Answer)
	}
	j.Mark("}")
}

func sourcesRow(j *binding.JSON, sources map[mac.Field]paste.Source, at binding.Units) {
	j.Open("{")
	for _, info := range fields {
		if s, found := sources[info.Field]; found {
			j.Name(string(info.Field))
			j.Open("{")
			j.SetNumber("start", at.At(s.Start))
			j.SetNumber("end", at.At(s.End))
			j.SetNumber("line", s.Line)
			j.Mark("}")
		}
	}
	j.Mark("}")
}

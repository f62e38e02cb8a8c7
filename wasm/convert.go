//go:build js

package main

import (
	"syscall/js"

	"netvisormac/mac"
	"netvisormac/mac/diagnose"
	"netvisormac/wasm/binding"
)

func fieldRow(f mac.FieldInfo) js.Value {
	return binding.Object("name", string(f.Field), "id", f.ID, "title", f.Title, "header", f.Header, "secret", f.Secret)
}

// fields are the rows of the table.
var fields = mac.Fields()

func requestRow(j *binding.JSON, r *mac.Request) {
	var none mac.Keys
	j.Open("{")
	for _, info := range fields {
		if value := *info.Field.Of(r, &none); value != "" { // of a key it is
			j.Set(string(info.Field), value)
		}
	}
	j.Mark("}")
}

func header(h mac.Header) js.Value {
	return binding.Object("name", h.Name, "value", binding.Exact(h.Value))
}

func part(p mac.Part) js.Value {
	return binding.Object("field", string(p.Field), "value", binding.Exact(p.Value))
}

// mistake leaves out what it does not have.
func mistake(m diagnose.Mistake) js.Value {
	texts := binding.Object("title", binding.Said(m.Said.Title), "fix", binding.Said(m.Said.Fix))
	o := binding.Object("id", m.ID, "title", m.Title, "fix", m.Fix, "said", texts)
	if m.Detail != "" {
		o.Set("detail", binding.Exact(m.Detail))
		texts.Set("detail", binding.List(m.Said.Detail, binding.Said))
	}
	if m.Found != nil {
		o.Set("found", found(*m.Found))
	}
	if m.Group != "" {
		o.Set("group", m.Group)
		o.Set("where", string(m.Where))
	}
	if len(m.Fields) > 0 {
		o.Set("fields", binding.List(m.Fields, name))
	}
	return o
}

func found(f diagnose.Found) js.Value {
	args := binding.Object()
	for name, value := range f.Args {
		args.Set(name, binding.Exact(value))
	}
	return binding.Object("id", f.ID, "args", args)
}

func name(f mac.Field) js.Value { return js.ValueOf(string(f)) }

func report(r diagnose.Report) js.Value {
	o := binding.Object("ok", r.OK, "want", r.Want, "tried", r.Tried, "exhausted", r.Exhausted, "stages", binding.List(r.Stages, stage), "rank", r.Rank,
		"causes", binding.List(r.Causes, func(c []diagnose.Mistake) js.Value { return binding.List(c, mistake) }),
		"notices", binding.List(r.Notices, mistake), "right", making(r.Right))
	if r.Err != nil {
		o.Set("error", binding.ErrorRow(named(r.Err)))
	}
	if r.Signed != nil {
		o.Set("signed", making(*r.Signed))
	}
	return o
}

func stage(s diagnose.Stage) js.Value {
	return binding.Object("id", s.ID, "count", s.Count, "seen", s.Seen, "tried", s.Tried, "done", s.Done)
}

func making(m diagnose.Making) js.Value {
	words := binding.Object()
	if !m.Said.Charset.IsEmpty() {
		words.Set("charset", binding.Said(m.Said.Charset))
	}
	if !m.Said.Writing.IsEmpty() {
		words.Set("writing", binding.Said(m.Said.Writing))
	}
	return binding.Object("parts", binding.List(m.Parts, part), "separator", m.Separator, "end", m.End, "charset", m.Charset, "hash", m.Hash,
		"key", binding.List(m.Key, name), "writing", m.Writing, "said", words)
}

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"netvisormac/mac"
)

var (
	constructor = js.Global().Get("Object")
	array       = js.Global().Get("Array")
	slice       = js.Global().Get("String").Get("prototype").Get("slice")
)

// object makes a JavaScript object of name, value, name, value …
func object(pairs ...any) js.Value {
	o := constructor.New()
	for i := 0; i < len(pairs); i += 2 {
		o.Set(pairs[i].(string), pairs[i+1])
	}
	return o
}

// list makes a JavaScript array of a row for each value.
func list[T any](values []T, row func(T) js.Value) js.Value {
	rows := array.New()
	for i, value := range values {
		rows.SetIndex(i, row(value))
	}
	return rows
}

// exact is text for JavaScript with a byte order mark at its beginning, too,
// which the decoder of wasm_exec.js would drop.
func exact(text string) any {
	if strings.HasPrefix(text, "\ufeff") {
		return slice.Call("call", "_"+text, 1)
	}
	return text
}

func fieldRow(f mac.FieldInfo) js.Value {
	return object("name", string(f.Field), "id", f.ID, "title", f.Title, "header", f.Header, "secret", f.Secret)
}

func requestRow(r mac.Request) js.Value {
	var none mac.Keys
	o := object()
	for _, info := range mac.Fields() {
		if value := *info.Field.Of(&r, &none); !info.Secret && value != "" {
			o.Set(string(info.Field), exact(value))
		}
	}
	return o
}

func header(h mac.Header) js.Value { return object("name", h.Name, "value", exact(h.Value)) }

func part(p mac.Part) js.Value { return object("field", string(p.Field), "value", exact(p.Value)) }

// mistake leaves out what it does not have.
func mistake(m mac.Mistake) js.Value {
	o := object("id", m.ID, "title", m.Title, "fix", m.Fix)
	if m.Detail != "" {
		o.Set("detail", exact(m.Detail))
	}
	if m.Group != "" {
		o.Set("group", m.Group)
	}
	if len(m.Fields) > 0 {
		o.Set("fields", list(m.Fields, name))
	}
	return o
}

func name(f mac.Field) js.Value { return js.ValueOf(string(f)) }

func report(r mac.Report) js.Value {
	o := object("ok", r.OK, "want", r.Want, "tried", r.Tried, "exhausted", r.Exhausted, "rank", r.Rank,
		"causes", list(r.Causes, func(c []mac.Mistake) js.Value { return list(c, mistake) }),
		"notices", list(r.Notices, mistake), "right", making(r.Right))
	if r.Err != nil {
		o.Set("error", errorRow(r.Err))
	}
	if r.Signed != nil {
		o.Set("signed", making(*r.Signed))
	}
	return o
}

func making(m mac.Making) js.Value {
	return object("parts", list(m.Parts, part), "separator", m.Separator, "end", m.End, "charset", m.Charset, "hash", m.Hash,
		"key", list(m.Key, name), "writing", m.Writing)
}

//go:build js

package main

import (
	"slices"
	"syscall/js"
	"unsafe"

	"netvisormac/mac"
	"netvisormac/mac/har"
	"netvisormac/wasm/binding"
)

// harExports is what package har adds to the module.
func harExports() []any { return []any{"entries", function(entries)} }

// file and table are used again and again: new memory costs more than all that is done with it.
var (
	file  []byte
	table har.Table
)

// entries takes a HAR file and a ring of keys, and answers its requests,
// verified; null if the file is no whole HAR file.
func entries(a binding.Arguments) (any, error) {
	file = slices.Grow(file[:0], a[0].Length())[:a[0].Length()]
	js.CopyBytesToGo(file, a[0])
	if !table.Read(unsafe.String(unsafe.SliceData(file), len(file)), ring(a.Text(1, "keys"))) { // it keeps no part of the text
		return nil, nil
	}
	rings := binding.Object()
	for name, count := range table.Rings {
		rings.Set(name, count)
	}
	return binding.Object("rows", binding.BytesOf(table.Rows), "verdicts", string(table.Verdicts), "started", string(table.Started), "ids", string(table.IDs), "rings", rings), nil
}

// ring reads keys: for each a name, the customer key and the partner key.
func ring(text string) har.Ring {
	keys := har.Ring{}
	for text != "" {
		var name string
		var k mac.Keys
		name, text = binding.Cut(text)
		k.Customer, text = binding.Cut(text)
		k.Partner, text = binding.Cut(text)
		keys[name] = k
	}
	return keys
}

//go:build js

// Command wasm is packages mac and multivers for JavaScript. It hands an object of tables and
// functions to the global function netvisormac, and then waits to be called.
// web/mac.js is its only caller, web/mac.d.ts the contract of both.
package main

import (
	"runtime/debug"
	"slices"
	"syscall/js"

	"netvisormac/mac"
)

func main() {
	debug.SetGCPercent(400) // a search leaves garbage fast and keeps little: a tenth of its time, for some MB
	js.Global().Call("netvisormac", module())
	select {}
}

// module returns what is exported: tables, and functions that answer a text,
// {value} or {error: {message, field}}, and never throw.
func module() js.Value {
	return object(slices.Concat(macExports(), pasteExports(), harExports(), snippetExports(), multiversExports())...)
}

// macExports is what package mac gives. Each other part of the module has a file
// of its own, so that "build.sh sizes" can weigh the module without it.
func macExports() []any {
	return []any{
		"fields", list(mac.Fields(), fieldRow),
		"checks", function(func(arguments) (any, error) { return list(mac.Checks(), mistake), nil }),
		"mistakes", function(func(arguments) (any, error) { return list(mac.Mistakes(), mistake), nil }),
		"newRequest", function(newRequest),
		"encodeUrl", function(encodeURL),
		"sum", function(sum),
		"headers", function(headers),
		"message", function(message),
		"verify", function(verify),
		"diagnose", function(diagnose),
		"search", function(search),
		"mistaken", function(mistaken),
		"fingerprint", function(fingerprint),
		"answer", function(answer),
		"useKernel", function(useKernel),
	}
}

//go:build js

// Command wasm is package mac, and what is built on it, for JavaScript: mac.wasm.
// web/mac.js is its only caller, web/mac.d.ts the contract of both.
package main

import (
	"slices"

	"netvisormac/mac"
	"netvisormac/mac/diagnose"
	"netvisormac/wasm/binding"
)

func main() {
	binding.Serve("mac", slices.Concat(macExports(), pasteExports(), harExports(), snippetExports())...)
}

// macExports is what package mac gives. Each other part of the module has a file
// of its own, so that "build.sh sizes" can weigh the module without it.
func macExports() []any {
	return []any{
		"fields", binding.List(mac.Fields(), fieldRow),
		"checks", function(func(binding.Arguments) (any, error) { return binding.List(diagnose.Checks(), mistake), nil }),
		"mistakes", function(func(binding.Arguments) (any, error) { return binding.List(diagnose.Mistakes(), mistake), nil }),
		"newRequest", function(newRequest),
		"encodeUrl", function(encodeURL),
		"sum", function(sum),
		"headers", function(headers),
		"message", function(message),
		"verify", function(verify),
		"diagnose", function(diagnoseNow),
		"search", function(search),
		"mistaken", function(mistaken),
		"fingerprint", function(fingerprint),
		"answer", function(parseAnswer),
		"sha256", function(sha256Of),
		"useKernel", function(useKernel),
	}
}
